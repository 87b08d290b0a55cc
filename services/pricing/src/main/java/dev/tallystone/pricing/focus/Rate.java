package dev.tallystone.pricing.focus;

import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * What one token, image or unit-hour costs, and why we think so.
 *
 * @param list
 *            US dollars by the price book
 * @param contracted
 *            US dollars for this buyer
 * @param basis
 *            what both prices rest on
 * @param certain
 *            whether its source vouches for it at that time
 * @param source
 *            where it was read
 * @param evidence
 *            what kind of evidence that is
 */
public record Rate(BigDecimal list, BigDecimal contracted, Basis basis, boolean certain, String source,
        String evidence) {

    /** What list and contracted price rest on. */
    public enum Basis {
        LIST("estimate at list"),
        AGREEMENT("estimate at contract"),
        STATED("estimate at stated price, list by price book"),
        STATED_ALONE("estimate at stated price, also as list: none in price book");

        private final String label;

        Basis(String label) {
            this.label = label;
        }
    }

    public Rate {
        if (list.signum() < 0 || contracted.signum() < 0) {
            throw new IllegalArgumentException("prices must not be negative: %s, %s".formatted(list, contracted));
        }
        if (source.isBlank() || evidence.isBlank()) {
            throw new IllegalArgumentException("a price must name its source and evidence, not '%s' and '%s'"
                    .formatted(source, evidence));
        }
    }

    /** As the price book and an agreement say. */
    public static Rate of(UnitPrice price) {
        return new Rate(price.list(), price.contracted(), price.agreement().isPresent() ? Basis.AGREEMENT : Basis.LIST,
                price.certain(),
                price.row().source(), price.row().evidence().name().toLowerCase(Locale.ROOT));
    }

    /** As its owner says he pays, beside what the list says. */
    public static Rate stated(BigDecimal list, BigDecimal paid, String source) {
        return new Rate(list, paid, Basis.STATED, true, source, "stated");
    }

    /** As its owner says he pays, where no list price is known. */
    public static Rate stated(BigDecimal paid, String source) {
        return new Rate(paid, paid, Basis.STATED_ALONE, true, source, "stated");
    }

    Usd listCost(BigDecimal quantity) {
        return new Usd(list.multiply(quantity));
    }

    Usd contractedCost(BigDecimal quantity) {
        return new Usd(contracted.multiply(quantity));
    }

    /** FOCUS does not know estimates, so each row says that it is one, and of what. */
    String basisLabel() {
        return basis.label;
    }
}
