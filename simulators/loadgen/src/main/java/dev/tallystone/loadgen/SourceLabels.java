package dev.tallystone.loadgen;

import dev.tallystone.metering.Source;
import java.util.ArrayList;
import java.util.List;

/** The sources that a meter tells apart. */
final class SourceLabels extends ArrayList<String> {

    private static final long serialVersionUID = 1L;
    private static final List<String> ALL = Source.ALL.stream().map(Source::label).toList();

    SourceLabels() {
        super(ALL);
    }

    /** The source of that label, and not {@link Source#OTHER} for one that is mistyped. */
    static Source parse(String label) {
        if (!ALL.contains(label)) {
            throw new IllegalArgumentException(
                    "no source is called '%s'; there are %s".formatted(label, String.join(", ", ALL)));
        }
        return Source.ofLabel(label);
    }
}
