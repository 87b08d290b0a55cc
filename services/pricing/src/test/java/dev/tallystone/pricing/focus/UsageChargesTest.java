package dev.tallystone.pricing.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.ModelNames;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBookReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UsageChargesTest {

    private static final ChargePeriod HOUR = new ChargePeriod(Instant.parse("2026-11-21T23:00:00Z"),
            Instant.parse("2026-11-22T00:00:00Z"));
    private static final Agreement LESS = new Agreement("edp", Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.of("output"), new Agreement.PercentOff(new BigDecimal("12.5")), Instant.EPOCH,
            Instant.parse("2030-01-01T00:00:00Z"), "paper");

    private final Pricer pricer = new Pricer(BookOf.rows("measure: input, usd: \"3.30\", until: 2026-11-22",
            "measure: input, usd: \"4.40\", from: 2026-11-22", "measure: output, usd: \"16.50\"",
            "measure: cache_write_5m, usd: \"4.125\"", "measure: input, above: 100000, usd: \"16.50\"",
            "measure: output, above: 100000, usd: \"82.50\"",
            "measure: cache_write_5m, above: 100000, usd: \"20.625\""), new ModelNames(List.of()),
            new Agreements(List.of(LESS)));
    private final UsageCharges usages = new UsageCharges(pricer);

    private static Cell cell(String model, long promptTokens) {
        return new Cell("123456789012", "us-east-1", model, new Caller("user/me", List.of()), "Converse", Source.KAFKA,
                "", "", ContextClass.of(promptTokens), "", Outcome.OK, 0);
    }

    private static Quantities counts(long input, long written, long output) {
        return Quantities.of(Measure.REQUESTS, 1)
                .plus(Quantities.of(Measure.LATENCY_MS, 250))
                .plus(Quantities.of(Measure.INPUT, input))
                .plus(Quantities.of(Measure.CACHE_WRITE, written))
                .plus(Quantities.of(Measure.OUTPUT, output));
    }

    private List<UsageCharge> charged(Cell cell, Quantities counts) {
        return switch (usages.of(cell, counts, HOUR, Tags.NONE)) {
            case UsageCharges.Charged(var charges) -> charges;
            case UsageCharges.Unpriced(var usage) -> throw new AssertionError(usage);
        };
    }

    @Test
    void theChargesOfACellCostWhatItsChargeIs() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Cell cell = cell(random.nextBoolean() ? "acme.one" : "us.acme.one", random.nextLong(200_000));
            Quantities counts = counts(random.nextLong(9_999), random.nextLong(3) * 777, random.nextLong(9_999));
            int epoch = pricer.epochOf(HOUR.from().toEpochMilli());
            Usage usage = pricer.usage(cell, epoch);

            Costs sum = charged(cell, counts).stream().map(UsageCharge::costs).reduce(Costs.ZERO, Costs::plus);

            assertThat(pricer.charge(usage, counts, epoch)).as("seed %d, replay with -Dseed", seed)
                    .isInstanceOfSatisfying(Costing.Priced.class,
                            priced -> assertThat(sum).isEqualTo(priced.costs()));
        }
    }

    @Test
    void eachMeasureIsAChargeAtItsPrice() {
        List<UsageCharge> charges = charged(cell("acme.one", 150_000), counts(10, 20, 30));

        assertThat(charges).extracting(UsageCharge::measure)
                .containsExactly(Measure.INPUT, Measure.CACHE_WRITE, Measure.OUTPUT);
        assertThat(charges).extracting(charge -> charge.rate().list().toPlainString())
                .containsExactly("0.0000165", "0.000020625", "0.0000825");
        assertThat(charges).extracting(charge -> charge.rate().basis())
                .containsExactly(Rate.Basis.LIST, Rate.Basis.LIST,
                        Rate.Basis.AGREEMENT);
    }

    @Test
    void withoutAPriceForSomeOfItNoneIsACharge() {
        Quantities counts = counts(10, 0, 0).plus(Quantities.of(Measure.CACHE_READ, 5));

        assertThat(usages.of(cell("acme.one", 15), counts, HOUR, Tags.NONE)).isEqualTo(new UsageCharges.Unpriced(
                new UnpricedUsage(HOUR, "123456789012", "us-east-1", "acme.one", Mode.ON_DEMAND,
                        counts, List.of("no price of cache_read"), Tags.NONE)));
    }

    @Test
    void tokensOnOwnedUnitsAreNoCharge() {
        String arn = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc";

        assertThat(charged(cell(arn, 15), counts(10, 0, 5))).isEmpty();
    }

    @Test
    void aGuardrailIsChargedWhateverTheModelIsBoughtBy() {
        var guarded = new UsageCharges(new Pricer(PriceBookReader
                .read("""
                    book: test
                    currency: USD
                    sources: { page: { title: A page, seen: 2026-10-01, evidence: announced } }
                    models: [{ id: amazon.bedrock-guardrails, name: Guardrails, provider: Amazon, kind: guardrail, seller: aws }]
                    prices: [{ model: amazon.bedrock-guardrails, option: on_demand, measure: guardrail_pii,
                               per: 1K text units, usd: "0.10", from: 2026-01-01, source: page }]
                    complete: true
                    """.getBytes(
                        StandardCharsets.UTF_8)),
                new ModelNames(List.of())));
        Cell owned = cell("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc", 15);
        Quantities counts = counts(10, 0, 5).plus(Quantities.of(Measure.GUARDRAIL_PII, 3_000));

        assertThat(guarded.of(owned, counts, HOUR, Tags.NONE)).isInstanceOfSatisfying(UsageCharges.Charged.class,
                charged -> assertThat(charged.charges()).singleElement().satisfies(charge -> {
                    assertThat(charge.costs().billed()).isEqualTo(Usd.of("0.3"));
                    assertThat(charge.model().name()).isEqualTo("Guardrails");
                }));
    }

    @Test
    void aPriceMayNotChangeWithinThePeriod() {
        var across = new ChargePeriod(HOUR.from(), HOUR.until().plusSeconds(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> usages.of(cell("acme.one", 15), counts(1, 0, 0), across, Tags.NONE))
                .withMessageContaining("2026-11-21T23:00:00Z and 2026-11-22T00:00:01Z");
    }
}
