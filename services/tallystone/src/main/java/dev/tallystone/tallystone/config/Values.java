package dev.tallystone.tallystone.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the text of one key into its value. What it will not be is an IllegalArgumentException that begins with it. */
final class Values {

    private static final int MAX_DECIMALS = 15;
    private static final int MAX_DIGITS = 30;
    private static final int MAX_LENGTH = 64;
    private static final BigDecimal HUGE = BigDecimal.TEN.pow(MAX_DIGITS);

    private Values() {}

    static <T> T present(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(key + " must be set");
        }
        return value;
    }

    static Duration duration(String key, @Nullable String text) {
        return Durations.parse(key, present(key, text));
    }

    static BigDecimal decimal(String key, @Nullable String text) {
        try {
            return small(key, present(key, text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a decimal such as 0.10, not '%s'".formatted(key,
                    shown(text)), e);
        }
    }

    /**
     * The exponent is judged before anything is computed with it, or written out: 1e1000000000 has a billion digits.
     */
    private static BigDecimal small(String key, String text) {
        BigDecimal decimal = text.length() > MAX_LENGTH ? HUGE : new BigDecimal(text);
        if (Math.abs((long) decimal.scale()) > MAX_DECIMALS || decimal.precision() > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "%s must have at most %d decimals and %d digits, and no exponent beyond %d, not '%s'".formatted(key,
                            MAX_DECIMALS, MAX_DIGITS, MAX_DECIMALS, shown(text)));
        }
        return decimal;
    }

    private static String shown(@Nullable String text) {
        return text == null || text.length() <= MAX_LENGTH
                ? String.valueOf(text)
                : text.substring(0, MAX_LENGTH) + "...";
    }

    static Instant instant(String key, @Nullable String text) {
        try {
            return Instant.parse(present(key, text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("%s must be a time such as 2026-11-01T00:00:00Z, not '%s'"
                    .formatted(key, text), e);
        }
    }

    static <E extends Enum<E>> E oneOf(String key, @Nullable String text, Class<E> type) {
        for (E value : EnumSet.allOf(type)) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("%s must be one of %s, not '%s'".formatted(key,
                EnumSet.allOf(type).toString().toLowerCase(Locale.ROOT), text));
    }

    /** Reads the elements of a list, each under a key such as {@code aliases[1]}. */
    static <T, R> List<R> each(String list, @Nullable List<T> texts, BiFunction<String, T, R> read) {
        if (texts == null) {
            return List.of();
        }
        return IntStream.range(0, texts.size()).mapToObj(i -> {
            String key = "%s[%d]".formatted(list, i);
            T text = present(key, texts.get(i));
            return judged(key, () -> read.apply(key, text));
        }).toList();
    }

    /** A type that judges itself does not know the key; one that reads on below it does. */
    static <R> R judged(String key, Supplier<R> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            throw why.startsWith(key) ? e : new IllegalArgumentException(key + ": " + why, e);
        }
    }
}
