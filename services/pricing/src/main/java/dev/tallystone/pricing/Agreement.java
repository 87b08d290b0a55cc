package dev.tallystone.pricing;

import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A price that was negotiated: a discount on what a seller sells, or the price of one thing. It holds for usage of its
 * time only; afterwards list prices hold again.
 *
 * @param seller
 *            whose prices it changes; empty for both
 * @param model
 *            base model; empty for all
 * @param option
 *            empty for all
 * @param measure
 *            label of a measure, or {@code model_unit}; empty for all
 * @param until
 *            first moment at which it no longer holds
 * @param source
 *            the paper it stands on, for people
 */
public record Agreement(String id, Optional<Seller> seller, Optional<String> model, Optional<PricingOption> option,
        Optional<String> measure, Terms terms, Instant from, Instant until, String source) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What was agreed. */
    public sealed interface Terms {

        /** For people, such as {@code 9 % off}. */
        String words();
    }

    /** So much off the list price, from 0 to 100. */
    public record PercentOff(BigDecimal percent) implements Terms {

        @Override
        public String words() {
            return percent.toPlainString() + " % off";
        }

        public PercentOff {
            if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
                throw new IllegalArgumentException("percent_off must lie between 0 and 100, not " + percent);
            }
        }
    }

    /** US dollars for one token, image or hour, whatever the list says. */
    public record Fixed(BigDecimal usdPerUnit) implements Terms {

        @Override
        public String words() {
            return "fixed price";
        }

        public Fixed {
            if (usdPerUnit.signum() < 0) {
                throw new IllegalArgumentException("usd must not be negative, not " + usdPerUnit);
            }
        }
    }

    public Agreement {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("agreement %s must begin (%s) before it ends (%s)"
                    .formatted(id, from, until));
        }
        if (terms instanceof Fixed && (model.isEmpty() || option.isEmpty() || measure.isEmpty())) {
            throw new IllegalArgumentException(
                    "agreement %s fixes a price, so it must name model, option and measure".formatted(id));
        }
    }

    boolean covers(PriceRow row, Seller soldBy, Instant at) {
        return isActive(at) && seller.map(soldBy::equals).orElse(true)
                && model.map(row.model()::equals).orElse(true)
                && option.map(named -> named == row.option()).orElse(true)
                && measure.map(row.measure()::equals).orElse(true);
    }

    /** Whether it holds at a time. */
    public boolean isActive(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Whether it holds at any time of {@code [start, end)}. */
    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && start.isBefore(until);
    }

    /**
     * What it is for, such as {@code aws, amazon.nova-pro-v1:0, on_demand, output}; {@code everything} without limits.
     */
    public String scope() {
        String limits = Stream
                .of(seller.map(sold -> sold.name().toLowerCase(Locale.ROOT)), model, option.map(PricingOption::label),
                        measure)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return limits.isEmpty() ? "everything" : limits;
    }

    /** Whether it holds when another ends, for all that the other was for. */
    boolean follows(Agreement other) {
        return isActive(other.until) && isAsWide(seller, other.seller) && isAsWide(model, other.model)
                && isAsWide(option, other.option) && isAsWide(measure, other.measure);
    }

    private static <T> boolean isAsWide(Optional<T> limit, Optional<T> other) {
        return limit.isEmpty() || limit.equals(other);
    }

    BigDecimal contracted(BigDecimal list) {
        return switch (terms) {
            case PercentOff(var percent) -> list.multiply(HUNDRED.subtract(percent)).movePointLeft(2);
            case Fixed(var usdPerUnit) -> usdPerUnit;
        };
    }
}
