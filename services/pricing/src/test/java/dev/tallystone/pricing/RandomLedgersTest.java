package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.book.Evidence;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A million small ledgers at prices of up to 15 decimals, against an oracle that knows whole numbers alone: it counts
 * in parts of 10^-27 of a dollar, in which every price, percentage and size is whole.
 */
class RandomLedgersTest {

    private static final int LEDGERS = 1_000_000;
    private static final int DECIMALS = 27;
    private static final Instant EVER = Instant.EPOCH;
    private static final List<Measure> PRICED = UnitPrices.CHARGED.stream()
            .filter(measure -> measure != Measure.CACHE_WRITE)
            .toList();
    private static final BigInteger[] TENS = tens();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    /**
     * A price as an oracle sees it: {@code digits} x 10^-{@code scale} $ for 10^{@code zeros}, less so many 10,000ths.
     */
    private record Priced(long digits, int scale, int zeros, int off, boolean certain) {

        BigInteger list(long quantity) {
            return BigInteger.valueOf(digits)
                    .multiply(BigInteger.valueOf(quantity))
                    .multiply(TENS[DECIMALS - scale - zeros]);
        }

        BigInteger contracted(long quantity) {
            return BigInteger.valueOf(digits)
                    .multiply(BigInteger.valueOf(quantity))
                    .multiply(BigInteger.valueOf(10_000 - off))
                    .multiply(TENS[DECIMALS - scale - zeros - 4]);
        }
    }

    private static BigInteger[] tens() {
        var tens = new BigInteger[DECIMALS + 1];
        tens[0] = BigInteger.ONE;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = tens[i - 1].multiply(BigInteger.TEN);
        }
        return tens;
    }

    private Priced price() {
        int scale = random.nextInt(16);
        return new Priced(random.nextLong(1L << random.nextInt(1, 50)), scale, 3 * random.nextInt(3),
                random.nextBoolean() ? 0 : random.nextInt(10_001), random.nextInt(4) != 0);
    }

    private static UnitPrice unitPrice(Measure measure, Priced price) {
        long per = TENS[price.zeros].longValueExact();
        var row = new PriceRow("acme.one", Optional.empty(), Optional.empty(), PricingOption.ON_DEMAND,
                measure.label(), 0, "", per, per + " of it", new Usd(BigDecimal.valueOf(price.digits, price.scale)),
                EVER, Instant.MAX, Instant.MAX, "page", Evidence.ANNOUNCED, "");
        UnitPrice atList = UnitPrice.atList(row, price.certain);
        var terms = new PercentOff(BigDecimal.valueOf(price.off, 2));
        return price.off == 0
                ? atList
                : new Agreements(List.of(new Agreement("edp", Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), terms, EVER, Instant.MAX, "paper"))).applyTo(atList, Seller.AWS, EVER);
    }

    private static BigInteger parts(Usd usd) {
        return usd.amount().movePointRight(DECIMALS).toBigIntegerExact();
    }

    /** Whether our four costs and the uncertain part are the oracle's. */
    private boolean isRight() {
        Map<Measure, UnitPrice> prices = new EnumMap<>(Measure.class);
        Quantities quantities = Quantities.NONE;
        BigInteger list = BigInteger.ZERO;
        BigInteger contracted = BigInteger.ZERO;
        BigInteger uncertain = BigInteger.ZERO;
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            Measure measure = PRICED.get(random.nextInt(PRICED.size()));
            if (!prices.containsKey(measure)) {
                Priced price = price();
                long quantity = random.nextLong(1L << random.nextInt(1, 48));
                prices.put(measure, unitPrice(measure, price));
                quantities = quantities.plus(Quantities.of(measure, quantity));
                list = list.add(price.list(quantity));
                contracted = contracted.add(price.contracted(quantity));
                uncertain = price.certain ? uncertain : uncertain.add(price.contracted(quantity));
            }
        }
        return new UnitPrices(prices).cost(quantities) instanceof Costing.Priced ours
                && parts(ours.costs().list()).equals(list) && parts(ours.costs().contracted()).equals(contracted)
                && parts(ours.costs().effective()).equals(contracted)
                && parts(ours.costs().billed()).equals(contracted) && parts(ours.uncertain()).equals(uncertain);
    }

    @Test
    void costWhatWholeNumbersSayWithoutAnyDifference() {
        int differences = 0;
        for (int i = 0; i < LEDGERS; i++) {
            differences += isRight() ? 0 : 1;
        }

        assertThat(differences).as("seed %d, replay with -Dseed", seed).isZero();
    }
}
