package dev.tallystone.invocation;

import static dev.tallystone.invocation.Measure.CACHE_READ;
import static dev.tallystone.invocation.Measure.CACHE_WRITE;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_1H;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_30M;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_5M;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.OUTPUT;

import org.jspecify.annotations.Nullable;

/**
 * Counts tokens: from the record's head, else from the stream's closing metrics, else from the body's {@code usage}.
 * Bedrock's {@code inputTokenCount} excludes cached tokens (Bedrock user guide, prompt caching), so the kinds add up.
 */
final class TokenReader {

    private @Nullable RejectionReason rejection;

    /** Why a head count is no count, or null. Body counters that are no counts are passed over. */
    @Nullable
    RejectionReason read(FieldValues values, InvocationCursor cursor) {
        rejection = null;
        long input = first(values, Field.HEAD_INPUT, Field.BESIDE_INPUT, Field.STREAM_INPUT, Field.USAGE_INPUT);
        long read = first(values, Field.HEAD_CACHE_READ, Field.BESIDE_CACHE_READ, Field.STREAM_CACHE_READ,
                Field.USAGE_CACHE_READ);
        long written = first(values, Field.HEAD_CACHE_WRITE, Field.BESIDE_CACHE_WRITE, Field.STREAM_CACHE_WRITE,
                Field.USAGE_CACHE_WRITE);
        long output = first(values, Field.HEAD_OUTPUT, Field.BESIDE_OUTPUT, Field.STREAM_OUTPUT, Field.USAGE_OUTPUT);
        output = output >= 0 ? output : body(values, Field.TITAN_RESULT_TOKENS);
        cursor.add(CACHE_READ, Math.max(0, read));
        addCacheWrites(values, cursor, written);
        cursor.add(INPUT, uncached(cursor, Math.max(0, input)));
        cursor.add(OUTPUT, Math.max(0, output));
        cursor.add(Measure.REASONING, Math.clamp(body(values, Field.REASONING), 0, Math.max(0, output)));
        addOptional(cursor, Measure.MAX_TOKENS, Measure.MAX_TOKENS_COUNT, body(values, Field.MAX_TOKENS));
        addOptional(cursor, Measure.LATENCY_MS, Measure.LATENCY_COUNT, body(values, Field.LATENCY));
        addGuardrailUnits(values, cursor);
        return rejection;
    }

    private long first(FieldValues values, Field head, Field beside, Field stream, Field usage) {
        long count = values.count(head);
        count = count == Count.ABSENT ? values.count(beside) : count;
        if (Count.isRejected(count)) {
            rejection = Count.rejection(count);
        }
        count = count >= 0 ? count : body(values, stream);
        return count >= 0 ? count : body(values, usage);
    }

    private static long body(FieldValues values, Field field) {
        return Math.max(Count.ABSENT, values.count(field));
    }

    /** Splits cache writes by lifetime as far as the body tells. A split that exceeds the total is not believed. */
    private static void addCacheWrites(FieldValues values, InvocationCursor cursor, long stated) {
        long fiveMinutes = Math.max(0, body(values, Field.USAGE_CACHE_WRITE_5M)) + values.cacheWrites(CACHE_WRITE_5M);
        long oneHour = Math.max(0, body(values, Field.USAGE_CACHE_WRITE_1H)) + values.cacheWrites(CACHE_WRITE_1H);
        long halfHour = values.cacheWrites(CACHE_WRITE_30M);
        long split = fiveMinutes + halfHour + oneHour;
        long total = stated >= 0 ? stated : split;
        if (split <= total) {
            cursor.add(CACHE_WRITE_5M, fiveMinutes);
            cursor.add(CACHE_WRITE_30M, halfHour);
            cursor.add(CACHE_WRITE_1H, oneHour);
            cursor.add(CACHE_WRITE, total - split);
        } else {
            cursor.add(CACHE_WRITE, total);
        }
        if (cursor.measure(CACHE_WRITE) > 0) {
            cursor.note(Caveat.CACHE_LIFETIME_ASSUMED);
        }
    }

    /**
     * OpenAI's models report an input that includes cached tokens (AWS's blog on prompt caching for GPT-5.6, quoted
     * 2026-09-05; measured on ConverseStream 2026-09-07). Whether the log's count does is uncertain, hence the caveat.
     */
    private static long uncached(InvocationCursor cursor, long input) {
        long cached = cursor.promptTokens();
        boolean includes = cached > 0 && input >= cached && cursor.model.contains("openai.");
        if (includes) {
            cursor.note(Caveat.CACHED_INPUT_SUBTRACTED);
        }
        return includes ? input - cached : input;
    }

    private static void addOptional(InvocationCursor cursor, Measure sum, Measure count, long amount) {
        if (amount > 0) {
            cursor.add(sum, amount);
            cursor.add(count, 1);
        }
    }

    private static void addGuardrailUnits(FieldValues values, InvocationCursor cursor) {
        cursor.add(Measure.GUARDRAIL_CONTENT, Math.max(0, values.count(Field.UNITS_CONTENT)));
        cursor.add(Measure.GUARDRAIL_TOPIC, Math.max(0, values.count(Field.UNITS_TOPIC)));
        cursor.add(Measure.GUARDRAIL_PII, Math.max(0, values.count(Field.UNITS_PII)));
        cursor.add(Measure.GUARDRAIL_GROUNDING, Math.max(0, values.count(Field.UNITS_GROUNDING)));
        cursor.add(Measure.GUARDRAIL_IMAGE, Math.max(0, values.count(Field.UNITS_IMAGE)));
    }
}
