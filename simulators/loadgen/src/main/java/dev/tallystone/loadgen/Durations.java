package dev.tallystone.loadgen;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them. */
final class Durations {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, LongFunction<Duration>> UNITS = Map.of("ms", Duration::ofMillis, "s",
            Duration::ofSeconds, "m", Duration::ofMinutes, "h", Duration::ofHours, "d", Duration::ofDays);

    private Durations() {}

    /** Reads {@code 500ms}, {@code 60s}, {@code 5m}, {@code 24h}, {@code 2d} or ISO 8601. */
    static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            return UNITS.getOrDefault(matcher.group(2), Duration::ofSeconds).apply(Long.parseLong(matcher.group(1)));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'%s' is no duration: write 60s, 5m, 24h or PT90M".formatted(text), e);
        }
    }
}
