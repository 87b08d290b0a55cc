package dev.tallystone.invocation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a caller says it can wait for its answer, from {@code requestMetadata.deadline}: {@code 24h}, {@code 90m} or
 * an ISO 8601 duration such as {@code PT24H}. What else stands there counts as absent: nothing may be read into it.
 */
public final class Deadline {

    private static final Pattern SHORT = Pattern.compile("\\d{1,6}[hm]");

    private Deadline() {}

    /** The wait, longer than zero. */
    public static Optional<Duration> parse(String text) {
        try {
            Duration wait = SHORT.matcher(text).matches() ? ofShort(text) : Duration.parse(text);
            return wait.isPositive() ? Optional.of(wait) : Optional.empty();
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Duration ofShort(String text) {
        long amount = Long.parseLong(text, 0, text.length() - 1, 10);
        return text.endsWith("h") ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
    }
}
