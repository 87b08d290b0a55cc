package dev.tallystone.pricing.book;

import dev.tallystone.pricing.PricingOption;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads single values of a price book; a wrong one is refused with what would have been right. */
final class BookValues {

    private static final int MAX_DECIMALS = 15;
    private static final int MAX_INTEGER_DIGITS = 9;

    private BookValues() {}

    /** A day, which begins at midnight UTC, or a minute such as {@code 2026-10-07T14:05Z}. */
    static Instant moment(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "a time must be written like 2026-01-31 or 2026-01-31T14:05Z, not '%s'".formatted(text), e);
        }
    }

    static Instant momentOr(@Nullable String text, Instant otherwise) {
        return text == null ? otherwise : moment(text);
    }

    /** Not negative; 15 decimals at most. The exponent is judged before anything is computed with it. */
    static BigDecimal usd(String text) {
        BigDecimal usd = decimal(text);
        require(usd.signum() >= 0 && usd.scale() <= MAX_DECIMALS,
                "usd must not be negative and have at most %d decimals, not %s".formatted(MAX_DECIMALS, text));
        require((long) usd.precision() - usd.scale() <= MAX_INTEGER_DIGITS,
                "usd must be less than 10^%d, not %s".formatted(MAX_INTEGER_DIGITS, text));
        return usd;
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("usd must be a decimal such as 0.055, not '%s'".formatted(text), e);
        }
    }

    static <E extends Enum<E>> E oneOf(String key, Class<E> type, String text) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        require(names.contains(text), "%s must be one of %s, not %s".formatted(key, names, text));
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    static PricingOption option(String text) {
        return PricingOption.ofLabel(text);
    }

    static <T> T present(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(key + " must be there");
        }
        return value;
    }

    static void require(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
