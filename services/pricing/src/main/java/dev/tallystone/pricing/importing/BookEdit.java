package dev.tallystone.pricing.importing;

import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.book.PriceRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes accepted findings into the text of a book: a row that is followed gets an end, a row that would have held for
 * no time goes, a row that a newer list confirms names that as its source, new rows stand after the last one of their
 * model. Every other line stays as it is. One use, one thread.
 */
public final class BookEdit {

    private final PriceBook book;
    private final BookLines lines;
    private final Map<PriceRow, Instant> closed = new HashMap<>();
    private final Map<String, List<PriceRow>> added = new LinkedHashMap<>();
    private final Map<PriceRow, Offer> confirmed = new HashMap<>();
    private final Set<Offer> offers = new LinkedHashSet<>();

    private BookEdit(PriceBook book, String text) {
        this.book = book;
        this.lines = BookLines.of(text, book.rows().size());
    }

    /**
     * The new text, which has been read back and holds exactly the rows that it should.
     *
     * @throws IllegalArgumentException
     *             when a finding cannot be written, or the text has its rows otherwise than one a line
     */
    public static byte[] apply(byte[] bookText, Collection<Finding> accepted) {
        PriceBook book = PriceBookReader.read(bookText);
        var edit = new BookEdit(book, new String(bookText, StandardCharsets.UTF_8));
        accepted.forEach(edit::add);
        byte[] edited = edit.text().getBytes(StandardCharsets.UTF_8);
        edit.check(PriceBookReader.read(edited));
        return edited;
    }

    private void add(Finding finding) {
        if (finding.kind() == Finding.Kind.UNCHANGED && finding.confirms(book)) {
            finding.confirmed(book).forEach(row -> confirmed.put(row, finding.candidate().offer()));
            offers.add(finding.candidate().offer());
            return;
        }
        if (!finding.canBeWritten()) {
            throw new IllegalArgumentException("%s cannot be written: %s".formatted(finding.candidate().sku(),
                    finding.kind() == Finding.Kind.UNCHANGED ? "the book has that price" : finding.obstacle()));
        }
        PriceRow row = finding.candidate().price();
        finding.present().stream().filter(before -> isFollowed(before, row)).forEach(before -> {
            closed.put(before, row.from());
        });
        added.computeIfAbsent(row.model(), _ -> new ArrayList<>())
                .add(BookLine.row(finding.candidate(), until(finding, row)));
        offers.add(finding.candidate().offer());
    }

    /** A row of all Regions, or of more routings, goes on elsewhere: the new one names more, and so precedes it. */
    private static boolean isFollowed(PriceRow before, PriceRow by) {
        return before.region().equals(by.region()) && before.variant().equals(by.variant())
                && (by.routing().isEmpty() || before.routing().equals(by.routing()));
    }

    /** Where the book knows already what comes next. */
    private Instant until(Finding finding, PriceRow row) {
        Instant until = Instant.MAX;
        for (PriceRow other : book.rows()) {
            if (other.place().equals(row.place()) && other.from().isAfter(row.from())
                    && other.from().isBefore(until)) {
                until = other.from();
            }
        }
        for (PriceRow before : finding.present()) {
            until = isFollowed(before, row) && before.until().isBefore(until) ? before.until() : until;
        }
        return until;
    }

    private String text() {
        List<PriceRow> rows = book.rows();
        var lastOfModel = new HashMap<String, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            lastOfModel.put(rows.get(i).model(), i);
            Instant end = closed.get(rows.get(i));
            Offer offer = confirmed.get(rows.get(i));
            if (end != null) {
                lines.replace(i, replacement(rows.get(i), end, lines.row(i)));
            } else if (offer != null) {
                lines.replace(i, Optional.of(FlowRow.sourced(lines.row(i), offer.sourceId())));
            }
        }
        added.forEach((model, own) -> {
            List<String> written = own.stream().map(BookLine::text).toList();
            Integer last = lastOfModel.get(model);
            lines.insertAfter(last == null ? rows.size() - 1 : last,
                    last == null ? BookLine.headed(book.displayName(model), written) : written);
        });
        offers.stream()
                .filter(offer -> !book.sources().containsKey(offer.sourceId()))
                .forEach(offer -> lines.addSource(BookLine.source(offer)));
        return lines.text();
    }

    private PriceRow sourced(PriceRow row) {
        Offer offer = confirmed.get(row);
        return offer == null ? row : BookLine.listed(row, offer.sourceId());
    }

    private static Optional<String> replacement(PriceRow row, Instant end, String line) {
        return row.from().equals(end) ? Optional.empty() : Optional.of(FlowRow.closed(line, BookLine.moment(end)));
    }

    private void check(PriceBook edited) {
        var expected = new HashSet<PriceRow>();
        for (PriceRow row : book.rows()) {
            Instant end = closed.get(row);
            if (end == null || !row.from().equals(end)) {
                expected.add(end == null ? sourced(row) : BookLine.until(row, end));
            }
        }
        added.values().forEach(expected::addAll);
        if (!expected.equals(new HashSet<>(edited.rows()))) {
            throw new IllegalArgumentException("the edited book does not hold the rows that it should");
        }
    }
}
