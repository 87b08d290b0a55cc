package dev.tallystone.invocation;

import java.util.List;
import java.util.Locale;

/** What an exact count rests on that the record did not say outright. Kept as bits beside the counts. */
public enum Caveat {
    /** Cache writes without a stated lifetime; five minutes is AWS's default. */
    CACHE_LIFETIME_ASSUMED,
    /** An OpenAI model's input count included its cached tokens, which were subtracted (a heuristic). */
    CACHED_INPUT_SUBTRACTED,
    /** The answer's images are not in the record: the requested number was taken. */
    IMAGES_FROM_REQUEST,
    /** A successful call that names nothing chargeable. A request, with an unknown bill. */
    QUANTITY_UNKNOWN,
    /** The time is a span's end, not the log's timestamp. */
    TIME_FROM_SPAN;

    /** All of them, in the order of their bits. */
    public static final List<Caveat> ALL = List.of(values());

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name on the page and in metrics. */
    public String label() {
        return label;
    }

    /** This caveat's bit. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether {@code bits} hold this caveat. */
    public boolean in(int bits) {
        return (bits & bit()) != 0;
    }
}
