package dev.tallystone.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.monitor.prices.Repricing;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RepricingRequestsTest {

    private final RepricingRequests requests = new RepricingRequests();

    private CompletableFuture<Repricing> ask(boolean apply) {
        return requests.ask(apply).toCompletableFuture();
    }

    @Test
    void waitOneAtATime() {
        CompletableFuture<Repricing> first = ask(true);
        CompletableFuture<Repricing> second = ask(false);

        assertThat(first).isNotDone();
        assertThat(second.exceptionNow()).isInstanceOf(Questions.NotNowException.class)
                .hasMessage("another re-pricing waits already");
        assertThat(requests.next()).hasValueSatisfying(request -> assertThat(request.apply()).isTrue());
        assertThat(requests.next()).isEmpty();
        assertThat(ask(false)).as("there is room again").isNotDone();
    }

    @Test
    void areToldThatNobodyWillAnswer() {
        CompletableFuture<Repricing> waiting = ask(true);

        requests.refuse();

        assertThat(waiting.exceptionNow()).isInstanceOf(Questions.NotNowException.class)
                .hasMessage("the monitor has ended");
    }
}
