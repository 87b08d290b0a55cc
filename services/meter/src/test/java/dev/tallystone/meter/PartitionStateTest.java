package dev.tallystone.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.InvocationDecoder;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.metering.DuplicateFilter;
import dev.tallystone.metering.SliceRanges;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class PartitionStateTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    /** Of regions; see the bounds of metering's cells. */
    private static final int MAX_REGIONS = 100;

    private final InvocationDecoder decoder = new InvocationDecoder(List.of());
    private final PartitionState state = new PartitionState(new TopicPartition("invocations", 0), 1, 0,
            new DuplicateFilter(Duration.ofHours(2), new SliceRanges()));
    private long offset;

    @Test
    void saysHowManyTextsFoundNoRoomSinceTheLastCommit() {
        judge(0);
        commit(); // the first of its day, after which bounds start anew
        for (int region = 0; region < MAX_REGIONS + 5; region++) {
            judge(region);
        }

        assertThat(state.folded()).isEqualTo(5);
        commit();
        assertThat(state.folded()).isZero();
        judge(MAX_REGIONS + 7);
        assertThat(state.folded()).isEqualTo(1);
    }

    @Test
    void countsFoldedCallsAsAnyOther() {
        for (int region = 0; region < MAX_REGIONS + 5; region++) {
            judge(region);
        }

        Receipt receipt = state.receipt("writer", "digest", NOON.toEpochMilli());

        assertThat(receipt.tallied()).isEqualTo(MAX_REGIONS + 5);
        assertThat(receipt.rejected()).isZero();
        assertThat(state.drainRows()).hasSize(MAX_REGIONS + 1);
    }

    private void commit() {
        state.drainRows();
        state.committed(-1, NOON.toEpochMilli());
    }

    private void judge(int region) {
        String json = """
            {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"%s","accountId":"111122223333",
             "region":"region-%d","requestId":"%s","operation":"Converse","modelId":"amazon.nova-lite-v1:0",
             "identity":{"arn":"arn:aws:sts::111122223333:assumed-role/search/s"},
             "input":{"inputTokenCount":10},"output":{"outputTokenCount":2}}"""
                .formatted(NOON, region, new UUID(1, offset));
        ByteBuffer value = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
        state.judge(new ConsumerRecord<>("invocations", 0, offset++, NOON.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME, -1, value.remaining(), null, value, new RecordHeaders(),
                Optional.empty()), decoder);
    }
}
