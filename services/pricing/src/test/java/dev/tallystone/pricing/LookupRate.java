package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.OUTPUT;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How many prices are looked up a second in the shipped book, beside one hash look-up and two exact multiplications,
 * measured in the same run: the least that any pricing costs. Not a test: its {@code main} prints, and nothing is
 * asserted.
 */
final class LookupRate {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
    private static final int ROUNDS = 5;
    private static final long ROUND_NS = TimeUnit.SECONDS.toNanos(1);

    private LookupRate() {}

    public static void main(String[] arguments) {
        PriceBook book = PriceBookReader.shipped();
        List<String> models = book.models().keySet().stream().sorted().toList();
        List<PriceKey> keys = models.stream()
                .map(model -> new PriceKey(model, "us-east-1", Routing.IN_REGION, 0, ""))
                .toList();
        var pricer = new Pricer(book, new ModelNames(List.of()));
        int epoch = pricer.epochOf(AT.toEpochMilli());
        Quantities counts = Calls.counts(INPUT, 1_234, OUTPUT, 567);
        List<Usage> usages = models.stream().map(model -> pricer.usage(Calls.of(model).cell(), epoch)).toList();
        Map<PriceKey, BigDecimal> plain = new HashMap<>();
        keys.forEach(key -> plain.put(key, new BigDecimal("0.000003")));

        double least = rate(i -> {
            BigDecimal price = plain.getOrDefault(keys.get(i % keys.size()), BigDecimal.ZERO);
            var _ = price.multiply(BigDecimal.valueOf(1_234)).add(price.multiply(BigDecimal.valueOf(567)));
        });
        double charge = rate(i -> pricer.charge(usages.get(i % usages.size()), counts, epoch));
        double search = rate(i -> book.unitPrices(keys.get(i % keys.size()), PricingOption.ON_DEMAND, AT));
        System.out.printf("%,d rows, %,d models; a second, median of %d rounds:%n", book.rows().size(), models.size(),
                ROUNDS);
        System.out.printf("  hash look-up and two multiplications  %,13.0f%n", least);
        System.out.printf("  charge of a tally, price remembered   %,13.0f  %.2f of that%n", charge, charge / least);
        System.out.printf("  all prices of a key, not remembered   %,13.0f  %.5f of that%n", search, search / least);
    }

    private static double rate(IntConsumer work) {
        return IntStream.rangeClosed(0, ROUNDS)
                .mapToDouble(_ -> round(work))
                .skip(1) // warm
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElse(0);
    }

    private static double round(IntConsumer work) {
        long start = System.nanoTime();
        int done = 0;
        while (System.nanoTime() - start < ROUND_NS) {
            for (int i = 0; i < 100; i++) {
                work.accept(done++);
            }
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }
}
