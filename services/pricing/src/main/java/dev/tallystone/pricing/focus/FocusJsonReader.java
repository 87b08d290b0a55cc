package dev.tallystone.pricing.focus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tallystone.pricing.focus.FocusRow.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what {@link FocusJson} wrote, to the last digit. */
public final class FocusJsonReader {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Map<String, FocusColumn> COLUMNS = FocusColumn.ALL.stream()
            .collect(Collectors.toMap(FocusColumn::id, Function.identity()));

    private FocusJsonReader() {}

    /**
     * All rows; closes {@code in}.
     *
     * @throws IOException
     *             also for a column that is unknown or a value that is none of its column
     */
    public static List<FocusRow> readRows(InputStream in) throws IOException {
        var rows = new ArrayList<FocusRow>();
        try (JsonParser json = FACTORY.createParser(in)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("rows must be a JSON array, not " + json.currentToken());
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                rows.add(row(json));
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw new IOException("behind row %d stands %s, neither a row nor the end".formatted(rows.size(),
                        json.currentToken()));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("row %d: %s".formatted(rows.size() + 1, e.getMessage()), e);
        }
        return rows;
    }

    private static FocusRow row(JsonParser json) throws IOException {
        var row = new Draft();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            FocusColumn column = COLUMNS.get(name);
            if (column == null) {
                throw new IllegalArgumentException("there is no column " + name);
            }
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                row.read(column, json.getText());
            }
        }
        return row.build();
    }
}
