package dev.tallystone.board.unitcosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.BoardState;
import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Use;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.unitcosts.UnitEconomics.Line;
import dev.tallystone.board.unitcosts.UnitEconomics.PerOne;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** At noon of 10 October: acme.one costs 3 and 15 $/M, acme.two 1 and 5, acme.half has no price of output. */
class UnitCountingTest {

    private static final Instant NOON = Boards.NOON;
    private static final Instant MIDNIGHT = Instant.parse("2026-10-10T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String UNIT_ARN = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/fraud";
    private static final Commitment OWNED = new Commitment("fraud", "123456789012", "us-west-2", UNIT_ARN, 2,
            PricingOption.PROVISIONED_1MO, Usd.of("21"), NOON.minus(HOUR), Optional.empty());

    private static UnitEconomics today(Past past, UsedFilter filter, DenominatorValue... values) {
        return new UnitCounting(past).of("all models, today", Span.parse("today", past.asOf()), filter,
                Denominators.of(List.of(values), past.asOf()));
    }

    private static UnitEconomics today(TallyRow... rows) {
        return today(new Boards().past(NOON, List.of(rows)), UsedFilter.ALL);
    }

    private static DenominatorValue tickets(Instant from, Duration length, String value) {
        return new DenominatorValue(new DenominatorKey("tickets", Optional.empty(), Optional.empty()),
                new Stretch(from, from.plus(length)), new BigDecimal(value));
    }

    private static UsedFilter team(String name) {
        return new UsedFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(name));
    }

    /** So that the window is the whole day. */
    private static TallyRow yesterday() {
        return Use.of("acme.one").team("ads").at(MIDNIGHT.minus(Duration.ofDays(1)), 1, 0);
    }

