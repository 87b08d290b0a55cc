package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A sum costs what its requests cost one by one, to the last digit. */
class ExactnessTest {

    private static final int REQUESTS = 1_000_000;
    private static final long CHANGE_MS = Instant.parse("2026-11-22T00:00:00Z").toEpochMilli();
    private static final long HALF_HOUR_MS = 1_800_000;

    private static final PriceBook BOOK = BookOf.rows("measure: input, usd: \"3.30\", until: 2026-11-22",
            "measure: input, usd: \"4.40\", from: 2026-11-22", "measure: output, usd: \"16.50\"",
            "measure: cache_read, usd: \"0.33\"", "measure: cache_write_5m, usd: \"4.125\"",
            "measure: cache_write_1h, usd: \"6.60\"", "measure: input, above: 100000, usd: \"16.50\"",
            "measure: output, above: 100000, usd: \"82.50\"", "measure: cache_read, above: 100000, usd: \"1.65\"",
            "measure: cache_write_5m, above: 100000, usd: \"20.625\"",
            "measure: cache_write_1h, above: 100000, usd: \"33.000000001\"",
            "model: acme.image, measure: images, per: image, usd: \"0.036\"");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Pricer pricer = new Pricer(BOOK, new ModelNames(List.of()));

    /** One request, priced by hand: what it costs must not depend on how we count. */
    private record Request(long atMs, Cell cell, Quantities counts, BigDecimal byHand) {}

    private Request textRequest(long atMs) {
        long input = random.nextLong(60_000);
        long cacheRead = random.nextInt(3) == 0 ? random.nextLong(150_000) : 0;
        long unstated = random.nextInt(9) == 0 ? random.nextLong(4_000) : 0;
        long fiveMinutes = random.nextInt(5) == 0 ? random.nextLong(9_000) : 0;
        long oneHour = random.nextInt(7) == 0 ? random.nextLong(9_000) : 0;
        long output = random.nextLong(3_000);
        long prompt = input + cacheRead + unstated + fiveMinutes + oneHour;
        boolean isLong = prompt > 100_000;
        String inputPrice = isLong ? "16.50" : atMs < CHANGE_MS ? "3.30" : "4.40";
        BigDecimal byHand = millionths(input, inputPrice).add(millionths(cacheRead, isLong ? "1.65" : "0.33"))
                .add(millionths(unstated + fiveMinutes, isLong ? "20.625" : "4.125"))
                .add(millionths(oneHour, isLong ? "33.000000001" : "6.60"))
                .add(millionths(output, isLong ? "82.50" : "16.50"));
        Quantities counts = Calls.counts(Measure.INPUT, input, Measure.OUTPUT, output)
                .plus(counted(cacheRead, unstated, fiveMinutes, oneHour));
        return new Request(atMs,
                Calls.of(random.nextBoolean() ? "acme.one" : "us.acme.one").promptTokens(prompt).cell(),
                counts, byHand);
    }

    private static Quantities counted(long cacheRead, long unstated, long fiveMinutes, long oneHour) {
        long[] sums = new long[Measure.ALL.size()];
        sums[Measure.CACHE_READ.ordinal()] = cacheRead;
        sums[Measure.CACHE_WRITE.ordinal()] = unstated;
        sums[Measure.CACHE_WRITE_5M.ordinal()] = fiveMinutes;
        sums[Measure.CACHE_WRITE_1H.ordinal()] = oneHour;
        return Quantities.of(sums, 0);
    }

    private static BigDecimal millionths(long tokens, String usdPerMillion) {
        return new BigDecimal(usdPerMillion).movePointLeft(6).multiply(BigDecimal.valueOf(tokens));
    }

    private Request request() {
        long atMs = CHANGE_MS - HALF_HOUR_MS + random.nextLong(2 * HALF_HOUR_MS);
        int kind = random.nextInt(10);
        if (kind == 0) {
            long images = random.nextLong(1, 5);
            return new Request(atMs, Calls.of("acme.image").cell(), Calls.counts(Measure.IMAGES, images),
                    new BigDecimal("0.036").multiply(BigDecimal.valueOf(images)));
        }
        return textRequest(atMs);
    }

    @Test
    void pricesAMillionRequestsOneByOneAndAsTalliesWithoutAnyDifference() {
        BigDecimal oneByOne = BigDecimal.ZERO;
        Map<TallyKey, Quantities> tallies = new HashMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            Request request = request();
            oneByOne = oneByOne.add(request.byHand);
            tallies.merge(new TallyKey(TallyKey.bucketOf(request.atMs), request.cell), request.counts,
                    Quantities::plus);
        }

        Usd tallied = Usd.ZERO;
        for (Map.Entry<TallyKey, Quantities> tally : tallies.entrySet()) {
            int epoch = pricer.epochOf(tally.getKey().bucket() * TallyKey.BUCKET_MS);
            tallied = tallied.plus(usd(pricer.charge(pricer.usage(tally.getKey().cell(), epoch), tally.getValue(),
                    epoch)));
        }

        assertThat(tallies).as("few rows for many requests").hasSizeLessThan(REQUESTS / 10);
        assertThat(tallied).as("seed %d, replay with -Dseed", seed).isEqualTo(new Usd(oneByOne));
    }

    @Test
    void pricesAnySplitOfASumAsTheSum() {
        for (int i = 0; i < 1_000; i++) {
            Request one = textRequest(CHANGE_MS);
            Request other = new Request(CHANGE_MS, one.cell, textRequest(CHANGE_MS).counts, BigDecimal.ZERO);
            int epoch = pricer.epochOf(CHANGE_MS);
            Usage usage = pricer.usage(one.cell, epoch);

            Usd apart = usd(pricer.charge(usage, one.counts, epoch)).plus(usd(pricer.charge(usage, other.counts,
                    epoch)));

            assertThat(usd(pricer.charge(usage, one.counts.plus(other.counts), epoch)))
                    .as("seed %d, replay with -Dseed", seed)
                    .isEqualTo(apart);
        }
    }

    private static Usd usd(Costing costing) {
        return switch (costing) {
            case Costing.Priced priced -> priced.costs().list();
            case Costing.Unpriced(var why) -> throw new AssertionError("unpriced: " + why);
        };
    }
}
