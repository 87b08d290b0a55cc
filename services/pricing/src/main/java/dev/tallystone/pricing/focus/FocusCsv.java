package dev.tallystone.pricing.focus;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes CSV as RFC 4180 says, in UTF-8, but with lines that end in LF. The header is always there; null is an empty
 * field, and no text is empty.
 *
 * <p>
 * A text that a spreadsheet would take for a formula, since it begins with {@code =}, {@code +}, {@code -}, {@code @},
 * tab or return, is written behind an apostrophe: who calls a model chooses some of these texts. JSON holds them as
 * they are.
 */
public final class FocusCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final List<String> UNPRICED_COLUMNS = List.of("ChargePeriodStart", "ChargePeriodEnd",
            "SubAccountId", "RegionId", "x_Model", "x_Mode", "x_Requests", "x_Quantities", "x_Reason", "Tags");

    private FocusCsv() {}

    /** Reads {@code rows} once and leaves {@code out} open. */
    public static void writeRows(Iterable<FocusRow> rows, OutputStream out) throws IOException {
        List<String> header = FocusColumn.ALL.stream().map(FocusColumn::id).toList();
        try (CsvGenerator csv = begin(header, out)) {
            for (FocusRow row : rows) {
                csv.writeStartArray();
                for (FocusColumn column : FocusColumn.ALL) {
                    write(csv, row.value(column).orElse(""));
                }
                csv.writeEndArray();
            }
        }
    }

    /** What has no price, one line each; reads {@code unpriced} once and leaves {@code out} open. */
    public static void writeUnpriced(Iterable<UnpricedUsage> unpriced, OutputStream out) throws IOException {
        try (CsvGenerator csv = begin(UNPRICED_COLUMNS, out)) {
            for (UnpricedUsage usage : unpriced) {
                csv.writeStartArray();
                for (Object value : valuesOf(usage)) {
                    write(csv, value);
                }
                csv.writeEndArray();
            }
        }
    }

    private static List<Object> valuesOf(UnpricedUsage usage) {
        return List.of(usage.period().from(), usage.period().until(), usage.account(), usage.region(), usage.model(),
                usage.mode().label(), BigDecimal.valueOf(usage.requests()), FocusRow.json(usage.charged()),
                usage.reason(), FocusRow.json(usage.tags().byKey()));
    }

    private static CsvGenerator begin(List<String> header, OutputStream out) throws IOException {
        CsvGenerator csv = FACTORY.createGenerator(out);
        csv.setSchema(CsvSchema.builder().addColumns(header, CsvSchema.ColumnType.STRING).build().withHeader());
        return csv;
    }

    private static void write(CsvGenerator csv, Object value) throws IOException {
        if (value instanceof BigDecimal number) {
            csv.writeNumber(number);
        } else {
            csv.writeString(harmless(value.toString()));
        }
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
