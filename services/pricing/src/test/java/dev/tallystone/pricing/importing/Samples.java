package dev.tallystone.pricing.importing;

import dev.tallystone.pricing.book.PriceRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The sample rows beside these tests; their README says where they are from. */
final class Samples {

    private Samples() {}

    static String text(String name) {
        try (InputStream file = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportedPrices read(String name) {
        return Listed.imported(NameTable.shipped(), text(name));
    }

    /** The rows of a table, numbered where it has no SKUs. No cell of theirs has a comma. */
    static ImportedPrices readTable(String name) {
        List<String> lines = text(name).lines().toList();
        List<String> keys = List.of(lines.getFirst().split(","));
        var rows = new StringBuilder();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            Listed row = Listed.row().with("sku", "ROW%02d".formatted(i));
            for (int k = 0; k < cells.length; k++) {
                String key = keys.get(k).equals("service_code") ? "serviceCode" : keys.get(k);
                row = cells[k].isEmpty() ? row : row.with(key, cells[k]);
            }
            rows.append(row.json());
        }
        return Listed.imported(NameTable.shipped(), rows.toString());
    }

    /**
     * Such as
     * {@code 22KGYDDQ2UGX8HE8 amazon.nova-lite-v1:0 me-central-1 regional on_demand cache_read 0 0.015/1M tokens}.
     */
    static String line(Candidate candidate) {
        PriceRow row = candidate.price();
        return String.join(" ", String.join("+", candidate.skus()), row.model(), row.region().orElse("?"),
                row.routing().map(routing -> routing.name().toLowerCase(Locale.ROOT)).orElse("regional"),
                row.option().label(), row.measure(), Long.toString(row.above()),
                row.usd().amount().toPlainString() + "/" + row.perUnit());
    }

    static List<String> lines(ImportedPrices prices) {
        return prices.candidates().stream().map(Samples::line).toList();
    }
}
