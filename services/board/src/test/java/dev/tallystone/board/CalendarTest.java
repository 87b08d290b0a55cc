package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Today, this month and to date, in UTC. A million tokens in cost $3. */
class CalendarTest {

    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-10-10T00:00:00Z");

    private static Board board(Instant asOf) {
        return new Boards().board(asOf, Use.of("acme.one").at(OCTOBER.minusSeconds(1), 1_000_000, 0),
                Use.of("acme.one").at(OCTOBER, 2_000_000, 0),
                Use.of("acme.one").at(TODAY.minusSeconds(1), 4_000_000, 0),
                Use.of("acme.one").at(TODAY, 8_000_000, 0),
                Use.of("acme.one").at(Boards.NOON.minusSeconds(1), 16_000_000, 0));
    }

    @Test
    void beginsDaysAndMonthsAtMidnight() {
        Board board = board(Boards.NOON);

        assertThat(board.today()).isEqualTo(Boards.usd("72")); // 24 M
        assertThat(board.thisMonth()).isEqualTo(Boards.usd("90")); // 30 M
        assertThat(board.toDate()).isEqualTo(Boards.usd("93"));
        assertThat(board.models().getFirst().today()).isEqualTo(Boards.usd("72"));
        assertThat(board.teams().getFirst().today()).isEqualTo(Boards.usd("72"));
        assertThat(board.since()).contains(OCTOBER.minusSeconds(10));
    }

    @Test
    void countsTomorrowsEarlyEventsOnlyTomorrow() {
        Board board = board(TODAY.minusSeconds(1));

        assertThat(board.today()).as("the last second of the ninth").isEqualTo(Boards.usd("12"));
        assertThat(board.thisMonth()).isEqualTo(Boards.usd("18"));
        assertThat(board(OCTOBER.minusSeconds(1)).thisMonth()).as("still September").isEqualTo(Boards.usd("3"));
    }

    @Test
    void pricesEachDayByWhatHeldThen() {
        Board board = new Boards().board(Boards.CHANGE.plusSeconds(3_600),
                Use.of("acme.one").at(Boards.CHANGE.minusSeconds(1), 1_000_000, 0),
                Use.of("acme.one").at(Boards.CHANGE, 1_000_000, 0));

        assertThat(board.today()).isEqualTo(Boards.usd("4"));
        assertThat(board.thisMonth()).isEqualTo(Boards.usd("7"));
    }

    @Test
    void addsOwnedUnitsToEachPeriod() {
        Commitment unit = new Commitment("fraud", "123456789012", "us-west-2", "arn", 1,
                PricingOption.PROVISIONED_NONE, Usd.of("10"), Boards.LONG_AGO, Optional.empty());

        Board board = new Boards().commitments(unit)
                .board(Boards.NOON,
                        Use.of("acme.one").at(OCTOBER.minusSeconds(3_600), 1_000_000, 0));

        assertThat(board.today()).as("12 h").isEqualTo(Boards.usd("120"));
        assertThat(board.thisMonth()).as("nine days and 12 h").isEqualTo(Boards.usd("2280"));
        assertThat(board.toDate()).as("an hour more, and the call").isEqualTo(Boards.usd("2293"));
        assertThat(board.commitments()).singleElement().satisfies(line -> {
            assertThat(line.accrued().effective()).isEqualTo(Usd.of("2290"));
            assertThat(line.usdPerHour()).isEqualTo(Usd.of("10"));
        });
    }

    @Test
    void addsOwnedUnitsByTheCalendarHoweverLateCountingBegan() {
        Commitment unit = new Commitment("fraud", "123456789012", "us-west-2", "arn", 1,
                PricingOption.PROVISIONED_NONE, Usd.of("10"), Boards.LONG_AGO, Optional.empty());

        Board board = new Boards().commitments(unit)
                .board(Boards.NOON, Use.of("acme.one").at(Boards.NOON.minusSeconds(60), 1_000_000, 0));

        assertThat(board.today()).as("12 h, and the call").isEqualTo(Boards.usd("123"));
        assertThat(board.thisMonth()).as("nine days and 12 h, and the call").isEqualTo(Boards.usd("2283"));
    }

    @Test
    void neverOwesUnitsLessThanNothing() {
        Commitment unit = new Commitment("fraud", "123456789012", "us-west-2", "arn", 1,
                PricingOption.PROVISIONED_NONE, Usd.of("10"), Boards.LONG_AGO, Optional.empty());

        Board board = new Boards().commitments(unit)
                .board(Boards.NOON,
                        Use.of("acme.one").at(Boards.NOON.plusSeconds(7_200), 1_000_000, 0));

        assertThat(board.toDate()).as("the only call lies ahead of asOf").isEqualTo(Boards.usd("3"));
    }
}
