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
}
