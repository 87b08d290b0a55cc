package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.CACHE_READ;
import static dev.tallystone.invocation.Measure.CACHE_WRITE;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_1H;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_5M;
import static dev.tallystone.invocation.Measure.IMAGES;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.INPUT_IMAGES;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.book.PriceBookReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What calls cost by the book that we ship: the cases in which a bill most easily goes wrong. */
class ShippedPricesTest {

    private static final String HAIKU_5_5 = "anthropic.claude-haiku-5-5";
    private static final String SONNET_4_5 = "anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final Instant NOVEMBER_1 = Instant.parse("2026-11-01T00:00:00Z");

    private final Pricer pricer = new Pricer(PriceBookReader.shipped(), new ModelNames(List.of()));

    private Costing charge(Calls calls, Quantities quantities) {
        return charge(calls, quantities, NOVEMBER_1);
    }

    private Costing charge(Calls calls, Quantities quantities, Instant at) {
        int epoch = pricer.epochOf(at.toEpochMilli());
        return pricer.charge(pricer.usage(calls.cell(), epoch), quantities, epoch);
    }

    private Costing quote(Calls calls, PricingOption option, Quantities quantities) {
        int epoch = pricer.epochOf(NOVEMBER_1.toEpochMilli());
        return pricer.quote(pricer.usage(calls.cell(), epoch), option, quantities, epoch);
    }

    private static Usd list(Costing costing) {
        return switch (costing) {
            case Costing.Priced priced -> priced.costs().list();
            case Costing.Unpriced(var why) -> throw new AssertionError("unpriced: " + why);
        };
    }

    private static Costing usd(String amount) {
        return new Costing.Priced(Usd.of(amount));
    }

    @Test
    void chargesTheWholeOfALongHaikuRequestFiveTimesWithItsCacheCounted() {
        Quantities request = Calls.counts(INPUT, 1_000, CACHE_READ, 120_000).plus(Quantities.of(OUTPUT, 500));

        assertThat(charge(Calls.of("global." + HAIKU_5_5).promptTokens(121_000), request)).isEqualTo(usd("0.00775"));
        assertThat(charge(Calls.of("global." + HAIKU_5_5).promptTokens(100_000), request))
                .as("the same tokens in short requests")
                .isEqualTo(usd("0.00155"));
    }

    @Test
    void chargesSonnetAboveTwoHundredThousandAndGptAbove272Thousand() {
        Quantities request = Calls.counts(INPUT, 1_000_000, OUTPUT, 1_000_000);

        assertThat(charge(Calls.of("global." + SONNET_4_5).promptTokens(200_000), request)).isEqualTo(usd("18"));
        assertThat(charge(Calls.of("global." + SONNET_4_5).promptTokens(200_001), request)).isEqualTo(usd("28.5"));
        assertThat(list(charge(Calls.of("openai.gpt-5.6-sol").promptTokens(272_000), request)))
                .isEqualTo(Usd.of("26.4"));
        assertThat(list(charge(Calls.of("openai.gpt-5.6-sol").promptTokens(272_001), request)))
                .isEqualTo(Usd.of("41.8"));
    }

    @Test
    void quotesNoBatchForALongRequestBecauseNoRowHasIt() {
        Quantities request = Calls.counts(INPUT, 1_000_000);

        assertThat(quote(Calls.of(SONNET_4_5).promptTokens(200_000), PricingOption.BATCH, request))
                .isEqualTo(usd("1.65"));
        assertThat(quote(Calls.of(SONNET_4_5).promptTokens(200_001), PricingOption.BATCH, request))
                .isEqualTo(new Costing.Unpriced(List.of("no price by this option is known")));
        assertThat(quote(Calls.of("anthropic.claude-opus-5-5"), PricingOption.BATCH, request))
                .as("a model without a batch row")
                .isEqualTo(new Costing.Unpriced(List.of("no price by this option is known")));
    }

