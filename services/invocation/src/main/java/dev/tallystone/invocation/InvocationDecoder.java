package dev.tallystone.invocation;

import static dev.tallystone.invocation.RejectionReason.BAD_TIME;
import static dev.tallystone.invocation.RejectionReason.BAD_TYPE;
import static dev.tallystone.invocation.RejectionReason.BAD_UTF8;
import static dev.tallystone.invocation.RejectionReason.EMPTY;
import static dev.tallystone.invocation.RejectionReason.ID_TOO_LONG;
import static dev.tallystone.invocation.RejectionReason.MISSING_ID;
import static dev.tallystone.invocation.RejectionReason.MISSING_MODEL;
import static dev.tallystone.invocation.RejectionReason.MISSING_TIME;
import static dev.tallystone.invocation.RejectionReason.NOT_AN_INVOCATION;
import static dev.tallystone.invocation.RejectionReason.TEXT_TOO_LONG;
import static dev.tallystone.invocation.RejectionReason.TOO_LARGE;
import static dev.tallystone.invocation.RejectionReason.UNSUPPORTED_SCHEMA;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Bedrock's {@code ModelInvocationLog} records (Bedrock user guide, "Monitor model invocation using CloudWatch
 * Logs and Amazon S3") from their bytes into one reused {@link InvocationCursor}. The order of keys never matters, any
 * but id, time and model may be missing, and bodies are skipped but for a few counters.
 *
 * <p>
 * Allocates nothing for a record whose texts have been seen before. Belongs to one thread.
 */
public final class InvocationDecoder {

    /** The largest record that is read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final List<Field> DESCRIBED = List.of(Field.REQUEST_ID, Field.TIMESTAMP, Field.ACCOUNT, Field.REGION,
            Field.OPERATION, Field.MODEL);
    private static final Field[] TIERS = {Field.SERVICE_TIER, Field.RESOLVED_TIER, Field.REQUESTED_TIER};
    private static final Field[] PERFORMANCES = {Field.RESOLVED_PERFORMANCE, Field.REQUESTED_PERFORMANCE};
    private static final Field[] QUANTITIES = {Field.HEAD_INPUT, Field.HEAD_OUTPUT, Field.BESIDE_INPUT,
            Field.BESIDE_OUTPUT, Field.STREAM_INPUT, Field.STREAM_OUTPUT, Field.USAGE_INPUT, Field.USAGE_OUTPUT,
            Field.TITAN_RESULT_TOKENS, Field.HEAD_IMAGES, Field.RETURNED_IMAGES};
    private static final int MAX_MODEL_BYTES = 200;
    private static final int MAX_NAME_BYTES = 64;
    private static final int MAX_TIER_BYTES = 32;
    private static final String OTHER = "~other";
    private static final byte[] KIND = FieldValues.ascii("ModelInvocationLog");
    private static final byte[] VERSION = FieldValues.ascii("1.0");
    private static final byte[] INTERVENED = FieldValues.ascii("INTERVENED");
    private static final byte[] STOPPED = FieldValues.ascii("guardrail_intervened");

    private final InvocationCursor cursor = new InvocationCursor();
    private final FieldValues values = new FieldValues();
    private final RecordScanner scanner;
    private final Vocabulary vocabulary = new Vocabulary();
    private final CallerReader callers;
    private final TokenReader tokens = new TokenReader();
    private final ImageReader images = new ImageReader(vocabulary);
    private final RequestId requestId = new RequestId();
    private final Timestamp timestamp = new Timestamp();
    private @Nullable RejectionReason rejection;

    /** Keeps the values of at most four keys of {@code requestMetadata}, such as {@code team} and {@code deadline}. */
    public InvocationDecoder(List<String> metadataKeys) {
        scanner = new RecordScanner(new FieldTree(metadataKeys), values);
        callers = new CallerReader(vocabulary, metadataKeys);
    }

    /** What was read last. Always the same object. */
    public InvocationCursor cursor() {
        return cursor;
    }

    /**
     * Reads one record, {@code data[from, to)}. False: it cannot be counted, and the cursor's
     * {@linkplain InvocationCursor#rejection() rejection} says why.
     */
    public boolean decode(byte[] data, int from, int to) {
        cursor.clear();
        rejection = null;
        RejectionReason unreadable = scan(data, from, to);
        if (unreadable != null) {
            cursor.rejection = unreadable;
            return false;
        }
        checkKind();
        readNames();
        readIdentity();
        cursor.outcome = outcome();
        reject(tokens.read(values, cursor));
        reject(images.read(values, cursor));
        cursor.add(Measure.REQUESTS, 1);
        noteUnknownQuantity();
        cursor.rejection = rejection;
        return rejection == null;
    }

    private @Nullable RejectionReason scan(byte[] data, int from, int to) {
        values.reset(data);
        if (to - from > MAX_BYTES) {
            return TOO_LARGE;
        }
        if (to == from) {
            return EMPTY;
        }
        if (isUtf16(data, from, to)) {
            return BAD_UTF8;
        }
        boolean marked = to - from >= 3 && data[from] == (byte) 0xEF && data[from + 1] == (byte) 0xBB
                && data[from + 2] == (byte) 0xBF;
        return scanner.scan(data, marked ? from + 3 : from, to);
    }

