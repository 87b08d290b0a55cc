package dev.tallystone.board.unitcosts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All counts that are known, by what they count. Immutable; of one key no two meet in time. */
public final class Denominators {

    /** How many keys there may be. */
    public static final int MAX_KEYS = 20;

    /** How many values are kept; then the one that ended first goes. */
    public static final int MAX_VALUES = 20_000;

    /** How long a value is kept after its end. */
    public static final Duration RETENTION = Duration.ofDays(400);

    /** Nothing. */
    public static final Denominators NONE = new Denominators(new TreeMap<>());

    private final NavigableMap<DenominatorKey, NavigableMap<Instant, DenominatorValue>> byKey;

    private Denominators(NavigableMap<DenominatorKey, NavigableMap<Instant, DenominatorValue>> byKey) {
        this.byKey = byKey;
    }

    /**
     * These; what is too old goes.
     *
     * @throws IllegalArgumentException
     *             if two of one key meet, or there are too many keys
     */
    public static Denominators of(Collection<DenominatorValue> values, Instant now) {
        return NONE.and(values, now.minus(RETENTION));
    }

    /**
     * With one more, or in place of one of the same stretch. What is too old goes.
     *
     * @throws IllegalArgumentException
     *             if it ends in the future, is too old, meets another stretch of its key, or is of one key too many
     */
    public Denominators with(DenominatorValue added, Instant now) {
        Instant until = added.stretch().until();
        if (until.isAfter(now)) {
            throw new IllegalArgumentException("until must not be in the future: it is %s, not yet %s".formatted(now,
                    until));
        }
        Instant oldest = now.minus(RETENTION);
        if (until.isBefore(oldest)) {
            throw new IllegalArgumentException("until must be at most %d days ago, not %s".formatted(
                    RETENTION.toDays(), until));
        }
        return and(List.of(added), oldest);
    }

    private Denominators and(Collection<DenominatorValue> added, Instant oldest) {
        var kept = new TreeMap<DenominatorKey, NavigableMap<Instant, DenominatorValue>>();
        byKey.forEach((key, values) -> kept.put(key, new TreeMap<>(values)));
        added.forEach(value -> put(kept, value));
        kept.values().forEach(values -> values.values().removeIf(value -> value.stretch().until().isBefore(oldest)));
        kept.values().removeIf(Map::isEmpty);
        if (kept.size() > MAX_KEYS) {
            throw new IllegalArgumentException("there are %d denominators already, which is the most: %s"
                    .formatted(MAX_KEYS, keys()));
        }
        return new Denominators(bounded(kept));
    }

    private static void put(Map<DenominatorKey, NavigableMap<Instant, DenominatorValue>> kept,
            DenominatorValue value) {
        Stretch stretch = value.stretch();
        NavigableMap<Instant, DenominatorValue> values = kept.computeIfAbsent(value.key(), _ -> new TreeMap<>());
        Map.Entry<Instant, DenominatorValue> before = values.lowerEntry(stretch.until()); // of all that meet, the last
        if (before != null) {
            Stretch other = before.getValue().stretch();
            if (other.meets(stretch) && !other.equals(stretch)) {
                throw new IllegalArgumentException(
                        "%s has a value for %s already, which meets %s: only the same stretch may be given again"
                                .formatted(value.key(), other, stretch));
            }
        }
        values.put(stretch.from(), value);
    }

    private static NavigableMap<DenominatorKey, NavigableMap<Instant, DenominatorValue>> bounded(
            NavigableMap<DenominatorKey, NavigableMap<Instant, DenominatorValue>> kept) {
        while (kept.values().stream().mapToInt(Map::size).sum() > MAX_VALUES) {
            kept.values()
                    .stream()
                    .filter(values -> !values.isEmpty())
                    .min(Comparator.comparing(NavigableMap::firstKey))
                    .ifPresent(NavigableMap::pollFirstEntry);
        }
        kept.values().removeIf(Map::isEmpty);
        return kept;
    }

    /** What is counted, in alphabetical order. */
    public Set<DenominatorKey> keys() {
        return Collections.unmodifiableSet(byKey.keySet());
    }

    /** The values of a key, the oldest first. */
    public List<DenominatorValue> of(DenominatorKey key) {
        NavigableMap<Instant, DenominatorValue> values = byKey.get(key);
        return values == null ? List.of() : List.copyOf(values.values());
    }

    /** The value of a key for exactly this stretch. */
    public Optional<DenominatorValue> find(DenominatorKey key, Stretch stretch) {
        NavigableMap<Instant, DenominatorValue> values = byKey.get(key);
        return Optional.ofNullable(values == null ? null : values.get(stretch.from()))
                .filter(value -> value.stretch().equals(stretch));
    }

    /** Every value, by key, the oldest first. */
    public Collection<DenominatorValue> all() {
        var all = new ArrayList<DenominatorValue>();
        byKey.values().forEach(values -> all.addAll(values.values()));
        return all;
    }
}
