package dev.tallystone.monitor.denominators;

import dev.tallystone.board.unitcosts.Denominators;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Where counts of the user's business come from, and where they are kept.
 *
 * @param file
 *            keeps them over a restart; empty to forget them
 */
public record DenominatorSettings(Optional<Path> file, List<PrometheusQuery> queries) {

    /** Nothing is asked or kept. */
    public static final DenominatorSettings NONE = new DenominatorSettings(Optional.empty(), List.of());

    public DenominatorSettings {
        queries = List.copyOf(queries);
        if (queries.size() > Denominators.MAX_KEYS) {
            throw new IllegalArgumentException("denominators.queries must be %d or fewer, not %d".formatted(
                    Denominators.MAX_KEYS, queries.size()));
        }
        var keys = new HashSet<>();
        for (int i = 0; i < queries.size(); i++) {
            if (!keys.add(queries.get(i).key())) {
                throw new IllegalArgumentException("denominators.queries[%d]: %s is asked for already".formatted(i,
                        queries.get(i).key()));
            }
        }
    }
}
