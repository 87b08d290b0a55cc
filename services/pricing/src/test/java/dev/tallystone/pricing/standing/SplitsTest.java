package dev.tallystone.pricing.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.ModelNames;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.rule.ReservedTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However a time is cut, its parts cost what it costs, to the last digit of all four costs. */
class SplitsTest {

    private static final Instant ORIGIN = Instant.parse("2026-01-31T10:15:00Z");
    private static final long SPAN_MS = Duration.ofDays(400).toMillis();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final StandingCosts costs = new StandingCosts(
            new Pricer(PriceBookReader.shipped(), new ModelNames(List.of())));

    @Test
    void addUpToTheWhole() {
        for (int i = 0; i < 300; i++) {
            Instant from = anyTime();
            Instant to = from.plusMillis(random.nextLong(SPAN_MS));
            List<Instant> cuts = Stream.concat(Stream.of(from, to),
                    random.longs(random.nextInt(5), 0, to.toEpochMilli() - from.toEpochMilli() + 1)
                            .mapToObj(from::plusMillis))
                    .sorted()
                    .toList();
            for (StandingCharge charge : oneOfEachKind()) {
                Costs parts = Costs.ZERO;
                for (int cut = 1; cut < cuts.size(); cut++) {
                    parts = parts.plus(costs.accrued(charge, cuts.get(cut - 1), cuts.get(cut)));
                }

                assertThat(parts).as("%s cut at %s; seed %d, replay with -Dseed", charge, cuts, seed)
                        .isEqualTo(costs.accrued(charge, from, to));
            }
        }
    }

    @Test
    void accruesQuantitiesThatItsStatedPricesMultiplyExactly() {
        for (int i = 0; i < 300; i++) {
            Instant from = anyTime();
            Instant to = from.plusMillis(random.nextLong(SPAN_MS));
            for (StandingCharge charge : oneOfEachKind()) {
                assertThat(charge.accruals(from, to)
                        .stream()
                        .map(Accrual::stated)
                        .reduce(Usd.ZERO, Usd::plus)).as("%s from %s to %s; seed %d", charge, from, to, seed)
                        .isEqualTo(charge.accrued(from, to).effective());
            }
        }
    }

    @Test
    void billsTheMonthsOfABlockThatBeginInAStretch() {
        for (int i = 0; i < 300; i++) {
            Instant from = anyTime();
            Instant to = from.plusMillis(random.nextLong(SPAN_MS));
            var block = (ReservedBlock) oneOfEachKind().get(1);
            Usd billed = block.billedIn(from, to)
                    .map(month -> block.block()
                            .perHour()
                            .times(Duration.between(month.from(), month.until()).toHours()))
                    .reduce(Usd.ZERO, Usd::plus);

            assertThat(billed).as("%s from %s to %s; seed %d", block, from, to, seed)
                    .isEqualTo(block.accrued(from, to).billed());
        }
    }

    private Instant anyTime() {
        return ORIGIN.plusMillis(random.nextLong(-SPAN_MS, SPAN_MS));
    }

    private List<StandingCharge> oneOfEachKind() {
        Holding holding = new Holding("any", "1", "us-east-1", "anthropic.claude-haiku-4-5-20251001-v1:0", "",
                anyTime(), Optional.empty(), "");
        Usd usd = new Usd(BigDecimal.valueOf(random.nextLong(1, 1_000_000), random.nextInt(0, 8)));
        Holding ending = random.nextBoolean()
                ? holding
                : holding.endingAt(holding.start().plusMillis(random.nextLong(1, SPAN_MS)));
        return List.of(
                new Commitment(ending, 3, PricingOption.PROVISIONED_NONE, usd, false, Optional.empty()),
                new ReservedBlock(holding, PricingOption.RESERVED_3MO, new ReservedTokens(usd, usd, 101_000, 11_000),
                        random.nextBoolean()),
                new ModelStorage(ending, usd), new ImportUnits(ending, "v1", 7, usd));
    }
}
