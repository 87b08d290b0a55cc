package dev.tallystone.board;

import static dev.tallystone.pricing.allocation.AllocatedRow.Use.UNDIVIDED;
import static dev.tallystone.pricing.allocation.AllocatedRow.Use.UNUSED;
import static dev.tallystone.pricing.allocation.AllocatedRow.Use.USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.chargeback.Chargeback;
import dev.tallystone.board.chargeback.ChargebackText;
import dev.tallystone.board.chargeback.DividedCharge;
import dev.tallystone.board.chargeback.DividedCharge.Line;
import dev.tallystone.board.chargeback.DividedCharge.Part;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.standing.Commitment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * One unit of acme.one for $60 an hour, owned since a year ago; it serves a million tokens in, a minute for a dollar.
 */
class ChargebackTest {

    private static final String FRAUD = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/fraud";
    private static final Instant NOON = Boards.NOON;
    private static final Instant YEAR_AGO = NOON.minusSeconds(365 * 86_400);

    private final Boards boards = new Boards()
            .aliases(new ModelAlias(FRAUD, "acme.one", Routing.IN_REGION, true, Boards.LONG_AGO, Instant.MAX))
            .capacities(new UnitCapacity("acme.one", 1_000_000, 200_000, "contract"))
            .commitments(unit(YEAR_AGO, Optional.empty()));

    private static Commitment unit(Instant start, Optional<Instant> end) {
        return new Commitment("fraud", "123456789012", "us-west-2", FRAUD, 1, PricingOption.PROVISIONED_1MO,
                Usd.of("60"), start, end);
    }

    private static TallyRow call(String team, int minutesAgo, long input) {
        return Use.of(FRAUD).team(team).at(NOON.minusSeconds(60L * minutesAgo), input, 0);
    }

    private DividedCharge divided(Instant asOf, int hours, TallyRow... rows) {
        return chargeback(asOf, hours, rows).charges().getFirst();
    }

    private Chargeback chargeback(Instant asOf, int hours, TallyRow... rows) {
        BoardState state = boards.state();
        state.merge(List.of(rows));
        state.board(asOf, Boards.trust(Boards.LONG_AGO));
        return Chargeback.ofLast(state.past(), hours);
    }

