package dev.tallystone.tallystone.command;

import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A price book with the text that it was read from. */
record BookFile(PriceBook book, String text) {

    /** A book that cannot be read; its message is one line, with the name of the file. */
    static final class BadBook extends Exception {

        private static final long serialVersionUID = 1;

        BadBook(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The one of this release, if no file is named. */
    static BookFile read(@Nullable Path file) throws BadBook {
        String name = file == null ? "the book of this release" : file.toString();
        try {
            byte[] text = file == null ? PriceBookReader.shippedText() : Files.readAllBytes(file);
            return new BookFile(PriceBookReader.read(text), new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BadBook("%s: cannot be read: %s".formatted(name, e), e);
        } catch (IllegalArgumentException e) {
            throw new BadBook("%s: %s".formatted(name, firstLine(String.valueOf(e.getMessage()))), e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    /** All of it or nothing: a reader sees the old file or the new one. */
    static void write(Path file, byte[] text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
