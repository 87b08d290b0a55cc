package dev.tallystone.meter;

import dev.tallystone.metering.Source;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The record header by which a collector says where a log record came from. Without it, from Kafka itself. */
final class SourceHeader {

    static final String NAME = "tallystone-source";

    private SourceHeader() {}

    static Source of(Headers headers) {
        Header header = headers.lastHeader(NAME);
        return header == null || header.value() == null
                ? Source.KAFKA
                : Source.ofLabel(new String(header.value(), StandardCharsets.UTF_8));
    }
}
