package dev.tallystone.board.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.why.Change.Term;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Usd;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of any two periods. */
class WaterfallLawsTest {

    private static final int PAIRS = 10_000;

    private final AnyPeriods any = new AnyPeriods(Long.getLong("seed", System.nanoTime()));

    @Test
    void addsUpToTheChangeExactlyInBothDirectionsAndCountsNothingWithoutAPrice() {
        int leftOut = 0;
        for (int i = 0; i < PAIRS; i++) {
            Period before = any.monday();
            Period after = any.tuesday();

            Change change = Waterfall.between(before, after);

            assertThat(new Law(before, after).violations(change)).as("pair %d of %s", i, any).isEmpty();
            assertThat(sum(Waterfall.between(after, before))).as("swapped").isEqualTo(Usd.ZERO.minus(change.change()));
            leftOut += change.leftOut().size();
        }
        assertThat(leftOut).as("some had no price").isGreaterThan(PAIRS / 20);
    }

    private static Usd sum(Change change) {
        return change.terms().stream().map(Term::usd).reduce(Usd.ZERO, Usd::plus);
    }

    @Test
    void findsNoPriceChangeWherePricesAreEqual() {
        holds((calls, other) -> moved(calls, any.shuffled(other)), EnumSet.complementOf(EnumSet.of(Cause.PRICE)));
    }

    @Test
    void findsPriceAloneWhereOnlyPricesChange() {
        for (int i = 0; i < 1_000; i++) {
            List<Calls> calls = any.calls();
            Change change = Waterfall.between(Calls.period(Calls.MONDAY, any.tariff(), calls, "1"),
                    Calls.period(Calls.TUESDAY, any.tariff(), any.shuffled(calls), "1"));

            assertThat(EnumSet.of(Cause.PRICE)).as("%s", any).containsAll(causes(change));
        }
    }

    @Test
    void findsVolumeAloneWhereEverythingIsMultiplied() {
        holds((calls, _) -> {
            List<Calls> served = withSuccess(calls);
            return moved(served, any.shuffled(repeated(served, any.upTo(7))));
        }, EnumSet.of(Cause.VOLUME));
    }

    /** A sender whose calls all fail has no volume to grow by. */
    private static List<Calls> withSuccess(List<Calls> calls) {
        return calls.stream()
                .flatMap(each -> Stream.of(each, Calls.of("one", 3).by(each.caller(), each.team())))
                .toList();
    }

    private static List<Calls> repeated(List<Calls> calls, int times) {
        var repeated = new ArrayList<Calls>();
        for (int i = 0; i < times; i++) {
            repeated.addAll(calls);
        }
        return repeated;
    }

    @Test
    void findsTierAndRoutingAloneWhereOnlyTheTierChanges() {
        holds((calls, _) -> moved(map(calls, each -> each.on(Mode.ON_DEMAND)), map(calls, each -> each.on(Mode.FLEX))),
                EnumSet.of(Cause.TIER_AND_ROUTING, Cause.RETRIES_AND_ERRORS));
    }

    @Test
    void findsContextClassAloneWhereOnlyThatChanges() {
        holds((calls, _) -> moved(map(calls, each -> each.context(0)), map(calls, each -> each.context(5))),
                EnumSet.of(Cause.CONTEXT_CLASS, Cause.RETRIES_AND_ERRORS));
    }

    @Test
    void movesNoTermWhenEntriesAreCutOrReordered() {
        for (int i = 0; i < 1_000; i++) {
            List<Calls> before = any.calls();
            List<Calls> after = any.calls();

            Change change = moved(repeated(before, 2), after);

            assertThat(moved(any.shuffled(map(before, each -> each.counts(each.counts().plus(each.counts())))),
                    any.shuffled(after)).terms()).extracting(Term::usd)
                    .as("%s", any)
                    .isEqualTo(change.terms().stream().map(Term::usd).toList());
        }
    }

    private interface Scene {
        Change play(List<Calls> some, List<Calls> others);
    }

    private void holds(Scene scene, Set<Cause> allowed) {
        int told = 0;
        for (int i = 0; i < 1_000; i++) {
            Change change = scene.play(any.calls(), any.calls());
            assertThat(allowed).as("%s", any).containsAll(causes(change));
            told += causes(change).size();
        }
        assertThat(told).as("something moved").isGreaterThan(500);
    }

    private static Change moved(List<Calls> before, List<Calls> after) {
        return Waterfall.between(Calls.period(Calls.MONDAY, Tariff.usual(), before, "1"),
                Calls.period(Calls.TUESDAY, Tariff.usual(), after, "1"));
    }

    private static List<Calls> map(List<Calls> calls, UnaryOperator<Calls> how) {
        return calls.stream().map(how).toList();
    }

    private static Set<Cause> causes(Change change) {
        var causes = EnumSet.noneOf(Cause.class);
        change.terms().stream().filter(term -> !term.usd().equals(Usd.ZERO)).forEach(term -> causes.add(term.cause()));
        return causes;
    }

    @Test
    void isHeldByALawThatSeesAWrongDecomposition() {
        int rounded = 0;
        int twice = 0;
        int uncounted = 0;
        for (int i = 0; i < 200; i++) {
            Law law = new Law(any.monday(), any.tuesday());
            Change right = Waterfall.between(law.before(), law.after());
            rounded += law.violations(withTerms(right, WaterfallLawsTest::toCents)).isEmpty() ? 0 : 1;
            twice += law.violations(withTerms(right, term -> term.cause() == Cause.STANDING_CHARGES
                    ? new Term(term.cause(), term.usd().plus(Usd.of("0.000000000001")), term.sentence())
                    : term)).isEmpty() ? 0 : 1;
            Period guessed = new Period(law.before().from(), law.before().to(), law.before().prices(), List.of(),
                    law.before().standing());
            uncounted += law.violations(Waterfall.between(guessed, law.after())).isEmpty() ? 0 : 1;
        }
        assertThat(rounded).as("terms rounded to cents").isGreaterThan(150);
        assertThat(twice).as("one term off by the last digit").isEqualTo(200);
        assertThat(uncounted).as("a period forgotten").isGreaterThan(150);
    }

    private static Term toCents(Term term) {
        return new Term(term.cause(), new Usd(term.usd().amount().setScale(2, RoundingMode.HALF_EVEN)),
                term.sentence());
    }

    private static Change withTerms(Change change, UnaryOperator<Term> how) {
        return new Change(change.before(), change.after(), change.change(), change.terms().stream().map(how).toList(),
                change.callers(), change.teams(), change.action(), change.leftOut(), change.basis());
    }
}