    private static Line line(List<Line> lines, String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void dividesByRequestsAndTokens() {
        Line total = today(Use.of("acme.one").at(NOON.minusSeconds(600), 1_000_000, 200_000),
                Use.of("acme.two").at(NOON.minusSeconds(600), 2_000_000, 0),
                Use.of("acme.two").outcome(Outcome.THROTTLED).at(NOON.minusSeconds(600), 0, 0)).total();

        assertThat(total.cost().usd()).as("3 + 3 + 2").isEqualTo(Usd.of("8"));
        assertThat(total.unitCosts().perRequest()).as("of 3").contains(Usd.of("2.666666666667"));
        assertThat(total.unitCosts().perSuccessfulRequest()).as("of 2").contains(Usd.of("4"));
        assertThat(total.unitCosts().perThousandTokens()).as("of 3.2 M").contains(Usd.of("0.0025"));
        assertThat(total.unitCosts().perMillionTokens()).contains(Usd.of("2.5"));
        assertThat(total.absent()).isEmpty();
    }

    @Test
    void modelsAddUpToTheTotalAndTeamsToItWithoutOwnedUnits() {
        Past past = new Boards().commitments(OWNED)
                .past(NOON,
                        List.of(yesterday(), Use.of("acme.one").team("ads").at(NOON.minusSeconds(600), 1_000_000, 0),
                                Use.of("acme.two").team("search").at(NOON.minusSeconds(600), 1_000_000, 0)));

        UnitEconomics economics = today(past, UsedFilter.ALL);

        assertThat(economics.standing()).as("two units for an hour").isEqualTo(Usd.of("42"));
        assertThat(economics.total().cost().usd()).isEqualTo(Usd.of("46"));
        assertThat(sum(economics.models())).isEqualTo(Usd.of("46"));
        assertThat(sum(economics.teams())).isEqualTo(Usd.of("4"));
        assertThat(economics.models()).extracting(Line::name).containsExactly(UNIT_ARN, "acme.one", "acme.two");
        assertThat(economics.models().getFirst().absent()).containsExactly("no requests");
        assertThat(economics.notes()).anyMatch(note -> note.contains("$42 of owned units"));
    }

    private static Usd sum(List<Line> lines) {
        return lines.stream().map(line -> line.cost().usd()).reduce(Usd.ZERO, Usd::plus);
    }

    @Test
    void aTeamWhoseCallsOwnedUnitsServedHasNoUnitCostRatherThanZero() {
        Past past = new Boards().commitments(OWNED)
                .past(NOON,
                        List.of(yesterday(), Use.of(UNIT_ARN).team("fraud").at(NOON.minusSeconds(600), 1_000_000, 0)));

        UnitEconomics economics = today(past, UsedFilter.ALL);

        Line team = line(economics.teams(), "fraud");
        assertThat(team.unitCosts().perRequest()).isEmpty();
        assertThat(team.ownedRequests()).isEqualTo(1);
        assertThat(team.absent()).containsExactly(
                "owned units served every request; chargeback says what their hours cost");
        assertThat(UnitEconomicsText.of(economics)).containsPattern("fraud +- +- +- +- +- +-\\R");
        assertThat(line(economics.models(), UNIT_ARN).unitCosts().perRequest()).contains(Usd.of("42"));
    }

    @Test
    void whatHasNoPriceIsNeverZero() {
        UnitEconomics economics = today(Use.of("nobody.knows").at(NOON.minusSeconds(600), 1_000, 10),
                Use.of("acme.one").at(NOON.minusSeconds(600), 1_000_000, 0));

        Line unknown = line(economics.models(), "nobody.knows");
        assertThat(unknown.unitCosts().perRequest()).isEmpty();
        assertThat(unknown.unitCosts().perMillionTokens()).isEmpty();
        assertThat(unknown.absent()).singleElement().asString().startsWith("nothing of it has a price: ");
        assertThat(economics.total().pricedRequests()).isEqualTo(1);
        assertThat(economics.total().unitCosts().requests()).isEqualTo(2);
        assertThat(economics.total().pricedTokens()).isEqualTo(1_000_000);
        assertThat(economics.notes()).singleElement().asString().startsWith("a part has no price, so these are lower");
        assertThat(UnitEconomicsText.of(economics)).contains("unpriced").contains("99.8 %");
    }

    @Test
    void dividesByNothingThatIsNotThere() {
        assertThat(today().total().absent()).containsExactly("no requests");
        Line failed = today(Use.of("acme.one").outcome(Outcome.THROTTLED).at(NOON.minusSeconds(600), 0, 0)).total();
        assertThat(failed.absent()).containsExactly("no successful requests", "no tokens");
        assertThat(failed.unitCosts().perSuccessfulRequest()).isEmpty();
    }

    @Test
    void takesOnlyTheAskedTeamAndItsDenominators() {
        var ofAds = new DenominatorValue(new DenominatorKey("orders", Optional.of("ads"), Optional.empty()),
                new Stretch(MIDNIGHT, NOON), new BigDecimal("4"));
        Past past = new Boards().past(NOON,
                List.of(Use.of("acme.one").team("ads").at(NOON.minusSeconds(600), 1_000_000, 0),
                        Use.of("acme.two").team("search").at(NOON.minusSeconds(600), 1_000_000, 0)));

        UnitEconomics economics = today(past, team("ads"), ofAds, tickets(MIDNIGHT, Duration.ofHours(12), "5"));

        assertThat(economics.total().cost().usd()).isEqualTo(Usd.of("3"));
        assertThat(economics.denominators()).singleElement().satisfies(one -> {
            assertThat(one.denominator().name()).isEqualTo("orders");
            assertThat(one.perOne()).contains(Usd.of("0.75"));
            assertThat(one.coverage().whole()).isTrue();
        });
    }

    @Test
    void dividesTheCostOfTheCoveredStretchAlone() {
        Past past = new Boards().past(NOON,
                List.of(Use.of("acme.one").at(NOON.minus(HOUR).minusSeconds(10), 5_000_000, 0),
                        Use.of("acme.one").at(NOON.minus(HOUR), 1_000_000, 0),
                        Use.of("acme.two").at(NOON.minusSeconds(10), 1_000_000, 0)));

        PerOne one = today(past, UsedFilter.ALL, tickets(NOON.minus(HOUR), HOUR, "8")).denominators().getFirst();

        assertThat(one.perOne()).as("3 and 1 of the last hour, for 8").contains(Usd.of("0.5"));
        assertThat(one.coverage().whole()).isFalse();
        assertThat(UnitEconomicsText.of(today(past, UsedFilter.ALL, tickets(NOON.minus(HOUR), HOUR, "8"))))
                .contains("tickets: $0.5000")
                .contains("= 4.0000 / 8, a part of the window: 2026-10-10T11:00:00Z to 2026-10-10T12:00:00Z");
    }

    @Test
    void aRollingWindowOfFullMinutesCanBeWhole() {
        Past past = new Boards().past(NOON.plusSeconds(21),
                List.of(Use.of("acme.one").at(NOON.minusSeconds(10), 1_000_000, 0),
                        Use.of("acme.one").at(NOON.plusSeconds(10), 5_000_000, 0)));

        UnitEconomics hour = new UnitCounting(past).of("", Span.parse("1h", past.asOf()), UsedFilter.ALL,
                Denominators.of(List.of(tickets(NOON.minus(HOUR), HOUR, "6")), past.asOf()));

        assertThat(hour.to()).isEqualTo(NOON);
        assertThat(hour.denominators().getFirst().coverage().whole()).isTrue();
        assertThat(hour.denominators().getFirst().perOne()).contains(Usd.of("0.5"));
    }

    @Test
    void takesNoStrayCallFromBeforeCountingBeganForAllThatWereMade() {
        BoardState state = new Boards().state();
        state.merge(List.of(Use.of("acme.one").at(NOON.minus(HOUR).minusSeconds(600), 1_000_000, 0),
                Use.of("acme.one").at(NOON.minusSeconds(600), 2_000_000, 0)));
        state.board(NOON, Boards.trust(NOON.minus(HOUR)));

        PerOne one = today(state.past(), UsedFilter.ALL, tickets(NOON.minus(HOUR.multipliedBy(2)), HOUR, "5"),
                tickets(NOON.minus(HOUR), HOUR, "3")).denominators().getFirst();

        assertThat(one.perOne()).contains(Usd.of("2"));
        assertThat(one.coverage().leftOut()).singleElement().asString().contains("known from 2026-10-10T11:00:00Z");
    }

    @Test
    void addsWholePastDaysAndTheMinutesAfterThem() {
        Past past = new Boards().past(NOON, List.of(Use.of("acme.one").at(MIDNIGHT.minus(HOUR), 1_000_000, 0),
                Use.of("acme.one").at(NOON.minus(HOUR), 2_000_000, 0),
                Use.of("acme.one").at(NOON.minusSeconds(60), 4_000_000, 0)));
        var counts = Denominators.of(List.of(tickets(MIDNIGHT.minus(Duration.ofDays(1)), Duration.ofDays(1), "1"),
                tickets(MIDNIGHT, Duration.ofMinutes(719), "2")), NOON);

        PerOne one = new UnitCounting(past).of("", new Span.ToDate(), UsedFilter.ALL, counts)
                .denominators()
                .getFirst();

        assertThat(one.cost().orElseThrow().cost().usd()).as("3 and 6, not 12 of the last minute")
                .isEqualTo(
                        Usd.of("9"));
        assertThat(one.perOne()).contains(Usd.of("3"));
    }

    @Test
    void holdsTheHoursOfOwnedUnitsThatBeginInIt() {
        Past past = new Boards().commitments(OWNED).past(NOON, List.of());

        PerOne hour = today(past, UsedFilter.ALL, tickets(NOON.minus(HOUR), HOUR, "2")).denominators().getFirst();
        PerOne half = today(past, UsedFilter.ALL, tickets(NOON.minus(HOUR), Duration.ofMinutes(30), "2"))
                .denominators()
                .getFirst();

        assertThat(hour.perOne()).as("two units at 21 for an hour, for two").contains(Usd.of("21"));
        assertThat(hour.notes()).isEmpty();
        assertThat(half.notes()).singleElement().asString().contains("paid when an hour begins");
    }

    @Test
    void saysWhyThereIsNone() {
        Past past = new Boards().past(NOON, List.of(Use.of("nobody.knows").at(NOON.minusSeconds(600), 9, 9)));
        var onNone = new DenominatorValue(new DenominatorKey("on_none", Optional.empty(), Optional.of("acme.nine")),
                new Stretch(MIDNIGHT, NOON), BigDecimal.ONE);

        assertThat(today(past, UsedFilter.ALL, tickets(MIDNIGHT, HOUR, "0")).denominators().getFirst().notes())
                .containsExactly("there were none");
        assertThat(today(past, UsedFilter.ALL, onNone).denominators().getFirst().notes()).containsExactly(
                "no model in use, or more than one, is called 'acme.nine'");
        assertThat(today(past, UsedFilter.ALL, tickets(MIDNIGHT.minus(HOUR), HOUR, "5")).denominators()
                .getFirst()
                .notes()).containsExactly("no value covers a part of the window whose cost is known");
        PerOne unpriced = today(past, UsedFilter.ALL, tickets(NOON.minus(HOUR), HOUR, "5")).denominators().getFirst();
        assertThat(unpriced.perOne()).isEmpty();
        assertThat(unpriced.notes()).singleElement().asString().startsWith("nothing of it has a price");
    }

    @Test
    void theLatestIsTheNewestValueWhoseCostIsKnown() {
        Past past = new Boards().past(NOON, List.of(Use.of("acme.one")
                .at(NOON.minusSeconds(30), 1_000_000,
                        0),
                Use.of("acme.one").at(NOON.minus(HOUR).minusSeconds(30), 2_000_000, 0)));
        var counts = Denominators.of(List.of(tickets(NOON.minus(HOUR.multipliedBy(2)), HOUR, "2"),
                tickets(NOON.minus(HOUR), HOUR, "4"), tickets(NOON, HOUR, "8")), NOON.plus(HOUR));

        assertThat(new UnitCounting(past).latest(counts)).singleElement().satisfies(one -> {
            assertThat(one.perOne()).contains(Usd.of("0.75"));
            assertThat(one.coverage().runs()).containsExactly(new Stretch(NOON.minus(HOUR), NOON));
        });
    }
}