    private static boolean isUtf16(byte[] data, int from, int to) {
        if (to - from < 2) {
            return false;
        }
        int mark = ((data[from] & 0xFF) << 8) | (data[from + 1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE || data[from] == 0 || data[from + 1] == 0;
    }

    /** The first reason stands. */
    private void reject(@Nullable RejectionReason reason) {
        rejection = rejection == null ? reason : rejection;
    }

    private void checkKind() {
        boolean named = values.has(Field.SCHEMA_TYPE);
        boolean right = named
                ? values.textIs(Field.SCHEMA_TYPE, KIND)
                : values.has(Field.REQUEST_ID) && values.has(Field.MODEL);
        if (!right) {
            reject(NOT_AN_INVOCATION);
        } else if (values.has(Field.SCHEMA_VERSION) && !values.textIs(Field.SCHEMA_VERSION, VERSION)
                && !name(Field.SCHEMA_VERSION, MAX_TIER_BYTES, true).startsWith("1.")) {
            reject(UNSUPPORTED_SCHEMA);
        }
    }

    private void readNames() {
        cursor.account = name(Field.ACCOUNT, MAX_NAME_BYTES, true);
        cursor.region = name(Field.REGION, MAX_NAME_BYTES, true);
        cursor.model = name(Field.MODEL, MAX_MODEL_BYTES, true);
        cursor.operation = name(Field.OPERATION, MAX_NAME_BYTES, false);
        cursor.tier = tier(TIERS);
        cursor.performance = tier(PERFORMANCES);
        cursor.caller = callers.read(values);
        reject(callers.rejection());
        if (cursor.model.isEmpty()) {
            reject(MISSING_MODEL);
        }
    }

    /** A text of the record's head. One that is too long is refused if money hangs on it, else counted as other. */
    private String name(Field field, int maxBytes, boolean essential) {
        if (!values.has(field)) {
            return "";
        }
        if (!values.isText(field)) {
            reject(BAD_TYPE);
            return "";
        }
        int from = values.textStart(field);
        int to = values.textEnd(field);
        if (to - from > maxBytes) {
            reject(essential ? TEXT_TOO_LONG : null);
            return OTHER;
        }
        JsonText text = vocabulary.text(values.data(), from, to);
        reject(text.rejection());
        return text.value();
    }

    /** The first one stated. */
    private String tier(Field[] fields) {
        for (Field field : fields) {
            String stated = values.isText(field) ? tier(field) : "";
            if (!stated.isEmpty()) {
                return stated;
            }
        }
        return "";
    }

    /** Bodies are not judged: what is unreadable there says nothing. */
    private String tier(Field field) {
        int from = values.textStart(field);
        int to = values.textEnd(field);
        if (to - from > MAX_TIER_BYTES) {
            return OTHER;
        }
        JsonText text = vocabulary.text(values.data(), from, to);
        reject(field.kind == Field.Kind.HEAD ? text.rejection() : null);
        return text.value();
    }

    private void readIdentity() {
        if (!values.isText(Field.REQUEST_ID)
                || values.textStart(Field.REQUEST_ID) == values.textEnd(Field.REQUEST_ID)) {
            reject(MISSING_ID);
        } else if (values.textEnd(Field.REQUEST_ID) - values.textStart(Field.REQUEST_ID) > RequestId.MAX_BYTES) {
            reject(ID_TOO_LONG);
        } else {
            reject(requestId.read(values.data(), values.textStart(Field.REQUEST_ID), values.textEnd(Field.REQUEST_ID),
                    cursor.account));
            cursor.idHigh = requestId.high();
            cursor.idLow = requestId.low();
            cursor.partitionKey = requestId.key();
        }
        if (!values.has(Field.TIMESTAMP)) {
            reject(MISSING_TIME);
            return;
        }
        cursor.occurredAtMs = values.isText(Field.TIMESTAMP)
                ? timestamp.parse(values.data(),
                        values.textStart(Field.TIMESTAMP), values.textEnd(Field.TIMESTAMP))
                : Timestamp.BAD;
        reject(cursor.occurredAtMs == Timestamp.BAD ? BAD_TIME : null);
    }

    private Outcome outcome() {
        if (values.has(Field.ERROR_CODE)) {
            return Outcome.ofErrorCode(name(Field.ERROR_CODE, MAX_NAME_BYTES, false));
        }
        boolean blocked = values.textIs(Field.GUARDRAIL_ACTION, INTERVENED)
                || values.textIs(Field.STOP_REASON, STOPPED);
        return blocked ? Outcome.BLOCKED : Outcome.OK;
    }

    private void noteUnknownQuantity() {
        boolean counted = cursor.promptTokens() > 0 || cursor.measure(Measure.OUTPUT) > 0
                || cursor.measure(Measure.IMAGES) > 0 || cursor.measure(Measure.INPUT_IMAGES) > 0;
        if (!counted && cursor.outcome == Outcome.OK && !values.holdsZero(QUANTITIES)) {
            cursor.note(Caveat.QUANTITY_UNKNOWN);
        }
    }

    /** What could be read of the record at hand, by Bedrock's names: for a dead letter, never a body. */
    public Map<String, String> description() {
        var fields = new LinkedHashMap<String, String>();
        for (Field field : DESCRIBED) {
            if (values.isText(field) && values.textEnd(field) - values.textStart(field) <= MAX_MODEL_BYTES) {
                JsonText text = JsonText.of(values.data(), values.textStart(field), values.textEnd(field));
                if (text.rejection() == null) {
                    fields.put(field.paths.getFirst(), text.value());
                }
            }
        }
        return fields;
    }
}
