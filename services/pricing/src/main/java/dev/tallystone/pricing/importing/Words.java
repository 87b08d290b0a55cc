package dev.tallystone.pricing.importing;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a text that are not understood yet, in small letters. One thread. */
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])");

    private final Set<String> left;

    private Words(Set<String> left) {
        this.left = left;
    }

    static Words of(String text) {
        return new Words(BETWEEN.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    boolean has(String word) {
        return left.contains(word);
    }

    /** Whether all are there, and then they are understood. */
    boolean take(String... words) {
        List<String> all = Arrays.asList(words);
        return left.containsAll(all) && left.removeAll(all);
    }

    /** Whether any is there; each that is, is understood. */
    boolean takeAny(String... words) {
        return left.removeAll(Arrays.asList(words));
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(" ", left);
    }
}
