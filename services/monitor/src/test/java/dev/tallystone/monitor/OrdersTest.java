package dev.tallystone.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private final Orders<Boolean, String> orders = new Orders<>("re-pricing");

    private CompletableFuture<String> give(boolean apply) {
        return orders.give(apply).toCompletableFuture();
    }

    @Test
    void waitOneAtATime() {
        CompletableFuture<String> first = give(true);
        CompletableFuture<String> second = give(false);

        assertThat(first).isNotDone();
        assertThat(second.exceptionNow()).isInstanceOf(Questions.NotNowException.class)
                .hasMessage("another re-pricing waits already");
        assertThat(orders.next()).hasValueSatisfying(order -> assertThat(order.what()).isTrue());
        assertThat(orders.next()).isEmpty();
        assertThat(give(false)).as("there is room again").isNotDone();
    }

    @Test
    void areToldThatNobodyWillAnswer() {
        CompletableFuture<String> waiting = give(true);

        orders.end();

        assertThat(waiting.exceptionNow()).isInstanceOf(Questions.NotNowException.class)
                .hasMessage("the monitor has ended");
        assertThat(give(true).exceptionNow()).as("whoever comes later").hasMessage("the monitor has ended");
    }
}