    /** Something long ago, so that the whole last day is known to be counted. */
    private static TallyRow counting() {
        return Use.of("acme.two").at(NOON.minusSeconds(2 * 86_400), 1, 0);
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ?> lines(DividedCharge owned) {
        return assertThat(owned.lines()).extracting(Line::line, Line::use,
                line -> line.costs().effective().amount().toPlainString());
    }

    @Test
    void dividesEachFullHourOfTheLastDay() {
        DividedCharge owned = divided(NOON, 24, counting(), call("ads", 90, 500_000), call("search", 90, 250_000),
                call("ads", 30, 1_000_000));

        lines(owned).containsExactly(tuple("ads", USED, "1.5"), tuple("search", USED, "0.25"),
                tuple("idle", UNUSED, "1438.25"));
        assertThat(owned.total()).isEqualTo(Costs.atList(Usd.of("1440")));
        assertThat(owned.parts()).hasSize(24);
        assertThat(owned.parts().getLast().from()).isEqualTo(NOON.minusSeconds(3_600));
        assertThat(owned.parts().getLast().rows()).extracting(row -> row.line() + row.costs().effective())
                .containsExactly("ads$1", "idle$59");
    }

    @Test
    void givesTheHourThatStillRunsToNobody() {
        DividedCharge owned = divided(NOON.plusSeconds(1_830), 2, counting(), call("ads", 30, 500_000));

        lines(owned).containsExactly(tuple("ads", USED, "0.5"), tuple("idle", UNUSED, "59.5"),
                tuple("unallocated", UNDIVIDED, "60"));
        assertThat(owned.parts()).extracting(Part::from).containsExactly(NOON.minusSeconds(3_600), NOON);
        assertThat(owned.parts().getLast().rows().getFirst().method())
                .isEqualTo("the hour is not over; no owner is declared");
    }

    @Test
    void givesHoursToNobodyOfWhichNobodyKnowsWhetherTheyWereCounted() {
        DividedCharge owned = divided(NOON, 4, call("ads", 150, 1));

        lines(owned).containsExactly(tuple("idle", UNUSED, "120"), tuple("unallocated", UNDIVIDED, "120"));
        assertThat(owned.parts().get(1).rows().getFirst().method()).isEqualTo(
                "calls of then are not known: the oldest tally is of 2026-10-10T09:30:00Z; no owner is declared");
    }

    @Test
    void countsHoursFromTheCommitmentsStartAsTheyAreBilled() {
        boards.commitments(unit(NOON.minusSeconds(5_400), Optional.of(NOON.minusSeconds(1_200))));

        DividedCharge owned = divided(NOON.plusSeconds(3_600), 24, counting(), call("ads", 89, 1_000_000),
                call("ads", 91, 1_000_000));

        assertThat(owned.parts()).extracting(Part::from)
                .containsExactly(NOON.minusSeconds(5_400), NOON.minusSeconds(1_800));
        assertThat(owned.total()).as("the second hour is billed whole").isEqualTo(Costs.atList(Usd.of("120")));
        lines(owned).as("what was before is no hour of this unit")
                .containsExactly(tuple("ads", USED, "1"),
                        tuple("idle", UNUSED, "119"));
    }

    @Test
    void takesOnlyCallsOfTheseUnits() {
        lines(divided(NOON, 1, counting(), Use.of("acme.one").team("ads").at(NOON.minusSeconds(600), 500_000, 0),
                Use.of(FRAUD + "-2").team("ads").at(NOON.minusSeconds(600), 500_000, 0)))
                .containsExactly(tuple("idle", UNUSED, "60"));
    }

    @Test
    void chargesTeamsByTheirDatedRules() {
        boards.teamRules(TeamRule.ofPrincipal("assumed-role/app", "search")
                .during(NOON.minusSeconds(1_800),
                        Instant.MAX));

        lines(divided(NOON, 1, counting(), call("", 31, 1_000_000), call("", 30, 500_000)))
                .containsExactly(tuple("unallocated", USED, "1"), tuple("search", USED, "0.5"),
                        tuple("idle", UNUSED, "58.5"));
    }

    @Test
    void weighsByTheListPriceOfTheBaseModelWhereNobodyStatesTheCapacity() {
        boards.capacities();

        DividedCharge owned = divided(NOON, 1, counting(),
                Use.of(FRAUD).team("ads").at(NOON.minusSeconds(600), 0, 1_000),
                Use.of(FRAUD).team("search").at(NOON.minusSeconds(1_200), 5_000, 0));

        lines(owned).as("15 $/M out as 3 $/M in")
                .containsExactly(tuple("ads", USED, "30"), tuple("search", USED, "30"));
        assertThat(owned.parts().getFirst().rows().getFirst().method())
                .isEqualTo("share of list-equivalent dollars: capacity not stated");
    }

    @Test
    void followsThePolicyOfTheConfiguration() {
        boards.idle(IdlePolicy.PROPORTIONAL);

        lines(divided(NOON, 1, counting(), call("ads", 30, 500_000), call("search", 20, 500_000)))
                .containsExactly(tuple("ads", USED, "0.5"), tuple("search", USED, "0.5"),
                        tuple("ads", UNUSED, "29.5"), tuple("search", UNUSED, "29.5"));
    }

    @Test
    void foldsTheTeamsOfFewestTokens() {
        boards.maxTeams(1);

        lines(divided(NOON, 1, counting(), call("ads", 30, 500_000), call("b", 30, 100_000), call("c", 30, 100_000)))
                .containsExactly(tuple("ads", USED, "0.5"), tuple("other", USED, "0.2"), tuple("idle", UNUSED, "59.3"));
    }

    @Test
    void tellsInTextWhoPaysWhatAndHowThatWasFound() {
        assertThat(ChargebackText.of(chargeback(NOON, 1, counting(), call("ads", 30, 500_000))))
                .isEqualTo(
                        """
                            standing charges, the last 1 hour, from 2026-10-10T11:00:00Z until 2026-10-10T12:00:00Z: $60.0000
                              ads                      used              0.5000
                              idle                     unused           59.5000

                            fraud: 1 unit of acme.one in us-west-2, of nobody, $60.0000
                              ads                      used              0.5000  capacity_share, 1 hour
                              idle                     unused           59.5000  own_line, 1 hour
                              from 2026-10-10T11:00:00Z
                                ads                    used              0.5000  share of input tokens, which bound minute 11:30; \
                            capacity by contract
                                idle                   unused           59.5000  what no team used, capacity by contract; \
                            a line of its own

                            Effective cost in US dollars, at the prices stated for what is owned. An hour belongs to where it begins; \
                            the oldest tally is of 2026-10-08T12:00:00Z. chargeback.idle: own_line
                            """);
    }

    @Test
    void saysThatOfCallsBeforeCountingBeganOnlyImportedOnesAreKnown() {
        BoardState state = boards.state();
        state.merge(List.of(counting()));
        state.board(NOON, Boards.trust(NOON.minusSeconds(5_400)));

        String sentence = "Counting began at 2026-10-10T10:30:00Z: of calls before then only what was imported is known.";
        assertThat(ChargebackText.of(Chargeback.ofLast(state.past(), 2))).contains(sentence);
        assertThat(ChargebackText.of(Chargeback.ofLast(state.past(), 1))).doesNotContain("Counting began");
    }

    @Test
    void saysThatNothingIsOwned() {
        boards.commitments();

        assertThat(ChargebackText.of(chargeback(NOON, 24, counting()))).startsWith("nothing is owned");
    }

    @Test
    void refusesMoreHoursThanAreKept() {
        assertThatIllegalArgumentException().isThrownBy(() -> chargeback(NOON, 25, counting()))
                .withMessage("hours must lie between 1 and 24, not 25");
        assertThatIllegalArgumentException().isThrownBy(() -> chargeback(NOON, 0, counting()));
    }
}
