package dev.tallystone.invocation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The call that a decoder has just read. One object is reused for every record, since allocation per event decides what
 * the hot path can do; {@link #toInvocation()} makes a copy that lasts. Belongs to its decoder's thread.
 *
 * <p>
 * Texts are {@code ""} where the record says nothing.
 */
public final class InvocationCursor {

    private static final long COUNT_HASH_PRIME = 0x9E3779B97F4A7C15L;

    final long[] measures = new long[Measure.ALL.size()];
    long idHigh;
    long idLow;
    byte[] partitionKey = {};
    long occurredAtMs;
    String account = "";
    String region = "";
    String model = "";
    Caller caller = Caller.OTHER;
    String operation = "";
    String tier = "";
    String performance = "";
    String variant = "";
    Outcome outcome = Outcome.UNKNOWN;
    int caveats;
    @Nullable
    RejectionReason rejection;

    InvocationCursor() {}

    void clear() {
        Arrays.fill(measures, 0);
        caveats = 0;
        variant = "";
        rejection = null;
    }

    void add(Measure measure, long amount) {
        measures[measure.ordinal()] += amount;
    }

    void note(Caveat caveat) {
        caveats |= caveat.bit();
    }

    /** Why the record was rejected; only then not null, and nothing else here has a meaning. */
    public @Nullable RejectionReason rejection() {
        return rejection;
    }

    /** An exact count of this call, never negative. */
    public long measure(Measure measure) {
        return measures[measure.ordinal()];
    }

    /** The upper half of the 128-bit identity by which copies are recognised. */
    public long idHigh() {
        return idHigh;
    }

    /** The lower half of the identity. */
    public long idLow() {
        return idLow;
    }

    /** The record key that brings all copies to one partition. The same array serves the next record. */
    public byte[] partitionKey() {
        return partitionKey;
    }

    /** The record's own timestamp, in milliseconds since 1970 UTC. */
    public long occurredAtMs() {
        return occurredAtMs;
    }

    /** AWS account id. */
    public String account() {
        return account;
    }

    /** The Region that was called: it prices the call; {@code inferenceRegion} never does. */
    public String region() {
        return region;
    }

    /** Model id or ARN as called, at most 200 bytes. See {@link ModelId}. */
    public String model() {
        return model;
    }

    /** Who called. */
    public Caller caller() {
        return caller;
    }

    /** Such as {@code InvokeModel} or {@code ConverseStream}; any text. */
    public String operation() {
        return operation;
    }

    /** The service tier as stated; absent is a value. */
    public String tier() {
        return tier;
    }

    /** The latency mode as stated. */
    public String performance() {
        return performance;
    }

    /** For images, {@code side/quality/steps/task}, {@code ?} where unknown. */
    public String variant() {
        return variant;
    }

    /** How the call ended. */
    public Outcome outcome() {
        return outcome;
    }

    /** Bits of {@link Caveat}. */
    public int caveats() {
        return caveats;
    }

    /** All prompt tokens, cached or not: what context classes count. */
    public long promptTokens() {
        return measure(Measure.INPUT) + measure(Measure.CACHE_READ) + measure(Measure.CACHE_WRITE)
                + measure(Measure.CACHE_WRITE_5M) + measure(Measure.CACHE_WRITE_30M) + measure(Measure.CACHE_WRITE_1H);
    }

    /**
     * A hash of the totals that AWS bills, by which a copy with other counts is noticed. Not of their parts: the same
     * call logged without its body does not tell the lifetimes of its cache writes.
     */
    public int countsHash() {
        long written = promptTokens() - measure(Measure.INPUT) - measure(Measure.CACHE_READ);
        long prompt = mix(mix(measure(Measure.INPUT), 1) + measure(Measure.CACHE_READ), written);
        return (int) (mix(mix(prompt, measure(Measure.OUTPUT)), measure(Measure.IMAGES)) >>> 32);
    }

    private static long mix(long hash, long next) {
        return ((hash ^ (hash >>> 29)) + next) * COUNT_HASH_PRIME;
    }

    /** An immutable copy, for everything but the hot path. */
    public ModelInvocation toInvocation() {
        return ModelInvocation.of(this);
    }
}
