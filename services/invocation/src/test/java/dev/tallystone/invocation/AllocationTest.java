package dev.tallystone.invocation;

import static dev.tallystone.invocation.LogRecord.ofCall;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Holds the decoder to its word: nothing is allocated for a record whose texts have been seen before. */
class AllocationTest {

    private static final int RECORDS = 20_000;

    @Test
    void decodingAllocatesNothingForTextsSeenBefore() {
        byte[] record = ofCall().with("requestMetadata", "{'team': 'search', 'deadline': '24h'}").output("""
            {'outputTokenCount': 13, 'outputBodyJson': {'stopReason': 'end_turn', 'metrics': {'latencyMs': 50},
                'serviceTier': {'type': 'flex'}, 'performanceConfig': {'latency': 'optimized'},
                'usage': {'cacheDetails': [{'ttl': '1h', 'inputTokens': 60}]}}}""").bytes();
        InvocationDecoder decoder = LogRecord.decoder();
        decode(decoder, record);

        long allocated = allocatedBytes();
        decode(decoder, record);
        allocated = allocatedBytes() - allocated;

        assertThat((double) allocated / RECORDS).as("bytes a record").isLessThan(1);
    }

    private static void decode(InvocationDecoder decoder, byte[] record) {
        for (int i = 0; i < RECORDS; i++) {
            if (!decoder.decode(record, 0, record.length)) {
                throw new AssertionError(decoder.cursor().rejection());
            }
        }
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
