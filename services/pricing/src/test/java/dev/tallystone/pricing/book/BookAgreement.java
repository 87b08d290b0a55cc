package dev.tallystone.pricing.book;

import dev.tallystone.pricing.book.Agreement.Judgement;
import dev.tallystone.pricing.book.Agreement.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says how far the shipped book agrees with two tables of others: a scrape of the AWS pricing page (one JSON object a
 * line) and a table made from the AWS Price List (JSON). Arguments: the two files, in this order.
 */
final class BookAgreement {

    private static final String NAMES = "agreement-names.txt";

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Judgement> reasons = new HashMap<>();
    private final PrintStream out;

    private BookAgreement(PrintStream out) {
        this.out = out;
    }

    /** Prints both comparisons, and what the book consists of. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("two files must be named: a page (jsonl) and a list (json)");
        }
        var agreement = new BookAgreement(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        agreement.readNames();
        PriceBook book = PriceBookReader.shipped();
        var page = new ArrayList<Published>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            page.add(PageRows.read(line));
        }
        agreement.compare("page", book, "2026-07-24T12:00:00Z", page);
        agreement.compare("list", book, "2026-08-20T12:00:00Z", ListRows.read(Files.readAllBytes(Path.of(args[1]))));
        agreement.census(book);
    }

    /** Lines {@code name = model} and {@code name ! KIND: reason}. */
    private void readNames() throws IOException {
        try (InputStream text = Objects.requireNonNull(BookAgreement.class.getResourceAsStream(NAMES))) {
            for (String line : new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.contains(" ! ")) {
                    String[] parts = line.split(" ! |: ", 3);
                    reasons.put(parts[0], new Judgement(Kind.valueOf(parts[1]), parts[2]));
                } else if (line.contains(" = ")) {
                    String[] parts = line.split(" = ", 2);
                    names.put(parts[0], parts[1]);
                }
            }
        }
    }

    private void compare(String table, PriceBook book, String at, List<Published> rows) {
        var agreement = new Agreement(book, Instant.parse(at), names, reasons);
        var judged = rows.stream()
                .collect(Collectors.groupingBy(agreement::judge, () -> new TreeMap<>((one, other) -> {
                    int kinds = one.kind().compareTo(other.kind());
                    return kinds != 0 ? kinds : one.reason().compareTo(other.reason());
                }), Collectors.toList()));
        out.printf("%n%s: %d rows%n", table, rows.size());
        judged.forEach((judgement, of) -> out.printf("%5d %s%s%n", of.size(), judgement.kind(),
                judgement.reason().isEmpty() ? "" : " (" + judgement.reason() + ")"));
        judged.forEach((judgement, of) -> of.stream()
                .filter(_ -> judgement.kind() == Kind.UNEXPLAINED)
                .forEach(row -> out.println("      " + row)));
    }

    private void census(PriceBook book) {
        Map<String, Long> rows = book.rows()
                .stream()
                .collect(Collectors.groupingBy(row -> "%-18s %s".formatted(row.option().label(), row.evidence()),
                        TreeMap::new, Collectors.counting()));
        out.printf("%nbook: %d rows of %d models%n", book.rows().size(), book.models().size());
        rows.forEach((what, count) -> out.printf("%5d %s%n", count, what));
    }
}
