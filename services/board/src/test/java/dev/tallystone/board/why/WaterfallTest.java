package dev.tallystone.board.why;

import static dev.tallystone.board.why.Calls.monday;
import static dev.tallystone.board.why.Calls.tuesday;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Usd;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each cause alone, in dollars worked out by hand: a million tokens of model one costs 2, read 0.20, out 10. */
class WaterfallTest {

    private static final Tariff PRICES = Tariff.usual();

    private static Calls hundred() {
        return Calls.of("one", 100).input(1_000_000).read(4_000_000).output(200_000);
    }

    /** The terms that are not zero. */
    private static Map<Cause, Usd> moved(Change change) {
        var moved = new TreeMap<Cause, Usd>();
        change.terms()
                .stream()
                .filter(term -> !term.usd().equals(Usd.ZERO))
                .forEach(term -> moved.put(term.cause(), term.usd()));
        return moved;
    }

    private static String sentence(Change change, Cause cause) {
        return change.terms().get(cause.ordinal()).sentence();
    }

    @Test
    void findsNoCauseWhereNothingChanged() {
        Change change = Waterfall.between(monday(PRICES, hundred()), tuesday(PRICES, hundred()));

        assertThat(moved(change)).isEmpty();
        assertThat(change.before().usd()).isEqualTo(Usd.of("4.80"));
        assertThat(change.after().usd()).isEqualTo(Usd.of("4.80"));
        assertThat(change.action()).isEmpty();
        assertThat(change.callers()).isEmpty();
    }

    @Test
    void namesEveryCauseInItsOrder() {
        Change change = Waterfall.between(monday(PRICES, hundred()), tuesday(PRICES, hundred()));

        assertThat(change.terms()).extracting(Change.Term::cause)
                .containsExactly(Cause.PRICE, Cause.VOLUME, Cause.MODEL_MIX, Cause.TOKENS_PER_REQUEST, Cause.CACHE,
                        Cause.TIER_AND_ROUTING, Cause.CONTEXT_CLASS, Cause.RETRIES_AND_ERRORS,
                        Cause.STANDING_CHARGES);
    }

