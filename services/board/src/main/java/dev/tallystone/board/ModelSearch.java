package dev.tallystone.board;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds a model by what people type: its id, its name, or a part of either that only one has. */
public final class ModelSearch {

    private ModelSearch() {}

    /**
     * The id of the one that is meant, among those in use.
     *
     * @throws IllegalArgumentException
     *             when none or several match, naming them
     */
    public static String find(Past past, String asked) {
        List<String> models = past.models();
        if (models.contains(asked)) {
            return asked;
        }
        List<String> byName = matching(past, name -> name.equalsIgnoreCase(asked));
        String part = normal(asked);
        List<String> found = byName.isEmpty()
                ? matching(past, name -> !part.isEmpty() && normal(name).contains(part))
                : byName;
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new IllegalArgumentException(found.isEmpty()
                ? "no model in use is called '%s'; in use are %s".formatted(asked, models)
                : "'%s' may be any of %s".formatted(asked, found));
    }

    private static List<String> matching(Past past, Predicate<String> isMeant) {
        return past.models()
                .stream()
                .filter(id -> isMeant.test(id) || isMeant.test(past.pricer().book().displayName(id)))
                .toList();
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
