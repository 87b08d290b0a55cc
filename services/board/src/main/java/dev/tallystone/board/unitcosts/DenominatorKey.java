package dev.tallystone.board.unitcosts;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is counted, and whose cost is divided by it.
 *
 * @param name
 *            such as {@code tickets}: a small letter, then at most 39 small letters, digits and underscores
 * @param team
 *            whose calls it is for; all, where absent
 * @param model
 *            a model's id, its name, or a part that only one has; all, where absent
 */
public record DenominatorKey(String name, Optional<String> team,
        Optional<String> model) implements Comparable<DenominatorKey> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int MAX_LENGTH = 200;
    private static final Comparator<DenominatorKey> ORDER = Comparator.comparing(DenominatorKey::name)
            .thenComparing(key -> key.team.orElse(""))
            .thenComparing(key -> key.model.orElse(""));

    public DenominatorKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must match %s, not '%s'".formatted(NAME, name));
        }
        team.ifPresent(text -> check("team", text));
        model.ifPresent(text -> check("model", text));
    }

    private static void check(String what, String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("%s must have 1 to %d characters, not %d; leave it out for all"
                    .formatted(what, MAX_LENGTH, text.strip().length()));
        }
    }

    @Override
    public int compareTo(DenominatorKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + team.map(text -> " of team " + text).orElse("") + model.map(text -> " on " + text).orElse("");
    }
}
