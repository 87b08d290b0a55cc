package dev.tallystone.board;

import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreements;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * By whose prices the money of a board goes.
 *
 * @param basis
 *            {@value Agreements#AT_LIST} or {@value Agreements#CONTRACTED}, by what holds now
 * @param basisOfMonth
 *            likewise, by what held at any time of this UTC month
 * @param told
 *            the basis in a few more words
 * @param agreements
 *            all that are entered
 * @param warnings
 *            for people: which end soon, so that the public price comes back
 */
public record Contract(String basis, String basisOfMonth, String told, List<Line> agreements, List<String> warnings) {

    private static final String ALL = "all";

    /**
     * One agreement.
     *
     * @param seller
     *            {@code aws}, {@code marketplace} or {@code all}
     * @param model
     *            base model, or {@code all}
     * @param followed
     *            whether another holds when it ends
     */
    public record Line(String id, String seller, String model, String scope, String terms, String source, Instant from,
            Instant until, boolean active, boolean followed) {}

    public Contract {
        agreements = List.copyOf(agreements);
        warnings = List.copyOf(warnings);
    }

    static Contract of(Agreements agreements, Instant monthBegin, Instant asOf) {
        return new Contract(agreements.basis(asOf), agreements.basis(monthBegin, asOf.plusMillis(1)),
                agreements.told(asOf),
                agreements.listed().stream().map(each -> line(each, agreements, asOf)).toList(),
                agreements.warnings(asOf));
    }

    private static Line line(Agreement agreement, Agreements all, Instant asOf) {
        return new Line(agreement.id(), agreement.seller()
                .map(sold -> sold.name().toLowerCase(Locale.ROOT))
                .orElse(ALL), agreement.model().orElse(ALL), agreement.scope(), agreement.terms().words(),
                agreement.source(), agreement.from(), agreement.until(), agreement.isActive(asOf),
                all.isFollowed(agreement));
    }
}