    @Test
    void putsANewPriceIntoPriceAlone() {
        Calls calls = Calls.of("one", 100).input(1_000_000).output(400_000);
        Change change = Waterfall.between(monday(PRICES, calls), tuesday(PRICES.with("one", "2.5"), calls));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.PRICE, Usd.of("1.50")));
        assertThat(sentence(change, Cause.PRICE))
                .isEqualTo("output of one (on_demand in us-west-2) rose from $10.00 to $12.50 per 1M tokens");
    }

    @Test
    void putsTheDoublingOfEverythingIntoVolumeAlone() {
        Calls failed = Calls.of("one", 10).input(50_000).ending(Outcome.THROTTLED);
        Calls other = Calls.of("cliff", 7).input(900_001).context(Calls.ABOVE_100K).on(Mode.FLEX);

        Change change = Waterfall.between(monday(PRICES, hundred(), failed, other),
                tuesday(PRICES, hundred(), hundred(), failed, failed, other, other));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.VOLUME, Usd.of("7.1500025")));
        assertThat(sentence(change, Cause.VOLUME))
                .isEqualTo(
                        "successful requests rose from 107 to 214");
    }

    @Test
    void losesNoDigitOfPricesThatHaveMoreThanStates() {
        Tariff fine = PRICES.with("one", "2.0000000007"); // 16 decimals a token
        Calls calls = Calls.of("one", 3).input(1);

        Change change = Waterfall.between(monday(fine, calls), tuesday(fine, calls, calls));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.VOLUME, Usd.of("0.0000020000000007")));
    }

    @Test
    void putsAnotherChoiceOfModelIntoModelMixAlone() {
        Calls half = Calls.of("one", 50).input(500_000);
        Calls dear = Calls.of("two", 50).input(500_000);
        Change change = Waterfall.between(monday(PRICES, half, dear),
                tuesday(PRICES, Calls.of("one", 20).input(200_000), Calls.of("two", 80).input(800_000)));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.MODEL_MIX, Usd.of("2.4")));
        assertThat(sentence(change, Cause.MODEL_MIX))
                .isEqualTo("two rose from 50.0 % to 80.0 %, one fell from 50.0 % to 20.0 % of requests");
    }

    @Test
    void putsLongerPromptsAndShorterAnswersIntoTokensPerRequestAlone() {
        Change change = Waterfall.between(monday(PRICES, hundred()),
                tuesday(PRICES, Calls.of("one", 100).input(1_500_000).read(6_000_000).output(100_000)));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.TOKENS_PER_REQUEST, Usd.of("0.4")));
        assertThat(sentence(change, Cause.TOKENS_PER_REQUEST)).isEqualTo(
                "prompts rose from 50,000 to 75,000 tokens a request, answers fell from 2,000 to 1,000");
        assertThat(sentence(change, Cause.CACHE)).startsWith("cache reads stayed at 80.0 % of prompt tokens");
    }

    @Test
    void putsAFallOfCacheReadsAtTheSameLengthIntoCacheAlone() {
        Change change = Waterfall.between(monday(PRICES, hundred()),
                tuesday(PRICES, Calls.of("one", 100).input(2_000_000).read(2_500_000).write(500_000).output(200_000)));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.CACHE, Usd.of("2.95")));
        assertThat(sentence(change, Cause.CACHE)).isEqualTo("cache reads fell from 80.0 % to 50.0 % of prompt tokens,"
                + " cache writes rose from 0.0 % to 10.0 %");
    }

    @Test
    void putsAMoveFromStandardToFlexIntoTierAndRoutingAlone() {
        Calls quarter = Calls.of("one", 25).input(250_000).read(1_000_000).output(50_000);
        Change change = Waterfall.between(monday(PRICES, hundred()),
                tuesday(PRICES, quarter, quarter.on(Mode.FLEX), quarter.on(Mode.FLEX), quarter.on(Mode.FLEX)));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.TIER_AND_ROUTING, Usd.of("-1.8")));
        assertThat(sentence(change, Cause.TIER_AND_ROUTING)).isEqualTo("flex in us-west-2 rose from 0.0 % to 75.0 %,"
                + " on_demand in us-west-2 fell from 100.0 % to 25.0 % of requests");
    }

    @Test
    void putsTheMoveOfTheLongestJobsToFlexIntoTierAndRoutingAlone() {
        Calls small = Calls.of("one", 90).input(900_000);
        Calls large = Calls.of("one", 10).input(9_100_000);
        Change change = Waterfall.between(monday(PRICES, small, large),
                tuesday(PRICES, small, large.on(Mode.FLEX)));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.TIER_AND_ROUTING, Usd.of("-9.1")));
    }

    @Test
    void countsRoutingAndRegionAsTheWayItWasBought() {
        Prices dearAbroad = (usage, counts) -> PRICES.cost(usage,
                usage.cell().region().equals("eu-west-1") ? counts.plus(counts) : counts);
        Change change = Waterfall.between(monday(dearAbroad, hundred()),
                tuesday(dearAbroad, hundred().through(Routing.GLOBAL, "eu-west-1")));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.TIER_AND_ROUTING, Usd.of("4.8")));
        assertThat(sentence(change, Cause.TIER_AND_ROUTING)).startsWith("on_demand in eu-west-1 (global) rose");
    }

    @Test
    void putsTheJumpOverAThresholdIntoContextClassAndTheLengthIntoTokens() {
        Calls below = Calls.of("cliff", 50).input(4_950_000).context(1);
        Calls above = Calls.of("cliff", 50).input(5_050_000).context(Calls.ABOVE_100K);

        Change change = Waterfall.between(monday(PRICES, below, below), tuesday(PRICES, below, above));

        assertThat(moved(change)).isEqualTo(
                Map.of(Cause.TOKENS_PER_REQUEST, Usd.of("0.1"), Cause.CONTEXT_CLASS, Usd.of("20.2")));
        assertThat(sentence(change, Cause.CONTEXT_CLASS)).isEqualTo(
                "requests above 100,000 prompt tokens rose from 0 to 50 (0.0 % of all before, 50.0 % after)");
    }

    @Test
    void putsWhatFailedCallsCostBeyondTheirGrowthIntoRetriesAlone() {
        Calls blocked = Calls.of("one", 10)
                .with(Measure.GUARDRAIL_CONTENT, 1_000)
                .ending(Outcome.BLOCKED);
        Calls throttled = Calls.of("one", 300).ending(Outcome.THROTTLED);

        Change change = Waterfall.between(monday(PRICES, hundred(), blocked),
                tuesday(PRICES, hundred(), blocked, blocked, throttled));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.RETRIES_AND_ERRORS, Usd.of("0.1")));
        assertThat(sentence(change, Cause.RETRIES_AND_ERRORS))
                .isEqualTo("failed calls rose from 10 to 320, throttled ones rose from 0 to 300;"
                        + " their cost rose from $0.10 to $0.20");
    }

    @Test
    void putsOwnedUnitsIntoStandingChargesAlone() {
        Change change = Waterfall.between(Calls.period(Calls.MONDAY, PRICES, List.of(hundred()), "24"),
                Calls.period(Calls.TUESDAY, PRICES, List.of(hundred()), "48.5"));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.STANDING_CHARGES, Usd.of("24.5")));
        assertThat(change.after().usd()).isEqualTo(Usd.of("53.3"));
        assertThat(sentence(change, Cause.STANDING_CHARGES))
                .isEqualTo("owned units and other standing charges rose from $24.00 to $48.50");
    }

    @Test
    void neverMistakesAGrowingCallerForLongerPromptsOrFewerReads() {
        Calls cached = Calls.of("one", 100).read(1_000_000).by("chat");
        Calls uncached = Calls.of("one", 100).input(9_000_000).by("search");

        Change change = Waterfall.between(monday(PRICES, cached, uncached),
                tuesday(PRICES, cached, uncached, uncached));

        assertThat(moved(change)).isEqualTo(Map.of(Cause.VOLUME, Usd.of("18")));
    }

    @Test
    void namesTheCallerThatACauseMovedMost() {
        Calls search = Calls.of("one", 100).input(1_000_000).by("search");
        Calls chat = Calls.of("one", 100).input(1_000_000).by("chat");

        Change change = Waterfall.between(monday(PRICES, search, chat),
                tuesday(PRICES, search.input(200_000), chat.input(500_000)));

        assertThat(sentence(change, Cause.TOKENS_PER_REQUEST)).isEqualTo(
                "prompts rose from 10,000 to 13,500 tokens a request, answers stayed at 0;"
                        + " most by chat: prompts rose from 10,000 to 15,000 tokens a request, answers stayed at 0");
    }

    @Test
    void takesOneStepAfterTheOtherWhereEverythingChanges() {
        Change change = Waterfall.between(
                Calls.period(Calls.MONDAY, PRICES,
                        List.of(Calls.of("one", 100).input(1_000_000).output(100_000)), "1"),
                Calls.period(Calls.TUESDAY, PRICES.with("one", "4"), List.of(
                        Calls.of("one", 150).input(1_000_000).read(2_000_000).output(75_000).on(Mode.FLEX),
                        Calls.of("two", 50).input(100_000)), "3"));

        // 3 dollars -> at new prices 6 -> 200 requests 12 -> 150 of them on one 9 and 50 on two 1 -> prompts twice as
        // long (6 to 12), answers half (3 to 1.5) -> two thirds read (12 to 4 + 0.4, new, so at once at the price of
        // flex) -> flex halves the other 5.5
        assertThat(moved(change)).isEqualTo(new TreeMap<>(Map.of(Cause.PRICE, Usd.of("3"), Cause.VOLUME, Usd.of("6"),
                Cause.MODEL_MIX, Usd.of("-2"), Cause.TOKENS_PER_REQUEST, Usd.of("4.5"), Cause.CACHE, Usd.of("-7.6"),
                Cause.TIER_AND_ROUTING, Usd.of("-2.75"), Cause.STANDING_CHARGES, Usd.of("2"))));
    }
}
