package dev.tallystone.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.BoardState;
import dev.tallystone.board.Past;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.recommendation.Rules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final Past PAST = new BoardState(new BoardSettings(List.of(), List.of(), List.of(), List.of(),
            List.of(), Agreements.NONE,
            new Rules(BigDecimal.ZERO, BigDecimal.ONE, Duration.ofMinutes(1), Duration.ofHours(24)), 10, 10,
            IdlePolicy.OWN_LINE),
            PriceBookReader.shipped()).past();

    private final Questions questions = new Questions();

    private CompletableFuture<Instant> ask() {
        return questions.ask(Past::asOf).toCompletableFuture();
    }

    @Test
    void areAnsweredWhenTheOwnerComes() {
        CompletableFuture<Instant> answer = ask();

        assertThat(answer).isNotDone();
        questions.answer(() -> PAST);
        assertThat(answer).isCompletedWithValue(PAST.asOf());
    }

    @Test
    void areRefusedBeyondSixtyFour() {
        List<CompletableFuture<Instant>> asked = IntStream.range(0, 64).mapToObj(_ -> ask()).toList();

        assertThat(ask()).isCompletedExceptionally();
        questions.answer(() -> PAST);
        assertThat(asked).allSatisfy(answer -> assertThat(answer).isCompletedWithValue(PAST.asOf()));
    }

    @Test
    void cannotBeAnsweredWhileTheMonitorReads() {
        CompletableFuture<Instant> answer = ask();

        questions.answer(() -> null);

        assertThat(answer.exceptionNow()).isInstanceOf(Questions.NotNowException.class);
    }

    @Test
    void failAloneWhenOneThrows() {
        CompletableFuture<Instant> wrong = questions.<Instant>ask(_ -> {
            throw new IllegalArgumentException("no such model");
        }).toCompletableFuture();
        CompletableFuture<Instant> right = ask();

        questions.answer(() -> PAST);

        assertThat(wrong.exceptionNow()).hasMessage("no such model");
        assertThat(right).isCompletedWithValue(PAST.asOf());
    }

    @Test
    void areRefusedAtOnceAfterTheEnd() {
        CompletableFuture<Instant> before = ask();

        questions.end();

        assertThat(before.exceptionNow()).isInstanceOf(Questions.NotNowException.class);
        assertThat(ask().exceptionNow()).isInstanceOf(Questions.NotNowException.class);
    }
}
