package dev.tallystone.monitor.prices;

import dev.tallystone.pricing.book.BookChange;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.book.PriceBookWriter;
import dev.tallystone.pricing.book.PriceRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The prices by which everything is shown. A broken file changes nothing, whether at the start or later: the last good
 * book stays, and the status says what is wrong. One thread.
 */
public final class BookInForce {

    private static final Logger LOG = LoggerFactory.getLogger(BookInForce.class);
    private static final int MAX_BYTES = 64 << 20;

    private final PriceSettings settings;
    private PriceBook book;
    private PriceBook text;
    private String error = "";
    private List<PriceRow> held = List.of();
    private List<PriceRow> kept = List.of();
    private byte @Nullable [] seen;

    private BookInForce(PriceSettings settings, PriceBook book) {
        this.settings = settings;
        this.book = book;
        this.text = book;
    }

    /** The book to begin with: what was in force, changed by the file as far as that leaves the past alone. */
    public static BookInForce open(PriceSettings settings, Instant now) {
        Optional<PriceBook> before = settings.inForce().filter(Files::exists).flatMap(BookInForce::readOrNone);
        var prices = new BookInForce(settings, before.orElseGet(PriceBookReader::shipped));
        if (before.isPresent() || settings.file().isEmpty()) {
            prices.look(now).ifPresent(prices::enter);
        } else {
            prices.takeWhole();
        }
        return prices;
    }

    private static Optional<PriceBook> readOrNone(Path file) {
        try {
            return Optional.of(PriceBookReader.read(bytes(file)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("the book that was in force cannot be read from {}: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Nothing was in force: there is no past to leave alone. */
    private void takeWhole() {
        settings.file().ifPresent(file -> {
            try {
                seen = bytes(file);
                enter(PriceBookReader.read(seen));
                text = book;
            } catch (IOException | IllegalArgumentException e) {
                refuse(file, e);
            }
        });
    }

    /** Looks at the file. A book that should come into force is returned; it does so by {@link #enter}. */
    public Optional<PriceBook> look(Instant now) {
        return settings.file().flatMap(file -> look(file, now));
    }

    private Optional<PriceBook> look(Path file, Instant now) {
        try {
            byte[] found = bytes(file);
            if (Arrays.equals(found, seen)) {
                return Optional.empty();
            }
            seen = found;
            PriceBook read = PriceBookReader.read(found);
            BookChange change = BookChange.of(book, read, now);
            text = read;
            error = "";
            held = change.held();
            kept = change.kept();
            LOG.info("price book {}: {} new rows, {} held because they would change the past", file, change.newRows(),
                    held.size());
            return change.next().digest().equals(book.digest()) ? Optional.empty() : Optional.of(change.next());
        } catch (IOException | IllegalArgumentException e) {
            refuse(file, e);
            return Optional.empty();
        }
    }

    private void refuse(Path file, Exception why) {
        error = "%s: %s".formatted(file, why.getMessage());
        LOG.error("the price book is not taken, {} stays in force: {}", book.digest(), error);
    }

    /** What the last look gave could not be entered: the status says why, and the next look gives it again. */
    public void notEntered(String why) {
        seen = null;
        error = "%s: %s".formatted(settings.file().map(Path::toString).orElse("shipped"), why);
        LOG.error("the price book waits, {} stays in force: {}", book.digest(), error);
    }

    private static byte[] bytes(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MAX_BYTES) {
            throw new IOException("%s has %,d bytes, more than %,d".formatted(file, size, MAX_BYTES));
        }
        return Files.readAllBytes(file);
    }

    /** This book is in force from now on, and after a restart. */
    public void enter(PriceBook next) {
        book = next;
        settings.inForce().ifPresent(file -> keep(file, next));
    }

    private static void keep(Path file, PriceBook book) {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try {
            Files.write(half, PriceBookWriter.write(book));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("the book in force cannot be kept in {}: {}", file, e.toString());
        }
    }

    /** The whole file, what is held included, came into force. */
    public void repriced() {
        held = List.of();
        kept = List.of();
        enter(text);
    }

    /** What is in force. */
    public PriceBook book() {
        return book;
    }

    /** The last good file, with what is held. */
    public PriceBook text() {
        return text;
    }

    /** For metrics and the page. */
    public PriceStatus status() {
        return PriceStatus.of(book, error, held, kept);
    }
}
