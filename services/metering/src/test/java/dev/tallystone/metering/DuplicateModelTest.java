package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.metering.DuplicateFilter.Admission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the filter to plain sets over random histories of calls, copies, commits and restarts. A restart rebuilds it
 * from what its commits have written, as a meter does after a kill or an abort.
 */
class DuplicateModelTest {

    private static final int STEPS = 20_000;
    private static final long SLICE_MS = 600_000;
    private static final Duration HORIZON = Duration.ofMinutes(40);
    private static final int MAX_IDS = 150;

    /** The filter's promise in the plainest words. */
    private static final class Model {
        private final Map<Long, Map<Long, Integer>> held = new HashMap<>();
        private final Map<Long, Long> lastArrival = new HashMap<>();
        private final Set<Long> closed = new HashSet<>();
        private final Map<Long, Map<Long, Integer>> pending = new HashMap<>();
        private final Map<Long, Long> pendingArrival = new HashMap<>();
        private boolean full;

        Admission admit(long id, int hash, long slice, long arrivalMs) {
            Integer known = pending.getOrDefault(slice, Map.of())
                    .getOrDefault(id, held.getOrDefault(slice, Map.of()).get(id));
            if (known == null && closed.contains(slice)) {
                return Admission.TOO_OLD;
            }
            pendingArrival.merge(slice, arrivalMs, Math::max);
            if (known != null) {
                return known == hash ? Admission.DUPLICATE : Admission.CONFLICT;
            }
            if (full) {
                return Admission.FIRST_UNREMEMBERED;
            }
            pending.computeIfAbsent(slice, _ -> new HashMap<>()).put(id, hash);
            return Admission.FIRST;
        }

        void commit() {
            pending.forEach((slice, ids) -> held.computeIfAbsent(slice, _ -> new HashMap<>()).putAll(ids));
            pendingArrival.forEach((slice, arrivalMs) -> {
                held.computeIfAbsent(slice, _ -> new HashMap<>());
                lastArrival.merge(slice, arrivalMs, Math::max);
            });
            forget();
        }

        void forget() {
            pending.clear();
            pendingArrival.clear();
        }

        void closeQuiet(long arrivalMs) {
            quiet().filter(slice -> lastArrival.getOrDefault(slice, 0L) + HORIZON.toMillis() < arrivalMs)
                    .toList()
                    .forEach(this::close);
        }

        void makeRoom(long arrivalMs) {
            Optional<Long> quietest = quietest();
            while (size() > MAX_IDS && quietest.isPresent()
                    && lastArrival.getOrDefault(quietest.get(), 0L) <= arrivalMs - 60_000) {
                close(quietest.get());
                quietest = quietest();
            }
            full = size() > MAX_IDS;
        }

        private Optional<Long> quietest() {
            return quiet().filter(slice -> !held.getOrDefault(slice, Map.of()).isEmpty())
                    .min(Comparator.comparing(lastArrival::get));
        }

        private Stream<Long> quiet() {
            return List.copyOf(held.keySet()).stream().filter(slice -> !pendingArrival.containsKey(slice));
        }

        private void close(long slice) {
            held.remove(slice);
            lastArrival.remove(slice);
            closed.add(slice);
        }

        int size() {
            return held.values().stream().mapToInt(Map::size).sum()
                    + pending.values().stream().mapToInt(Map::size).sum();
        }
    }

    private record Written(long offset, List<SliceIds> ids) {}

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Model model = new Model();
    private final List<Written> idsTopic = new ArrayList<>();
    private final Set<String> counted = new HashSet<>();
    private final Set<String> countedSinceCommit = new HashSet<>();
    private DuplicateFilter filter = new DuplicateFilter(HORIZON, new SliceRanges());
    private List<SliceRanges.Range> receiptClosed = List.of();
    private long receiptIdsFrom;
    private long nowMs = 1_790_000_000_000L;

    @Test
    void admitsWhatPlainSetsAdmit() {
        var admissions = new HashMap<Admission, Integer>();
        for (int step = 0; step < STEPS; step++) {
            nowMs += 1 + random.nextInt(random.nextInt(100) == 0 ? 3_000_000 : 20_000);
            switch (random.nextInt(60)) {
                case 0, 1, 2, 3 -> commit();
                case 4 -> restart();
                default -> admissions.merge(call(), 1, Integer::sum);
            }
            assertThat(filter.size()).as("ids, seed %d, replay with -Dseed", seed).isEqualTo(model.size());
        }

        assertThat(admissions).as("seed %d, replay with -Dseed", seed).containsOnlyKeys(Admission.values());
    }

    /** Ids are drawn from so few that copies are frequent; a call's event time hangs on its id. */
    private Admission call() {
        long id = 1 + random.nextLong(40) + (nowMs / SLICE_MS) * 40 - random.nextInt(10) * 40L;
        long slice = Math.floorDiv(id, 40L) + (id % 7 == 0 ? 0 : -random.nextInt(2));
        int hash = random.nextInt(5) == 0 ? 2 : 1;
        long occurredAtMs = slice * SLICE_MS + random.nextLong(SLICE_MS);
        Admission expected = model.admit(id, hash, slice, nowMs);

        Admission admission = filter.admit(id, -id, hash, occurredAtMs, nowMs);

        assertThat(admission).as("%d in %d, seed %d, replay with -Dseed", id, slice, seed).isEqualTo(expected);
        if (admission == Admission.FIRST) {
            String key = id + " in " + slice;
            assertThat(counted).as("counted once, seed %d, replay with -Dseed", seed).doesNotContain(key);
            assertThat(countedSinceCommit.add(key)).as("%s once, seed %d, replay with -Dseed", key, seed).isTrue();
        }
        return admission;
    }

    /** As a meter commits: room, closings and receipt first, then the transaction. */
    private void commit() {
        IdRoom.make(List.of(filter), MAX_IDS, nowMs);
        filter.closeQuiet(nowMs);
        model.makeRoom(nowMs);
        model.closeQuiet(nowMs);
        receiptClosed = filter.closedSlices();
        receiptIdsFrom = filter.earliestOffset().orElse((long) idsTopic.size());

        idsTopic.add(new Written(idsTopic.size(), filter.pending()));
        filter.committed(idsTopic.size() - 1);
        model.commit();
        counted.addAll(countedSinceCommit);
        countedSinceCommit.clear();

        assertThat(SliceRanges.of(receiptClosed).ranges()).as("seed %d, replay with -Dseed", seed)
                .isEqualTo(closedInModel());
    }

    private List<SliceRanges.Range> closedInModel() {
        var ranges = new SliceRanges();
        model.closed.forEach(ranges::add);
        return ranges.ranges();
    }

    private void restart() {
        filter = new DuplicateFilter(HORIZON, SliceRanges.of(receiptClosed));
        for (Written record : idsTopic) {
            if (record.offset() >= receiptIdsFrom) {
                record.ids().forEach(ids -> filter.restore(ids, record.offset()));
            }
        }
        model.forget();
        model.full = false;
        countedSinceCommit.clear();
    }
}
