package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.IMAGES;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.LATENCY_MS;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static dev.tallystone.invocation.Measure.REASONING;
import static dev.tallystone.invocation.Measure.REQUESTS;
import static dev.tallystone.invocation.Measure.RERANK_UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBook;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricerTest {

    private static final String HIDDEN = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1";
    private static final String OWNED = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/b2";
    private static final PriceBook INPUT_ONLY = BookOf.rows("measure: input, usd: \"3.00\"");
    private static final Costing FREE = new Costing.Priced(Usd.ZERO);

    private final Pricer pricer = new Pricer(INPUT_ONLY, new ModelNames(List.of()));
    private final int epoch = pricer.epochOf(Instant.parse("2026-10-01T00:00:00Z").toEpochMilli());

    private Costing charge(Calls calls, Quantities quantities) {
        return pricer.charge(pricer.usage(calls.cell(), epoch), quantities, epoch);
    }

    private boolean isSold(PriceKey key, PricingOption option, int at) {
        return pricer.verdict(key, option, false, at) instanceof Eligibility.Sold;
    }

    private static Costing unpriced(String why) {
        return new Costing.Unpriced(List.of(why));
    }

    @Test
    void namesThePriceThatIsMissingRatherThanChargeHalf() {
        assertThat(charge(Calls.of("acme.one"), Calls.counts(INPUT, 1_000_000, OUTPUT, 1)))
                .isEqualTo(unpriced("no price of output"));
        assertThat(charge(Calls.of("acme.unheard-of"), Calls.counts(INPUT, 1)))
                .isEqualTo(unpriced("no price of input"));
        assertThat(charge(Calls.of("acme.one"), Calls.counts(RERANK_UNITS, 1)))
                .isEqualTo(unpriced("no price of rerank_units"));
    }

    /** A book may leave a gap between two prices: what was used in it is unpriced, to the millisecond. */
    @Test
    void chargesNeitherPriceInAGapBetweenThem() {
        var gap = new Pricer(BookOf.rows("usd: \"3\", until: 2026-06-01", "usd: \"2\", from: 2026-06-02"),
                new ModelNames(List.of()));

        assertThat(chargedAt(gap, "2026-05-31T23:59:59.999Z")).isEqualTo(new Costing.Priced(Usd.of("3")));
        assertThat(chargedAt(gap, "2026-06-01T00:00:00Z")).isEqualTo(unpriced("no price of input"));
        assertThat(chargedAt(gap, "2026-06-01T23:59:59.999Z")).isEqualTo(unpriced("no price of input"));
        assertThat(chargedAt(gap, "2026-06-02T00:00:00Z")).isEqualTo(new Costing.Priced(Usd.of("2")));
    }

    private static Costing chargedAt(Pricer pricer, String time) {
        int at = pricer.epochOf(Instant.parse(time).toEpochMilli());
        return pricer.charge(pricer.usage(Calls.of("acme.one").cell(), at), Calls.counts(INPUT, 1_000_000), at);
    }

    @Test
    void chargesNothingForWhatHasNoPriceOfItsOwn() {
        Quantities request = Calls.counts(INPUT, 1_000_000, LATENCY_MS, 900).plus(Quantities.of(REASONING, 77));

        assertThat(charge(Calls.of("acme.one"), request)).isEqualTo(new Costing.Priced(Usd.of("3")));
    }

    @Test
    void neverTakesAnUnresolvedModelForFree() {
        assertThat(charge(Calls.of(HIDDEN), Calls.counts(INPUT, 1))).isEqualTo(unpriced("unresolved model"));
        assertThat(charge(Calls.of(HIDDEN), Calls.counts(IMAGES, 1))).isEqualTo(unpriced("unresolved model"));
        assertThat(charge(Calls.of("gibberish"), Calls.counts(OUTPUT, 1))).isEqualTo(unpriced("unresolved model"));
    }

    @Test
    void neverTakesAnUnknownQuantityForFree() {
        Calls unknown = Calls.of("acme.one").caveat(Caveat.QUANTITY_UNKNOWN);

        assertThat(charge(unknown, Quantities.of(REQUESTS, 1))).isEqualTo(unpriced("unknown quantity"));
        assertThat(charge(unknown, Quantities.NONE)).as("a window without such a call").isEqualTo(FREE);
        assertThat(charge(Calls.of(HIDDEN).caveat(Caveat.QUANTITY_UNKNOWN), Quantities.of(REQUESTS, 1)))
                .isEqualTo(unpriced("unknown quantity"));
    }

    @Test
    void chargesNothingForACallThatFailedWithoutTokens() {
        Quantities failed = Quantities.of(REQUESTS, 1);

        assertThat(charge(Calls.of("acme.one").outcome(Outcome.THROTTLED), failed)).isEqualTo(FREE);
        assertThat(charge(Calls.of(HIDDEN).outcome(Outcome.CLIENT_ERROR), failed)).isEqualTo(FREE);
        assertThat(charge(Calls.of("acme.one").tier("ultrafast").outcome(Outcome.THROTTLED), failed)).isEqualTo(FREE);
    }

    @Test
    void hasNoTokenPricesOfModesThatAreSoldOtherwise() {
        assertThat(charge(Calls.of("acme.one").tier("reserved"), Calls.counts(INPUT, 1)))
                .isEqualTo(unpriced(
                        "calls of the reserved tier: their block pays, but for what exceeds it, and no log says how much that is"));
        assertThat(charge(Calls.of("acme.one").tier("ultrafast"), Calls.counts(INPUT, 1)))
                .isEqualTo(unpriced("no prices of mode ultrafast"));
    }

    @Test
    void chargesNoTokensOnOwnedUnitsButQuotesThemOnceTheyAreNamed() {
        var alias = new ModelAlias(OWNED, "acme.one", Routing.IN_REGION, Instant.EPOCH,
                Instant.parse("2027-01-01T00:00:00Z"));
        var named = new Pricer(INPUT_ONLY, new ModelNames(List.of(alias)));
        int now = named.epochOf(Instant.parse("2026-10-01T00:00:00Z").toEpochMilli());
        Usage usage = named.usage(Calls.of(OWNED).cell(), now);

        assertThat(charge(Calls.of(OWNED), Calls.counts(INPUT, 1_000_000))).isEqualTo(FREE);
        assertThat(named.charge(usage, Calls.counts(INPUT, 1_000_000), now)).isEqualTo(FREE);
        assertThat(named.quote(usage, PricingOption.ON_DEMAND, Calls.counts(INPUT, 1_000_000), now))
                .isEqualTo(new Costing.Priced(Usd.of("3")));
    }

    @Test
    void quotesNoTokensOfACustomModelWhichIsSoldByTheUnitAlone() {
        var alias = new ModelAlias(OWNED, "acme.one", Routing.IN_REGION, true, Instant.EPOCH, Instant.MAX);
        var named = new Pricer(INPUT_ONLY, new ModelNames(List.of(alias)));
        int now = named.epochOf(Instant.parse("2026-10-01T00:00:00Z").toEpochMilli());
        Usage usage = named.usage(Calls.of(OWNED).cell(), now);

        assertThat(named.charge(usage, Calls.counts(INPUT, 1_000_000), now)).isEqualTo(FREE);
        assertThat(named.quote(usage, PricingOption.ON_DEMAND, Calls.counts(INPUT, 1_000_000), now))
                .isEqualTo(unpriced("a custom model is sold by the unit alone"));
    }

    @Test
    void sellsAnOptionOnlyWhereARowExists() {
        var key = new PriceKey("acme.one", "us-east-1", Routing.IN_REGION, 0, "");

        assertThat(isSold(key, PricingOption.ON_DEMAND, epoch)).isTrue();
        assertThat(isSold(key, PricingOption.BATCH, epoch)).isFalse();
    }

    @Test
    void beginsAnEpochWheneverAPriceOrANameChanges() {
        PriceBook book = BookOf.rows("usd: \"1\", until: 2026-06-01", "usd: \"2\", from: 2026-06-01");
        Instant aliased = Instant.parse("2026-07-01T00:00:00Z");
        var dated = new Pricer(book, new ModelNames(
                List.of(new ModelAlias(HIDDEN, "acme.one", Routing.GEO, aliased, Instant.MAX))));

        assertThat(epoch(dated, "2026-05-31T23:59:59.999Z")).isEqualTo(epoch(dated, "2026-01-01T00:00:00Z"));
        assertThat(epoch(dated, "2026-06-01T00:00:00Z")).isEqualTo(epoch(dated, "2026-05-31T23:59:59.999Z") + 1);
        assertThat(epoch(dated, "2026-07-01T00:00:00Z")).isEqualTo(epoch(dated, "2026-06-30T23:59:59.999Z") + 1);
        assertThat(dated.usage(Calls.of(HIDDEN).cell(), epoch(dated, "2026-07-01T00:00:00Z")).model())
                .isEqualTo("acme.one");
    }

    private static int epoch(Pricer pricer, String at) {
        return pricer.epochOf(Instant.parse(at).toEpochMilli());
    }
}
