package dev.tallystone.pricing.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Steps through JSON without building it. */
final class OfferJson {

    /** Reads the value of a field, or skips it. */
    @FunctionalInterface
    interface FieldReader {

        void read(String name) throws IOException;
    }

    private OfferJson() {}

    /** Visits the fields of the object at which the parser stands; of anything else there are none. */
    static void eachField(JsonParser json, FieldReader reader) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            reader.read(name);
        }
    }

    /** A text or number as written; empty for what is neither, which is skipped. */
    static String text(JsonParser json) throws IOException {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            return "";
        }
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
    }
}
