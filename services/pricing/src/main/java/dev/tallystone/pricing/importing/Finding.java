package dev.tallystone.pricing.importing;

import dev.tallystone.pricing.book.Evidence;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one candidate would change in a book.
 *
 * @param present
 *            the rows that price its place today; none if it is new
 * @param doubts
 *            why it looks wrong, for people; it is then written only if its SKU is accepted
 * @param obstacle
 *            why it cannot be written, whoever accepts it, with what would have been right; empty if it can
 */
public record Finding(Kind kind, Candidate candidate, List<PriceRow> present, List<String> doubts, String obstacle) {

    /** How a candidate stands to a book. */
    public enum Kind {
        NEW,
        CHANGED,
        UNCHANGED
    }

    private static final int DIGITS = 4;

    public Finding {
        present = List.copyOf(present);
        doubts = List.copyOf(doubts);
    }

    /** Whether it may be written at all. */
    public boolean canBeWritten() {
        return kind != Kind.UNCHANGED && obstacle.isEmpty();
    }

    /** Whether it confirms a price of the book that was last seen before. */
    public boolean confirms(PriceBook book) {
        return !confirmed(book).isEmpty();
    }

    /**
     * The rows of just its Region that say the same, of an older source. An invoice is stronger evidence than a list,
     * and stays.
     */
    List<PriceRow> confirmed(PriceBook book) {
        return kind == Kind.UNCHANGED && candidate.offer().isDated()
                ? present.stream()
                        .filter(row -> row.region().equals(candidate.price().region())
                                && row.evidence() != Evidence.ON_INVOICE && isOlder(book.sources().get(row.source())))
                        .toList()
                : List.of();
    }

    private boolean isOlder(PriceBook.@Nullable Source source) {
        return source != null && source.seen().compareTo(candidate.offer().day()) < 0;
    }

    /** The present row that it differs from. */
    public Optional<PriceRow> differsFrom() {
        return present.stream()
                .filter(row -> row.usdPerUnit().compareTo(candidate.price().usdPerUnit()) != 0)
                .findFirst();
    }

    /** New price over present one, to four digits; empty where there is none, or it is zero. */
    public Optional<BigDecimal> factor() {
        return differsFrom().filter(row -> row.usdPerUnit().signum() != 0)
                .map(row -> candidate.price()
                        .usdPerUnit()
                        .divide(row.usdPerUnit(), DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros());
    }

    /** By how many percent it changes, to two digits. */
    public Optional<BigDecimal> percent() {
        return factor().map(factor -> factor.subtract(BigDecimal.ONE).movePointRight(2).stripTrailingZeros());
    }
}
