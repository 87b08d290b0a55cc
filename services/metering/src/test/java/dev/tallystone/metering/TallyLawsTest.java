package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What must hold for any calls: counting is adding, so neither their order nor the commits between them matter. */
class TallyLawsTest {

    private static final int CALLS = 4_000;

    /** Everything that a row depends on, drawn so that rows are shared but many. */
    private record Drawn(int second, String region, String model, String role, String team, Source source, String tier,
            boolean throttled, long input, long cacheRead, long output) {

        static Drawn of(Random random) {
            return new Drawn(random.nextInt(120), pick(random, "us-east-1", "eu-west-1"),
                    "vendor.model-" + random.nextInt(12), "role-" + random.nextInt(5),
                    pick(random, "", "search", "ads"),
                    Source.ALL.get(random.nextInt(3)), pick(random, "", "flex"), random.nextInt(10) == 0,
                    random.nextLong(1, 300_000), random.nextInt(4) == 0 ? random.nextLong(300_000) : 0,
                    random.nextLong(5_000));
        }

        private static String pick(Random random, String... choices) {
            return choices[random.nextInt(choices.length)];
        }

        void countInto(TallyBatch batch) {
            Call call = Call.ofPlain()
                    .at(Call.NOON.plusSeconds(second))
                    .region(region)
                    .model(model)
                    .role(role)
                    .metadata("team", team)
                    .tier(tier)
                    .tokens(input, output)
                    .cacheRead(cacheRead);
            batch.accumulate((throttled ? call.error("ThrottlingException") : call).read(), source);
        }

        TallyKey key() {
            int context = (int) LongStream.of(32_000, 100_000, 128_000, 200_000, 256_000, 272_000, 512_000)
                    .filter(threshold -> input + cacheRead > threshold)
                    .count();
            return new TallyKey((Call.NOON.getEpochSecond() + second) / 10, new Cell("123456789012", region, model,
                    new Caller("assumed-role/" + role, List.of(team, "")), "InvokeModel", source, tier, "", context, "",
                    throttled ? Outcome.THROTTLED : Outcome.OK, 0));
        }

        Map<Measure, Long> counts() {
            return Map.of(Measure.REQUESTS, 1L, Measure.INPUT, input, Measure.CACHE_READ, cacheRead, Measure.OUTPUT,
                    output);
        }
    }

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Drawn> calls = random.ints(CALLS).mapToObj(_ -> Drawn.of(random)).toList();

    @Test
    void countsWhatAPlainMapCounts() {
        var expected = new HashMap<TallyKey, Map<Measure, Long>>();
        for (Drawn call : calls) {
            Map<Measure, Long> sums = expected.computeIfAbsent(call.key(), _ -> new HashMap<>());
            call.counts().forEach((measure, amount) -> sums.merge(measure, amount, Long::sum));
        }

        List<TallyRow> rows = tally(calls);

        assertThat(rows).as("seed %d, replay with -Dseed", seed).hasSize(expected.size());
        var counted = new HashMap<TallyKey, Map<Measure, Long>>();
        rows.forEach(row -> counted.put(row.key(), amounts(row.quantities())));
        expected.values().forEach(sums -> sums.values().removeIf(amount -> amount == 0));
        assertThat(counted).as("seed %d, replay with -Dseed", seed).isEqualTo(expected);
    }

    @Test
    void countsTheSameInAnyOrder() {
        List<Drawn> shuffled = new ArrayList<>(calls);
        Collections.shuffle(shuffled, random);

        assertThat(combined(tally(shuffled))).as("seed %d, replay with -Dseed", seed)
                .isEqualTo(combined(tally(calls)));
    }

    @Test
    void countsTheSameHoweverCommitsDivideTheCalls() {
        var batch = new TallyBatch();
        var rows = new ArrayList<TallyRow>();
        for (Drawn call : calls) {
            call.countInto(batch);
            if (random.nextInt(50) == 0) {
                rows.addAll(batch.drain());
            }
        }
        rows.addAll(batch.drain());

        assertThat(combined(rows)).as("seed %d, replay with -Dseed", seed).isEqualTo(combined(tally(calls)));
    }

    @Test
    void countsTheSameWhenPartitionsShareTheCalls() {
        List<TallyBatch> partitions = List.of(new TallyBatch(), new TallyBatch(), new TallyBatch());
        calls.forEach(call -> call.countInto(partitions.get(random.nextInt(3))));

        List<TallyRow> rows = partitions.stream().flatMap(partition -> partition.drain().stream()).toList();

        assertThat(combined(rows)).as("seed %d, replay with -Dseed", seed).isEqualTo(combined(tally(calls)));
    }

    private static List<TallyRow> tally(List<Drawn> calls) {
        var batch = new TallyBatch();
        calls.forEach(call -> call.countInto(batch));
        return batch.drain();
    }

    private static Map<TallyKey, Quantities> combined(List<TallyRow> rows) {
        var sums = new HashMap<TallyKey, Quantities>();
        rows.forEach(row -> sums.merge(row.key(), row.quantities(), Quantities::plus));
        return sums;
    }

    private static Map<Measure, Long> amounts(Quantities quantities) {
        var amounts = new HashMap<Measure, Long>();
        Measure.ALL.stream()
                .filter(measure -> quantities.get(measure) != 0)
                .forEach(measure -> amounts.put(measure, quantities.get(measure)));
        return amounts;
    }
}
