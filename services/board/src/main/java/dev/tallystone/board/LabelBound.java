package dev.tallystone.board;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Keeps lines within a bound: those of the lowest rank keep their name, then those that appeared first in event time,
 * on every replica the same.
 */
final class LabelBound<K extends Comparable<K>> {

    private final int max;
    private final ToIntFunction<K> rank;
    private final UnaryOperator<K> other;
    private Set<K> kept = Set.of();
    private int folded;

    LabelBound(int max, ToIntFunction<K> rank, UnaryOperator<K> other) {
        this.max = max;
        this.rank = rank;
        this.other = other;
    }

    void admit(Collection<CellState> cells, Function<CellState, K> keyOf) {
        var first = new HashMap<K, Long>();
        cells.forEach(cell -> first.merge(keyOf.apply(cell), cell.firstBucket(), Math::min));
        admit(first);
    }

    /** By the bucket in which each appeared. */
    void admit(Map<K, Long> first) {
        kept = first.entrySet()
                .stream()
                .sorted(Comparator.comparingInt((Map.Entry<K, Long> entry) -> rank.applyAsInt(entry.getKey()))
                        .thenComparing(Map.Entry.comparingByValue())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(max)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        folded = first.size() - kept.size();
    }

    K label(K key) {
        return kept.contains(key) ? key : other.apply(key);
    }

    int folded() {
        return folded;
    }
}