    @Test
    void chargesClaudeByItsRouting() {
        Quantities request = Calls.counts(INPUT, 1_000_000, OUTPUT, 1_000_000);

        assertThat(charge(Calls.of("global." + SONNET_4_5), request)).isEqualTo(usd("18"));
        assertThat(charge(Calls.of("eu." + SONNET_4_5).region("eu-west-1"), request)).isEqualTo(usd("19.8"));
        assertThat(charge(Calls.of(SONNET_4_5), request)).isEqualTo(usd("19.8"));
    }

    @Test
    void chargesNovaByTheRegionThatWasCalledAndGlobalByItsOwnPrice() {
        Quantities request = Calls.counts(INPUT, 1_000_000, OUTPUT, 1_000_000);

        assertThat(charge(Calls.of("global.amazon.nova-2-lite-v1:0"), request)).isEqualTo(usd("2.8"));
        assertThat(charge(Calls.of("amazon.nova-2-lite-v1:0"), request)).isEqualTo(usd("3.08"));
        assertThat(charge(Calls.of("eu.amazon.nova-pro-v1:0").region("eu-west-1"), request)).isEqualTo(usd("4.6"));
        assertThat(charge(Calls.of("us.amazon.nova-pro-v1:0").region("us-west-2"), request)).isEqualTo(usd("4"));
        assertThat(charge(Calls.of("amazon.nova-pro-v1:0").region("mx-central-1"), request))
                .isEqualTo(new Costing.Unpriced(List.of("no price of input", "no price of output")));
    }

    @Test
    void chargesACacheWriteWithoutLifetimeAsOneOfFiveMinutes() {
        Calls calls = Calls.of("global." + SONNET_4_5);

        assertThat(charge(calls, Calls.counts(CACHE_WRITE, 1_000_000))).isEqualTo(usd("3.75"));
        assertThat(charge(calls, Calls.counts(CACHE_WRITE_5M, 1_000_000))).isEqualTo(usd("3.75"));
        assertThat(charge(calls, Calls.counts(CACHE_WRITE_1H, 1_000_000))).isEqualTo(usd("6"));
    }

    @Test
    void chargesByTheTierThatWasBought() {
        Quantities request = Calls.counts(INPUT, 1_000_000, OUTPUT, 1_000_000);

        assertThat(charge(Calls.of("amazon.nova-pro-v1:0").tier("flex"), request)).isEqualTo(usd("2"));
        assertThat(charge(Calls.of("amazon.nova-pro-v1:0").tier("priority"), request)).isEqualTo(usd("7"));
        assertThat(charge(Calls.of("amazon.nova-pro-v1:0").performance("optimized"), request)).isEqualTo(usd("5"));
        assertThat(charge(Calls.of("amazon.nova-micro-v1:0").tier("flex"), request))
                .as("sold, but by no row that we have")
                .isInstanceOf(Costing.Unpriced.class);
    }

    @Test
    void chargesImagesByCount() {
        assertThat(charge(Calls.of("stability.sd3-5-large-v1:0"), Calls.counts(IMAGES, 3))).isEqualTo(usd("0.24"));
        assertThat(charge(Calls.of("amazon.nova-2-multimodal-embeddings-v1:0"),
                Calls.counts(INPUT, 1_000_000, INPUT_IMAGES, 100))).isEqualTo(usd("0.141"));
    }

    @Test
    void changesAPriceAtMidnightUtc() {
        Calls sol = Calls.of("global.openai.gpt-5.6-sol");
        Instant change = Instant.parse("2026-11-22T00:00:00Z");

        assertThat(list(charge(sol, Calls.counts(INPUT, 1_000_000), change.minusMillis(1)))).isEqualTo(Usd.of("4"));
        assertThat(charge(sol, Calls.counts(INPUT, 1_000_000), change))
                .as("what holds after the promotion was not found")
                .isEqualTo(new Costing.Priced(Costs.atList(Usd.of("5")), Usd.of("5")));
    }
}
