package dev.tallystone.board.why;

import static dev.tallystone.board.why.Calls.monday;
import static dev.tallystone.board.why.Calls.tuesday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.board.why.Change.LeftOut;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What exists in one period only, has no price, or is nothing. */
class EdgesTest {

    private static final Tariff PRICES = Tariff.usual();
    private static final Calls ONE = Calls.of("one", 100).input(1_000_000);
    private static final Calls TWO = Calls.of("two", 10).input(1_000_000);
    private static final Calls FAILED = Calls.of("one", 5).input(500_000).ending(Outcome.SERVER_ERROR);

    @Test
    void countsAModelThatIsCalledInOnePeriodOnlyAsModelMix() {
        Change begins = Waterfall.between(monday(PRICES, ONE), tuesday(PRICES, ONE, TWO));
        Change ends = Waterfall.between(monday(PRICES, ONE, TWO), tuesday(PRICES, ONE));

        // 110 requests instead of 100 at 0.02 each is volume; that ten of them are dear ones is mix
        assertThat(begins.of(Cause.VOLUME)).isEqualTo(Usd.of("0.2"));
        assertThat(begins.of(Cause.MODEL_MIX)).isEqualTo(Usd.of("9.8"));
        assertThat(ends.of(Cause.VOLUME).plus(ends.of(Cause.MODEL_MIX))).isEqualTo(Usd.of("-10"));
        assertThat(ends.of(Cause.TOKENS_PER_REQUEST)).isEqualTo(Usd.ZERO);
    }

    @Test
    void asksNoPriceOfBeforeForAModelThatIsNew() {
        Change change = Waterfall.between(monday(PRICES.without("two"), ONE), tuesday(PRICES, ONE, TWO));

        assertThat(change.change()).isEqualTo(Usd.of("10"));
        assertThat(change.of(Cause.PRICE)).isEqualTo(Usd.ZERO);
        assertThat(change.leftOut()).isEmpty();
    }

    @Test
    void keepsTheOldPriceOfAModelThatIsSoldNoMore() {
        Change change = Waterfall.between(monday(PRICES, ONE, TWO), tuesday(PRICES.without("two"), ONE));

        assertThat(change.change()).isEqualTo(Usd.of("-10"));
        assertThat(change.of(Cause.PRICE)).isEqualTo(Usd.ZERO);
        assertThat(change.leftOut()).isEmpty();
    }

    @Test
    void countsACallerOfOnePeriodOnlyAsVolume() {
        Change change = Waterfall.between(monday(PRICES, ONE), tuesday(PRICES, ONE, TWO.by("new")));

        assertThat(change.of(Cause.VOLUME)).isEqualTo(Usd.of("10"));
        assertThat(change.action()).get()
                .extracting(Change.Action::sentence)
                .isEqualTo("new is new: it sent 10 requests");
    }

    @Test
    void countsAllAsVolumeAndRetriesWhereAPeriodIsEmpty() {
        Change change = Waterfall.between(monday(PRICES), tuesday(PRICES, ONE, FAILED));
        Change back = Waterfall.between(tuesday(PRICES, ONE, FAILED), monday(PRICES));

        assertThat(change.before().usd()).isEqualTo(Usd.ZERO);
        assertThat(change.of(Cause.VOLUME)).isEqualTo(Usd.of("2"));
        assertThat(change.of(Cause.RETRIES_AND_ERRORS)).isEqualTo(Usd.of("1"));
        assertThat(back.of(Cause.VOLUME)).as("failures fade with the rest").isEqualTo(Usd.of("-3"));
    }

    @Test
    void findsNothingInTwoEmptyPeriods() {
        Change change = Waterfall.between(monday(PRICES), tuesday(PRICES));

        assertThat(change.change()).isEqualTo(Usd.ZERO);
        assertThat(change.terms()).extracting(Change.Term::usd).containsOnly(Usd.ZERO);
    }

