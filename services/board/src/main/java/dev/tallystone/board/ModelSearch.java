package dev.tallystone.board;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        return find(past, past.models(), asked);
    }

    /**
     * The same, also among those for which something accrues by the calendar, called or not.
     *
     * @throws IllegalArgumentException
     *             when none or several match, naming them
     */
    public static String findWithStanding(Past past, String asked) {
        Stream<String> owned = past.standing()
                .stream()
                .map(charge -> past.pricer().baseModel(charge.model(), past.asOf()));
        return find(past, Stream.concat(past.models().stream(), owned).sorted().distinct().toList(), asked);
    }

    private static String find(Past past, List<String> models, String asked) {
        if (models.contains(asked)) {
            return asked;
        }
        List<String> byName = matching(past, models, name -> name.equalsIgnoreCase(asked));
        String part = normal(asked);
        List<String> found = byName.isEmpty()
                ? matching(past, models, name -> !part.isEmpty() && normal(name).contains(part))
                : byName;
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new IllegalArgumentException(found.isEmpty()
                ? "no model in use is called '%s'; in use are %s".formatted(asked, models)
                : "'%s' may be any of %s".formatted(asked, found));
    }

    private static List<String> matching(Past past, List<String> models, Predicate<String> isMeant) {
        return models.stream()
                .filter(id -> isMeant.test(id) || isMeant.test(past.pricer().book().displayName(id)))
                .toList();
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
