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
            return new BigDecimal(present(key, text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a decimal such as 0.10, not '%s'".formatted(key, text), e);
        }
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