    @Test
    void explainsCallsOfWhichNoneSucceeded() {
        Change change = Waterfall.between(monday(PRICES, FAILED), tuesday(PRICES, FAILED, FAILED));

        assertThat(change.change()).isEqualTo(Usd.of("1"));
        assertThat(change.of(Cause.RETRIES_AND_ERRORS)).isEqualTo(Usd.of("1"));
    }

    @Test
    void asksNoPriceForCountsOfZero() {
        Calls nothing = Calls.of("unheard", 7);

        Change change = Waterfall.between(monday(PRICES, ONE, nothing), tuesday(PRICES, ONE));

        assertThat(change.leftOut()).isEmpty();
        assertThat(change.change()).isEqualTo(Usd.ZERO);
    }

    @Test
    void leavesOutOfBothWhatHasNoPriceInOne() {
        Tariff withoutOutput = PRICES.without("two", Measure.OUTPUT);
        Calls answering = TWO.output(1_000);

        Change change = Waterfall.between(monday(withoutOutput, ONE, answering, TWO),
                tuesday(PRICES, ONE, answering, answering, TWO));

        assertThat(change.before().usd()).isEqualTo(Usd.of("12"));
        assertThat(change.after().usd()).isEqualTo(Usd.of("12"));
        assertThat(change.leftOut()).containsExactly(new LeftOut("two", "no price of output", 10, 0),
                new LeftOut("two", "priced, but its like in the other period is not", 0, 20));
    }

    @Test
    void leavesOutALikeThatIsKnownByTheIdAsCalled() {
        Calls profile = ONE.through(Routing.GLOBAL, "us-west-2");
        Entry resolved = profile.at(PRICES);
        Entry unresolved = new Entry(new Usage(resolved.usage().cell(),
                Optional.empty(), Mode.ON_DEMAND, false), resolved.quantities(),
                (_, counts) -> counts.tokens() == 0
                        ? new Costing.Priced(Usd.ZERO)
                        : new Costing.Unpriced(List.of("unresolved model")),
                "app", "core");

        Change change = Waterfall.between(
                new Period(Calls.MONDAY, Calls.TUESDAY, PRICES, List.of(unresolved), Usd.ZERO),
                tuesday(PRICES, profile));

        assertThat(change.change()).isEqualTo(Usd.ZERO);
        assertThat(change.leftOut()).hasSize(2);
    }

    @Test
    void countsAPriceThatChangesWithinAPeriodAsPrice() {
        Tariff dearer = PRICES.with("one", "4");
        Period split = new Period(Calls.TUESDAY, Calls.WEDNESDAY, dearer, List.of(ONE.at(PRICES), ONE.at(dearer)),
                Usd.ZERO);

        Change change = Waterfall.between(monday(PRICES, ONE, ONE), split);

        assertThat(change.of(Cause.PRICE)).isEqualTo(Usd.of("2"));
        assertThat(change.change()).isEqualTo(Usd.of("2"));
    }

    @Test
    void pricesWhatIsSoldNoMoreAtTheEndOfThePeriodAsItWasCharged() {
        Period launchedAndGone = new Period(Calls.TUESDAY, Calls.WEDNESDAY, PRICES.without("two"),
                List.of(TWO.at(PRICES)), Usd.ZERO);

        Change change = Waterfall.between(monday(PRICES.without("two"), ONE), launchedAndGone);

        assertThat(change.after().usd()).isEqualTo(Usd.of("10"));
        assertThat(change.of(Cause.PRICE)).isEqualTo(Usd.ZERO);
    }

    @Test
    void refusesPricesThatAreNotLinear() {
        Prices minimum = (_, counts) -> new Costing.Priced(Usd.of(counts.equals(Quantities.NONE) ? "0" : "5"));

        assertThatThrownBy(() -> Waterfall.between(monday(minimum, ONE), tuesday(minimum, ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("linear")
                .hasMessageContaining("one");
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        Instant noon = Calls.MONDAY.plusSeconds(43_200);

        assertThatThrownBy(() -> new Period(noon, noon, PRICES, List.of(), Usd.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-16T12:00:00Z");
    }
}
