package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Agreement.Fixed;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** With agreements too, a sum costs what its parts cost, in each of the four costs and in what is uncertain. */
class AgreedSumsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-03-02T00:00:00Z");
    private static final PriceBook BOOK = BookOf.rows("usd: \"3.30\", certain_until: 2026-03-01T12:00Z",
            "measure: output, usd: \"16.500000001\"", "measure: cache_read, usd: \"0.33\"",
            "above: 100000, usd: \"6.60\"", "measure: output, above: 100000, usd: \"33\"",
            "measure: cache_read, above: 100000, usd: \"0.66\"",
            "model: amazon.bedrock-guardrails, measure: guardrail_topic, per: 1K text units, usd: \"0.15\"");
    private static final Agreements AGREED = new Agreements(List.of(
            new Agreement("output", Optional.empty(), Optional.of("acme.one"), Optional.of(PricingOption.ON_DEMAND),
                    Optional.of("output"), new Fixed(new BigDecimal("0.0000147")), BEGIN, END, "paper"),
            new Agreement("edp", Optional.of(Seller.AWS), Optional.empty(), Optional.empty(), Optional.empty(),
                    new PercentOff(new BigDecimal("9.37")), BEGIN, END, "paper")));
    private static final long AROUND_MS = 86_400_000L * 2;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Pricer pricer = new Pricer(BOOK, new ModelNames(List.of()), AGREED);

    private record Key(Cell cell, int epoch) {}

    private record Total(Costs costs, Usd uncertain) {

        Total plus(Costing costing) {
            return switch (costing) {
                case Costing.Priced priced -> new Total(costs.plus(priced.costs()), uncertain.plus(priced.uncertain()));
                case Costing.Unpriced(var why) -> throw new AssertionError("unpriced: " + why);
            };
        }
    }

    private static final Total NOTHING = new Total(Costs.ZERO, Usd.ZERO);

    private Quantities request() {
        return Calls.counts(Measure.INPUT, random.nextLong(120_000), Measure.OUTPUT, random.nextLong(4_000))
                .plus(Quantities.of(Measure.CACHE_READ, random.nextInt(3) == 0 ? random.nextLong(150_000) : 0))
                .plus(Quantities.of(Measure.GUARDRAIL_TOPIC, random.nextInt(3)));
    }

    private int epoch() {
        return pricer.epochOf(BEGIN.toEpochMilli() - AROUND_MS / 4 + random.nextLong(AROUND_MS));
    }

    private Costing charge(Key key, Quantities quantities) {
        return pricer.charge(pricer.usage(key.cell, key.epoch), quantities, key.epoch);
    }

    @Test
    void requestsCostOneByOneWhatTheirTalliesCost() {
        Total oneByOne = NOTHING;
        Map<Key, Quantities> tallies = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            Quantities request = request();
            var key = new Key(Calls.of("acme.one").promptTokens(request.promptTokens()).cell(), epoch());
            oneByOne = oneByOne.plus(charge(key, request));
            tallies.merge(key, request, Quantities::plus);
        }

        Total tallied = NOTHING;
        for (Map.Entry<Key, Quantities> tally : tallies.entrySet()) {
            tallied = tallied.plus(charge(tally.getKey(), tally.getValue()));
        }

        assertThat(tallies).as("four epochs, six classes of length")
                .hasSizeLessThanOrEqualTo(24)
                .hasSizeGreaterThan(4);
        assertThat(tallied).as("seed %d, replay with -Dseed", seed).isEqualTo(oneByOne);
    }

    @Test
    void splittingUsageInTwoChangesNoCost() {
        for (int i = 0; i < 10_000; i++) {
            Quantities one = request();
            Quantities other = request();
            var key = new Key(Calls.of("acme.one").promptTokens(one.promptTokens()).cell(), epoch());

            assertThat(NOTHING.plus(charge(key, one.plus(other)))).as("seed %d, replay with -Dseed", seed)
                    .isEqualTo(NOTHING.plus(charge(key, one)).plus(charge(key, other)));
        }
    }
}
