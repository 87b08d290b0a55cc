package dev.tallystone.invocation;

import java.util.List;

/** Why a record cannot be counted. The name is the code in dead letters, receipts and metrics. */
public enum RejectionReason {
    EMPTY("the record has no value"),
    TOO_LARGE("a record may have at most 1 MiB"),
    BAD_JSON("not one complete JSON value"),
    NOT_OBJECT("the record must be one JSON object"),
    TOO_DEEP("JSON nested more than 1,000 deep"),
    DUP_KEY("one of Bedrock's own fields stands twice"),
    BAD_UTF8("a field that is read is not UTF-8"),
    BAD_UNICODE("a field that is read holds half a surrogate pair"),
    BAD_CHARS("a field that is read holds control or invisible characters"),
    BAD_TYPE("a field that is read has the wrong JSON type"),
    TEXT_TOO_LONG("a field that is read is longer than its limit"),
    NEGATIVE_COUNT("counts must not be negative"),
    COUNT_OVERFLOW("the count does not fit into 63 bits"),
    COUNT_IMPLAUSIBLE("no single call has more than 1,000,000,000 of anything"),
    NOT_INTEGER("counts must be whole numbers"),
    MISSING_ID("no requestId"),
    ID_TOO_LONG("a requestId may have at most 200 bytes"),
    MISSING_TIME("no timestamp"),
    BAD_TIME("the timestamp must be ISO 8601, such as 2026-10-01T12:00:00Z"),
    MISSING_MODEL("no modelId"),
    UNSUPPORTED_SCHEMA("schemaVersion must be 1.x"),
    NOT_AN_INVOCATION("JSON of another kind than ModelInvocationLog"),
    FUTURE("the event's time lies more than five minutes after its arrival"),
    TOO_OLD("its ten minutes are closed, so a copy could not be recognised, or it is older than 400 days"),
    DUPLICATE_CONFLICT("the same requestId was counted with other counts; the first one stands");

    /** All of them, in their stable order. */
    public static final List<RejectionReason> ALL = List.of(values());

    private final String explanation;

    RejectionReason(String explanation) {
        this.explanation = explanation;
    }

    /** What would have been right, for people. */
    public String explanation() {
        return explanation;
    }
}
