package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.metering.Window;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    private static final Instant AS_OF = Instant.parse("2026-03-01T10:20:35.700Z");

    @ParameterizedTest
    @CsvSource({"1m, 2026-03-01T10:19:30Z", "5m, 2026-03-01T10:15:30Z", "1h, 2026-03-01T09:20:00Z",
            "24h, 2026-02-28T10:20:00Z", "today, 2026-03-01T00:00:00Z", "yesterday, 2026-02-28T00:00:00Z",
            "month, 2026-03-01T00:00:00Z", "2026-02, 2026-02-01T00:00:00Z", "2026-02-14, 2026-02-14T00:00:00Z"})
    void beginsWhereItsWindowDoes(String text, Instant from) {
        assertThat(Span.parse(text, AS_OF).from(AS_OF)).contains(from);
    }

    @ParameterizedTest
    @CsvSource({"5m, 2026-03-01T10:20:35.700Z", "today, 2026-03-01T10:20:35.700Z", "month, 2026-03-01T10:20:35.700Z",
            "yesterday, 2026-03-01T00:00:00Z", "2026-02, 2026-03-01T00:00:00Z", "2026-02-14, 2026-02-15T00:00:00Z",
            "to_date, 2026-03-01T10:20:35.700Z", "2027-01, 2026-03-01T10:20:35.700Z"})
    void neverEndsAfterTheBoard(String text, Instant to) {
        assertThat(Span.parse(text, AS_OF).to(AS_OF)).isEqualTo(to);
    }

    @Test
    void hasNoBeginWhenItIsAll() {
        assertThat(Span.parse("to_date", AS_OF)).isEqualTo(new Span.ToDate());
        assertThat(new Span.ToDate().from(AS_OF)).isEmpty();
        assertThat(Span.parse("1h", AS_OF)).isEqualTo(new Span.Rolling(Window.ONE_HOUR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2h", "2026-13", "2026-02-30", "1234567", "TODAY", "tomorrow", "+999999999-12-31"})
    void refusesAnythingElseAndSaysWhatIsRight(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Span.parse(text, AS_OF))
                .withMessageContaining("1m, 5m, 1h, 24h, today, yesterday, month, to_date")
                .withMessageContaining("not '" + text + "'");
    }

    @Test
    void mustBeginBeforeItEnds() {
        LocalDate day = LocalDate.parse("2026-03-01");

        assertThatIllegalArgumentException().isThrownBy(() -> new Span.Days(day, day))
                .withMessageContaining("2026-03-01");
    }
}
