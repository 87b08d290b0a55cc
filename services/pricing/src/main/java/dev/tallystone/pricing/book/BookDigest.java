package dev.tallystone.pricing.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A short hash of what a book says, whatever the order of its lines, its comments and the file that it came from. */
final class BookDigest {

    private static final int BYTES = 4;

    private BookDigest() {}

    static String of(PriceBook book) {
        String said = Stream
                .of(book.rows().stream(), book.models().values().stream(), book.sources().entrySet().stream(),
                        book.availability().steps().stream(),
                        book.availability().refusals().stream().map(PriceBookWriter::text))
                .flatMap(each -> each.map(Object::toString))
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
