package dev.tallystone.monitor.close;

import dev.tallystone.board.Past;
import dev.tallystone.board.close.Statement;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.focus.FocusJsonReader;
import dev.tallystone.pricing.focus.FocusRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/**
 * A month that was closed, in its folder. From any thread; whatever is large is read from the files when it is asked
 * for.
 *
 * @param digest
 *            SHA-256 of the list of its files
 */
public record ClosedMonth(Path folder, Manifest manifest, String digest) {

    static final String MANIFEST = "month.json";
    static final String TALLIES = "tallies.jsonl";
    static final String BOOK = "price-book.yaml";
    static final String TERMS = "terms.json";
    static final String CHARGES = "charges.json";
    static final String CORRECTIONS = "corrections.json";
    static final String LATE = "late.jsonl";
    static final String ALLOCATION = "allocation.json";
    static final String UNPRICED = "unpriced.csv";
    static final List<String> FILES = List.of(MANIFEST, TALLIES, BOOK, TERMS, CHARGES, CORRECTIONS, LATE,
            ALLOCATION, UNPRICED);

    /** A part of a file's content. */
    private interface Content<T> {

        T read(InputStream in) throws IOException;
    }

    static ClosedMonth read(Path folder) throws IOException {
        return new ClosedMonth(folder,
                MonthJson.MAPPER.readValue(Files.readAllBytes(folder.resolve(MANIFEST)), Manifest.class),
                Sums.digest(folder));
    }

    /** Which one. */
    public YearMonth month() {
        return manifest.month();
    }

    /** The first ten-second bucket behind it. */
    long endBucket() {
        return Statement.end(month()).toEpochMilli() / TallyKey.BUCKET_MS;
    }

    /** What was signed. */
    public List<FocusRow> charges() {
        return read(CHARGES, FocusJsonReader::readRows);
    }

    /** What was signed with it about earlier months. */
    public List<FocusRow> corrections() {
        return read(CORRECTIONS, FocusJsonReader::readRows);
    }

    List<TallyRow> tallies() {
        return read(TALLIES, TallyLines::read);
    }

    /** The same, with metadata in the order of other keys than those of then. */
    List<TallyRow> tallies(List<String> metadataKeys) {
        List<String> then = read(TERMS, Terms::read).metadataKeys();
        return then.equals(metadataKeys)
                ? tallies()
                : tallies().stream().map(row -> TallyLines.rearranged(row, then, metadataKeys)).toList();
    }

    /**
     * The month as its files tell it, priced and named as when it was closed: for questions that its rows do not
     * answer. Reads much, so not on a thread that must not wait.
     */
    public Past past() {
        return Statement.past(month(), manifest.since(), tallies(), read(TERMS, Terms::read).settings(),
                PriceBookReader.read(read(BOOK, InputStream::readAllBytes)));
    }

    /** What was counted for earlier months after they were closed, until this one was. */
    List<TallyRow> late() {
        return read(LATE, TallyLines::read);
    }

    /** The files that are not what was signed. */
    public List<String> changedFiles() {
        try {
            return Sums.changed(folder, FILES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String file, Content<T> content) {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return content.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("closed month %s: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
