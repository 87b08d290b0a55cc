package dev.tallystone.monitor.prices;

import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * How the prices are doing.
 *
 * @param newestSource
 *            the begin of the day on which the newest source was seen: how old the book is
 * @param error
 *            why the file is not in force; empty while it is, or while there is none
 * @param held
 *            rows of the file that would change what past usage cost
 * @param kept
 *            rows that stand in their place
 */
public record PriceStatus(String book, String digest, int rows, Instant newestSource, String error,
        List<PriceRow> held, List<PriceRow> kept) {

    /** Before any book is read. */
    public static final PriceStatus NONE = new PriceStatus("", "", 0, Instant.EPOCH, "", List.of(), List.of());

    public PriceStatus {
        held = List.copyOf(held);
        kept = List.copyOf(kept);
    }

    static PriceStatus of(PriceBook book, String error, List<PriceRow> held, List<PriceRow> kept) {
        Instant newest = book.sources()
                .values()
                .stream()
                .map(source -> LocalDate.parse(source.seen()).atStartOfDay(ZoneOffset.UTC).toInstant())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new PriceStatus(book.name(), book.digest(), book.rows().size(), newest, error, held, kept);
    }

    /** Whether the last look at the file found it good. */
    public boolean isReloadOk() {
        return error.isEmpty();
    }
}
