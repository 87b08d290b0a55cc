package dev.tallystone.pricing.focus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Writes rows as a JSON array of objects, in UTF-8: every column by its name, null where it is null, numbers exact.
 * Tags and price details are texts that hold JSON, as FOCUS says.
 */
public final class FocusJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private FocusJson() {}

    /** Reads {@code rows} once and leaves {@code out} open. */
    public static void writeRows(Iterable<FocusRow> rows, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartArray();
            for (FocusRow row : rows) {
                json.writeStartObject();
                for (FocusColumn column : FocusColumn.ALL) {
                    json.writeFieldName(column.id());
                    write(json, row.value(column));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void write(JsonGenerator json, Optional<Object> value) throws IOException {
        if (value.isEmpty()) {
            json.writeNull();
        } else if (value.get() instanceof BigDecimal number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.get().toString());
        }
    }
}
