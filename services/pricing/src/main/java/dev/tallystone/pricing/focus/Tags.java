package dev.tallystone.pricing.focus;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a charge can be allocated by: team, caller, operation, outcome and the like.
 *
 * @param byKey
 *            at most {@link #MAX}, keys and values not blank
 */
public record Tags(Map<String, String> byKey) {

    /** As many as AWS allows on a resource. */
    public static final int MAX = 50;
    /** Before the keys that we give, as FOCUS wants of tags that no user defined. */
    public static final String PREFIX = "tallystone/";
    /** Nothing. */
    public static final Tags NONE = new Tags(Map.of());

    public Tags {
        if (byKey.size() > MAX) {
            throw new IllegalArgumentException("%d tags are more than %d".formatted(byKey.size(), MAX));
        }
        byKey.forEach((key, value) -> {
            if (key.isBlank() || value.isBlank()) {
                throw new IllegalArgumentException("a tag must have key and value, not '%s' and '%s'"
                        .formatted(key, value));
            }
        });
        byKey = Collections.unmodifiableMap(new TreeMap<>(byKey));
    }

    /**
     * Both together. A value that is {@code ""} says nothing and is left out.
     *
     * @param theirs
     *            by keys that users define, such as {@code team}
     * @param ours
     *            by keys such as {@code caller}, which get the {@link #PREFIX} and win
     */
    public static Tags of(Map<String, String> theirs, Map<String, String> ours) {
        var all = new TreeMap<>(theirs);
        ours.forEach((key, value) -> all.put(PREFIX + key, value));
        all.values().removeIf(String::isEmpty);
        return new Tags(all);
    }
}
