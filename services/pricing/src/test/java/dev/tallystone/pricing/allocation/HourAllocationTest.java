package dev.tallystone.pricing.allocation;

import static dev.tallystone.pricing.allocation.AllocatedRow.Use.UNUSED;
import static dev.tallystone.pricing.allocation.AllocatedRow.Use.USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.rule.ReservedTokens;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** One hour for $60: a full minute is a dollar. */
class HourAllocationTest {

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ?> amounts(Hours hours) {
        return assertThat(hours.rows()).extracting(AllocatedRow::line, AllocatedRow::use,
                row -> row.costs().effective().amount().toPlainString());
    }

    @Test
    void dividesAMinuteByInputWhereInputIsTheLargerShareOfCapacity() {
        Hours hours = new Hours().calls(3, "search", 600, 10).calls(3, "ads", 0, 40);

        amounts(hours).as("60 %% of input, 50 %% of output")
                .containsExactly(tuple("ads", USED, "0"),
                        tuple("search", USED, "0.6"), tuple("idle", UNUSED, "59.4"));
        assertThat(hours.rows()).extracting(AllocatedRow::method)
                .containsExactly("no tokens of the dimension that bound any minute; capacity by contract",
                        "share of input tokens, which bound minute 12:03; capacity by contract",
                        "what no team used, capacity by contract; a line of its own");
    }

    @Test
    void dividesAMinuteByOutputWhereOutputIsTheLargerShareOfCapacity() {
        Hours hours = new Hours().calls(3, "search", 100, 30).calls(3, "ads", 300, 20);

        amounts(hours).containsExactly(tuple("ads", USED, "0.2"), tuple("search", USED, "0.3"),
                tuple("idle", UNUSED, "59.5"));
        assertThat(hours.rows().getFirst().method())
                .isEqualTo("share of output tokens, which bound minute 12:03; capacity by contract");
    }

    @Test
    void countsDemandAboveCapacityAsFull() {
        amounts(new Hours().calls(0, "search", 1_500, 0).calls(0, "ads", 500, 0))
                .containsExactly(tuple("ads", USED, "0.25"), tuple("search", USED, "0.75"),
                        tuple("idle", UNUSED, "59"));
    }

    @Test
    void dividesByTheCapacityOfAllUnits() {
        amounts(new Hours().units(2).calls(0, "ads", 500, 0))
                .containsExactly(tuple("ads", USED, "0.25"), tuple("idle", UNUSED, "59.75"));
    }

    @Test
    void addsMinutesThatEachDimensionBound() {
        Hours hours = new Hours().calls(1, "ads", 500, 0).calls(2, "ads", 0, 50).calls(59, "ads", 0, 25);

        amounts(hours).containsExactly(tuple("ads", USED, "1.25"), tuple("idle", UNUSED, "58.75"));
        assertThat(hours.rows().getFirst().method()).isEqualTo("share of input tokens, which bound minute 12:01, "
                + "and of output tokens, which bound 2 minutes; capacity by contract");
    }

    @Test
    void hasNoIdleLineWhereEveryMinuteWasFull() {
        var hours = new Hours();
        for (int minute = 0; minute < 60; minute++) {
            hours.calls(minute, minute < 45 ? "ads" : "search", 1_000, 1);
        }

        amounts(hours).containsExactly(tuple("ads", USED, "45"), tuple("search", USED, "15"));
    }

    @Test
    void leavesAnHourWithoutCallsToTheIdleLineWhateverIsKnownOfCapacity() {
        amounts(new Hours()).containsExactly(tuple("idle", UNUSED, "60"));
        amounts(new Hours().capacityUnknown()).containsExactly(tuple("idle", UNUSED, "60"));
        assertThat(new Hours().capacityUnknown().rows().getFirst().method())
                .isEqualTo("no calls in this hour; a line of its own");
    }

    @Test
    void dividesTheWholeHourByListEquivalentDollarsWhereNobodyStatesTheCapacity() {
        Hours hours = new Hours().capacityUnknown()
                .calls(1, "ads", 9_000, 0, "0.5")
                .calls(7, "ads", 1, 0, "2.5")
                .calls(7, "search", 1, 0, "1");

        amounts(hours).containsExactly(tuple("ads", USED, "45"), tuple("search", USED, "15"));
        assertThat(hours.rows()).extracting(AllocatedRow::method)
                .containsOnly("share of list-equivalent dollars: capacity not stated");
    }

    @Test
    void dividesByTokensWhereNotAllHasAListPrice() {
        Hours hours = new Hours().capacityUnknown()
                .calls(1, "ads", 20, 10, "5")
                .demand(1, "search", new Demand(Hours.tokens(5, 5), Usd.ZERO, false));

        amounts(hours).containsExactly(tuple("ads", USED, "45"), tuple("search", USED, "15"));
        assertThat(hours.rows().getFirst().method()).startsWith("share of tokens");
    }

    @Test
    void dividesByCallsWhereNothingElseIsCounted() {
        Hours hours = new Hours().capacityUnknown().calls(1, "ads", 0, 0, "0").calls(1, "search", 0, 0, "0");

        amounts(hours).containsExactly(tuple("ads", USED, "30"), tuple("search", USED, "30"));
        assertThat(hours.rows().getFirst().method()).startsWith("share of calls");
    }

