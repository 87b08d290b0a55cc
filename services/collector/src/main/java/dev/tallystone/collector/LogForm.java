package dev.tallystone.collector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How a file separates its records. Its first value decides, and doubt means lines: then whatever is broken is handed
 * on line by line and counted, rather than swallowed up to the end of the file.
 */
enum LogForm {
    /** What AWS writes: a record a line. */
    LINES,
    /** Pretty-printed, or several on a line. */
    VALUES,
    /** One array around all records. */
    ARRAY;

    static LogForm of(Path path) throws IOException {
        try (JsonParser parser = EnvelopeJson.parser(LogInput.open(path))) {
            return of(parser);
        }
    }

    private static LogForm of(JsonParser parser) {
        int firstLine = 1;
        LogForm spread = LINES;
        try {
            JsonToken first = parser.nextToken();
            firstLine = parser.currentTokenLocation().getLineNr();
            spread = first == JsonToken.START_ARRAY ? ARRAY : first == JsonToken.START_OBJECT ? VALUES : LINES;
            parser.skipChildren();
        } catch (IOException e) {
            return isCutOff(e) && line(parser) > firstLine ? spread : LINES;
        }
        return line(parser) > firstLine ? spread : onOneLine(parser, spread, firstLine);
    }

    /** Neither sound nor wrong so far; a damaged file ends like that, too, and reading it will tell. */
    private static boolean isCutOff(IOException e) {
        return e instanceof JsonEOFException || !(e instanceof JsonProcessingException);
    }

    private static LogForm onOneLine(JsonParser parser, LogForm spread, int firstLine) {
        try {
            boolean alone = parser.nextToken() == null;
            boolean together = !alone && parser.currentTokenLocation().getLineNr() == firstLine;
            return together || (alone && spread == ARRAY) ? spread : LINES;
        } catch (IOException e) {
            return LINES;
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentLocation().getLineNr();
    }

    RecordSplitter splitter() {
        return switch (this) {
            case LINES -> new LineSplitter();
            case VALUES -> new ValueSplitter(false);
            case ARRAY -> new ValueSplitter(true);
        };
    }
}
