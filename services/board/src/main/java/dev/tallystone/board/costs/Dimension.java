package dev.tallystone.board.costs;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What costs can be grouped by. */
public enum Dimension {
    MODEL,
    TEAM,
    REGION,
    OPTION;

    /** All of them, in their order. */
    public static final List<Dimension> ALL = List.of(values());

    /** The name in questions and answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String of(CostKey key) {
        return switch (this) {
            case MODEL -> key.model();
            case TEAM -> key.team();
            case REGION -> key.region();
            case OPTION -> key.option();
        };
    }

    /**
     * Reads names with commas between them.
     *
     * @throws IllegalArgumentException
     *             for any other name, saying which there are
     */
    public static Set<Dimension> parse(String names) {
        var read = EnumSet.noneOf(Dimension.class);
        for (String name : names.split(",", -1)) {
            read.add(ALL.stream()
                    .filter(dimension -> dimension.label().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "group must be some of model, team, region and option, with commas between them, not '%s'"
                                    .formatted(names))));
        }
        return read;
    }
}
