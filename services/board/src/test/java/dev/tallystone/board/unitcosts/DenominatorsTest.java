package dev.tallystone.board.unitcosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenominatorsTest {

    private static final Instant NOON = Instant.parse("2026-10-10T12:00:00Z");
    private static final DenominatorKey TICKETS = key("tickets", "support");

    private static DenominatorKey key(String name, String team) {
        return new DenominatorKey(name, Optional.of(team), Optional.empty());
    }

    private static DenominatorValue value(DenominatorKey key, Instant from, Duration length, String value) {
        return new DenominatorValue(key, new Stretch(from, from.plus(length)), new BigDecimal(value));
    }

    private static DenominatorValue hour(int hoursBack, String value) {
        return value(TICKETS, NOON.minus(Duration.ofHours(hoursBack)), Duration.ofHours(1), value);
    }

    @Test
    void keepTheLastValueOfTheSameStretch() {
        Denominators both = Denominators.NONE.with(hour(1, "5"), NOON).with(hour(1, "7"), NOON);

        assertThat(both.of(TICKETS)).containsExactly(hour(1, "7"));
        assertThat(both.find(TICKETS, hour(1, "1").stretch())).contains(hour(1, "7"));
        assertThat(both.find(TICKETS, hour(2, "1").stretch())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30, 60", "-30, 60", "-1, 62", "1, 58", "0, 59", "0, 61"})
    void refuseAnotherStretchThatMeetsOne(int minutesLater, int minutes) {
        Denominators one = Denominators.NONE.with(hour(2, "5"), NOON).with(hour(5, "5"), NOON);
        DenominatorValue other = value(TICKETS, NOON.minus(Duration.ofHours(2)).plus(Duration.ofMinutes(minutesLater)),
                Duration.ofMinutes(minutes), "1");

        assertThatIllegalArgumentException().isThrownBy(() -> one.with(other, NOON))
                .withMessage("tickets of team support has a value for %s already, which meets %s: only the same "
                        + "stretch may be given again", hour(2, "5").stretch(), other.stretch());
    }

    @Test
    void takeWhatOnlyTouchesOrIsOfAnotherTeam() {
        Denominators all = Denominators.NONE.with(hour(2, "5"), NOON)
                .with(hour(1, "6"), NOON)
                .with(hour(3, "4"), NOON)
                .with(value(key("tickets", "sales"), NOON.minusSeconds(5_400), Duration.ofHours(1), "9"), NOON);

        assertThat(all.of(TICKETS)).containsExactly(hour(3, "4"), hour(2, "5"), hour(1, "6"));
        assertThat(all.keys()).containsExactly(key("tickets", "sales"), TICKETS);
    }

    @Test
    void refuseWhatIsNotOverYetAndWhatIsTooOld() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Denominators.NONE.with(hour(1, "5"), NOON.minusSeconds(1)))
                .withMessageContaining("until must not be in the future");
        assertThatIllegalArgumentException().isThrownBy(() -> Denominators.NONE.with(hour(401 * 24, "5"), NOON))
                .withMessage("until must be at most 400 days ago, not 2025-09-04T13:00:00Z");
    }

    @Test
    void dropWhatHasBecomeTooOld() {
        Denominators old = Denominators.NONE.with(hour(1, "5"), NOON);
        Instant later = NOON.plus(Duration.ofDays(400)).plusSeconds(1);
        DenominatorValue young = value(TICKETS, NOON.plus(Duration.ofDays(399)), Duration.ofHours(1), "6");

        assertThat(old.with(young, later).of(TICKETS)).containsExactly(young);
        assertThat(old.with(young, later.minusSeconds(1)).of(TICKETS)).hasSize(2);
    }

    @Test
    void refuseOneNameTooMany() {
        Denominators full = Denominators.NONE;
        for (int i = 0; i < 20; i++) {
            full = full.with(value(key("n" + i, "a"), NOON.minusSeconds(60), Duration.ofMinutes(1), "1"), NOON);
        }
        Denominators twenty = full;

        assertThatIllegalArgumentException().isThrownBy(() -> twenty.with(hour(1, "1"), NOON))
                .withMessageContaining("there are 20 denominators already");
        assertThat(twenty.with(value(key("n3", "a"), NOON.minusSeconds(120), Duration.ofMinutes(1), "1"), NOON)
                .all()).hasSize(21);
    }

    @Test
    void dropTheOldestBeyondTwentyThousandValues() {
        var many = new ArrayList<DenominatorValue>();
        for (int minute = 20_001; minute > 0; minute--) {
            many.add(value(TICKETS, NOON.minusSeconds(60L * minute), Duration.ofMinutes(1), "1"));
        }

        List<DenominatorValue> kept = Denominators.of(many, NOON).of(TICKETS);

        assertThat(kept).hasSize(20_000).startsWith(many.get(1)).endsWith(many.getLast());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tickets             | name must match [a-z][a-z0-9_]{0,39}, not 'Tickets'
        1tickets            | name must match
        tickets-a           | name must match
        abcdefghijklmnopqrstuvwxyz0123456789abcde | name must match
        """)
    void refuseAWrongName(String name, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> key(name, "a")).withMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-10-01T00:00:30Z | 2026-10-01T01:00:00Z | from must be on a full minute, not 2026-10-01T00:00:30Z
        2026-10-01T00:00:00Z | 2026-10-01T01:00:01Z | until must be on a full minute, not 2026-10-01T01:00:01Z
        2026-10-01T00:00:00Z | 2026-10-01T00:00:00Z | from (2026-10-01T00:00:00Z) must be before until
        2026-09-01T00:00:00Z | 2026-10-03T00:00:00Z | a stretch must be 31 days or shorter
        2026-10-01T00:00:00Z | 2026-10-02T01:00:00Z | until of a stretch longer than a day must be a UTC midnight
        2026-10-01T06:00:00Z | 2026-10-03T00:00:00Z | from of a stretch longer than a day must be a UTC midnight
        """)
    void refuseAWrongStretch(Instant from, Instant until, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenominatorValue(TICKETS, new Stretch(from, until), BigDecimal.ONE))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1e999999999  | value must have at most 15 decimals and 30 digits, not 1E+999999999
        1e-999999999 | value must have at most 15 decimals and 30 digits
        many         | value must be a decimal such as 1250, not 'many'
        NaN          | value must be a decimal such as 1250, not 'NaN'
        1111111111111111111111111111111 | value must have at most 15 decimals and 30 digits
        000000000000000000000000000000000000000000000000001 | value must have 50 characters or fewer, not 51
        """)
    void refuseAWrongValue(String text, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> DenominatorValue.decimal(text))
                .withMessageContaining(
                        why);
    }

    @Test
    void takeZeroAndRefuseLess() {
        assertThat(hour(1, "0").value()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> hour(1, "-1"))
                .withMessage("value must be 0 or more, not -1");
    }
}
