package dev.tallystone.collector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;

/** Jackson's parser, with limits for each of our two uses. */
final class EnvelopeJson {

    /**
     * For one record, which is in memory already. A name or number in a prompt may be as long as it likes, and nesting
     * has the meter's own limit and a little more: nothing that a meter counts may be unreadable to us.
     */
    private static final JsonFactory RECORDS = factory(StreamReadConstraints.builder()
            .maxNestingDepth(1_100)
            .maxNameLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build());

    /** For a file of any size, of which names and numbers alone are held. */
    private static final JsonFactory FILES = factory(
            StreamReadConstraints.builder().maxStringLength(LogLine.MAX_BYTES).build());

    private EnvelopeJson() {}

    private static JsonFactory factory(StreamReadConstraints limits) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // names come from callers' prompts, too
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .streamReadConstraints(limits)
                .build();
    }

    static JsonParser parser(byte[] bytes) throws IOException {
        return RECORDS.createParser(bytes);
    }

    /** Closes the stream with the parser. */
    static JsonParser parser(InputStream bytes) throws IOException {
        return FILES.createParser(bytes);
    }
}