    @Test
    void givesTheLastDigitToTheLargestRemainderAndOfEqualsToTheFirst() {
        Hours thirds = new Hours().capacityUnknown()
                .costs(Costs.atList(Usd.of("1")))
                .calls(0, "c", 1, 0)
                .calls(0, "a", 1, 0)
                .calls(0, "b", 1, 0);
        Hours unequal = new Hours().capacityUnknown()
                .costs(Costs.atList(Usd.of("1")))
                .calls(0, "a", 1, 0, "1")
                .calls(0, "b", 1, 0, "5");

        amounts(thirds).containsExactly(tuple("a", USED, "0.3333333334"), tuple("b", USED, "0.3333333333"),
                tuple("c", USED, "0.3333333333"));
        amounts(unequal).as("1/6 leaves .67 of a digit, 5/6 leaves .33")
                .containsExactly(
                        tuple("a", USED, "0.1666666667"), tuple("b", USED, "0.8333333333"));
    }

    @Test
    void dividesEachOfTheFourCosts() {
        var costs = new Costs(Usd.of("60"), Usd.of("54"), Usd.of("48"), Usd.of("0"));

        assertThat(new Hours().costs(costs).calls(0, "ads", 500, 0).rows().getFirst().costs())
                .isEqualTo(new Costs(Usd.of("0.5"), Usd.of("0.45"), Usd.of("0.4"), Usd.ZERO));
    }

    @Test
    void chargesTheIdlePartToTheOwnerBesideWhatItUsed() {
        Hours hours = new Hours().idle(IdlePolicy.OWNER).owner("ads").calls(0, "ads", 500, 0);

        amounts(hours).containsExactly(tuple("ads", USED, "0.5"), tuple("ads", UNUSED, "59.5"));
        assertThat(hours.rows().getLast().method()).endsWith("; charged to its owner");
        amounts(new Hours().idle(IdlePolicy.OWNER)).as("nobody owns it").containsExactly(tuple("idle", UNUSED, "60"));
    }

    @Test
    void spreadsTheIdlePartByWhatEachUsed() {
        Hours hours = new Hours().idle(IdlePolicy.PROPORTIONAL)
                .calls(0, "ads", 750, 0)
                .calls(1, "search", 250, 0);

        amounts(hours).containsExactly(tuple("ads", USED, "0.75"), tuple("search", USED, "0.25"),
                tuple("ads", UNUSED, "44.25"), tuple("search", UNUSED, "14.75"));
        amounts(new Hours().idle(IdlePolicy.PROPORTIONAL)).as("nobody used it")
                .containsExactly(tuple("idle", UNUSED, "60"));
    }

    @Test
    void dividesTheWholeHourByTheDaysWorkWhereMinutesAreNotKept() {
        List<AllocatedRow> rows = new Hours().byDay(Map.of("ads", new Demand(Hours.tokens(1, 1), Usd.of("30"), true),
                "search", new Demand(Hours.tokens(9, 9), Usd.of("10"), true)));

        assertThat(rows).extracting(AllocatedRow::line, AllocatedRow::basis, row -> row.costs().effective().toString())
                .containsExactly(tuple("ads", Basis.DAY_SHARE, "$45"), tuple("search", Basis.DAY_SHARE, "$15"));
        assertThat(rows.getFirst().method()).isEqualTo("share of list-equivalent dollars: its minutes are gone");
        assertThat(new Hours().byDay(Map.of())).extracting(AllocatedRow::line, AllocatedRow::method)
                .containsExactly(tuple("idle", "no calls on this day; a line of its own"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hours().byDay(Map.of("idle", Demand.NONE)));
    }

    @Test
    void countsCacheReadsAgainstModelUnitsButNotAgainstReservedTokens() {
        Quantities cached = Hours.tokens(50_000, 0).plus(Quantities.of(Measure.CACHE_READ, 50_000));
        var block = new ReservedTokens(Usd.of("0.01"), Usd.of("0.02"), 100_000, 10_000);

        assertThat(Capacity.of(block).input(cached)).isEqualTo(50_000);
        assertThat(Capacity.of(Hours.CAPACITY, 2).input(cached)).isEqualTo(100_000);
        assertThat(Capacity.of(block).plus(Capacity.of(block)))
                .isEqualTo(new Capacity(200_000, 20_000, false, "the Reserved block"));
        assertThat(Capacity.of(Hours.CAPACITY, 2)).isEqualTo(new Capacity(2_000, 200, true, "contract"));
    }

    @Test
    void refusesWhatCannotBeDivided() {
        assertThatIllegalArgumentException().isThrownBy(new Hours().calls(60, "ads", 1, 1)::rows)
                .withMessageContaining("the hour has the minutes");
        assertThatIllegalArgumentException().isThrownBy(new Hours().calls(-1, "ads", 1, 1)::rows);
        assertThatIllegalArgumentException().isThrownBy(new Hours().calls(0, "idle", 1, 1)::rows)
                .withMessageContaining("'idle' is what nobody used");
        assertThatIllegalArgumentException().isThrownBy(new Hours().owner("idle")::rows);
        assertThatIllegalArgumentException().isThrownBy(new Hours().units(0)::rows).withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(new Hours().costs(Costs.atList(Usd.of("-1")))::rows)
                .withMessageContaining("less than nothing");
        assertThatIllegalArgumentException().isThrownBy(() -> new Demand(Quantities.NONE, Usd.of("-1"), true));
    }
}
