package dev.tallystone.pricing.focus;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files as they are written, and as a reader gets them back. */
record Written(List<String> header, List<Row> rows) {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What writes to a stream. */
    interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    static String text(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static Written csv(List<FocusRow> rows) throws IOException {
        String text = text(out -> FocusCsv.writeRows(rows, out));
        try (MappingIterator<String[]> lines = new CsvMapper().readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(text)) {
            List<String[]> all = lines.readAll();
            List<String> header = List.of(all.getFirst());
            return new Written(header, all.stream().skip(1).map(line -> row(header, line)).toList());
        }
    }

    private static Row row(List<String> header, String[] line) {
        if (line.length != header.size()) {
            throw new AssertionError("%d fields under %d columns".formatted(line.length, header.size()));
        }
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < line.length; i++) {
            cells.put(header.get(i), line[i]);
        }
        return new Row(cells);
    }

    private static String textOf(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    static Written json(List<FocusRow> rows) throws IOException {
        String text = text(out -> FocusJson.writeRows(rows, out));
        var read = new ArrayList<Row>();
        var header = new ArrayList<String>();
        for (JsonNode object : EXACT.readTree(text)) {
            header.clear();
            Map<String, String> cells = new TreeMap<>();
            object.properties().forEach(entry -> {
                header.add(entry.getKey());
                cells.put(entry.getKey(), textOf(entry.getValue()));
            });
            read.add(new Row(cells));
        }
        return new Written(header, read);
    }
}
