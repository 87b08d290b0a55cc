package dev.tallystone.pricing.importing;

import static dev.tallystone.pricing.importing.Refusal.Reason.BAD_PRICE;
import static dev.tallystone.pricing.importing.Refusal.Reason.UNKNOWN_UNIT;

import dev.tallystone.pricing.PricingOption;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A price in the price book's unit. The price list quotes the same in many: {@code 1K tokens}, {@code 1M tokens},
 * {@code Units} of which the description says "Million", {@code TextUnit} for one although the description says 1K.
 *
 * @param per
 *            as in the price book
 */
record Quoted(String per, BigDecimal usd) {

    private static final int MAX_DECIMALS = 15;
    private static final int MAX_LENGTH = 40;
    private static final int THOUSAND = 3;

    static Quoted of(OfferRow.Price price, Meter meter) throws RefusedException {
        BigDecimal usd = amount(price);
        String unit = price.unit().toLowerCase(Locale.ROOT);
        String text = price.description().toLowerCase(Locale.ROOT);
        if (meter.option().isProvisioned()) {
            return hour(unit, text, usd, price);
        }
        if (PricingOption.RESERVED.contains(meter.option())) {
            return reserved(unit, text, usd, price);
        }
        if (meter.measure().startsWith("guardrail_") && unit.equals("textunit")) {
            return new Quoted("1K text units", usd.movePointRight(THOUSAND));
        }
        return meter.measure().endsWith("image") || meter.measure().endsWith("images")
                ? image(unit, text, usd, price)
                : tokens(unit, text, usd, price);
    }

    private static Quoted tokens(String unit, String text, BigDecimal usd, OfferRow.Price price)
            throws RefusedException {
        return switch (unit) {
            case "1k tokens", "1k token" -> new Quoted("1M tokens", usd.movePointRight(THOUSAND));
            case "1m tokens", "1m token" -> new Quoted("1M tokens", usd);
            case String units when units.equals("units") && text.contains("million") -> new Quoted("1M tokens", usd);
            default -> throw unknown(price, "1K tokens, 1M tokens, or Units of a million");
        };
    }

    private static Quoted hour(String unit, String text, BigDecimal usd, OfferRow.Price price)
            throws RefusedException {
        if (unit.equals("hour") || unit.equals("hours") || unit.equals("hrs")
                || (unit.equals("units") && text.contains("hourly"))) {
            return new Quoted("hour", usd);
        }
        throw unknown(price, "hour, or Units with an hourly price");
    }

    private static Quoted reserved(String unit, String text, BigDecimal usd, OfferRow.Price price)
            throws RefusedException {
        return switch (unit) {
            case "1k tpm hour" -> new Quoted("1K TPM hour", usd);
            case "1m tpm hour" -> new Quoted("1K TPM hour", usd.movePointLeft(THOUSAND));
            case String units when units.equals("units") && text.contains("per hour per 1k") ->
                new Quoted("1K TPM hour", usd);
            default -> throw unknown(price, "1K TPM Hour, 1M TPM Hour, or Units per hour per 1K");
        };
    }

    private static Quoted image(String unit, String text, BigDecimal usd, OfferRow.Price price)
            throws RefusedException {
        if (unit.equals("image") || unit.equals("images") || (unit.equals("units") && text.contains("image"))) {
            return new Quoted("image", usd);
        }
        throw unknown(price, "image");
    }

    private static RefusedException unknown(OfferRow.Price price, String right) {
        return new RefusedException(UNKNOWN_UNIT,
                "the unit must be %s, not '%s' of '%s'".formatted(right, price.unit(), price.description()));
    }

    private static BigDecimal amount(OfferRow.Price price) throws RefusedException {
        if (!price.currency().equals("USD")) {
            throw new RefusedException(BAD_PRICE, "the price must be in USD, not '%s'".formatted(price.currency()));
        }
        String text = price.amount();
        BigDecimal amount = decimal(text);
        if (amount.signum() < 0 || amount.scale() > MAX_DECIMALS || amount.precision() - amount.scale() > 9) {
            throw new RefusedException(BAD_PRICE, ("a price must not be negative, must be less than 10^9 and have at "
                    + "most %d decimals, not %s").formatted(MAX_DECIMALS, text));
        }
        return amount;
    }

    private static BigDecimal decimal(String text) throws RefusedException {
        try {
            if (text.length() <= MAX_LENGTH) {
                BigDecimal amount = new BigDecimal(text);
                return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
            }
        } catch (NumberFormatException e) {
            throw new RefusedException(BAD_PRICE,
                    "a price must be a decimal such as 0.00015, not '%s'".formatted(text));
        }
        throw new RefusedException(BAD_PRICE, "a price has at most %d characters".formatted(MAX_LENGTH));
    }
}
