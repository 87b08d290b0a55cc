package dev.tallystone.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.metering.SliceIds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsRecordTest {

    private static final int TOPIC_LIMIT = 4 << 20;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final RandomLedger drawn = new RandomLedger(seed);

    @Test
    void readsBackAnyIds() {
        for (int i = 0; i < 100; i++) {
            List<SliceIds> slices = IntStream.rangeClosed(0, i % 7).mapToObj(size -> drawn.ids(size * 13)).toList();

            List<byte[]> records = IdsRecord.encode(slices);

            assertThat(records).hasSize(1);
            assertThat(IdsRecord.decode(records.getFirst())).as("seed %d, replay with -Dseed", seed)
                    .isEqualTo(new IdsRecord(slices));
        }
    }

    @Test
    void readsBackASliceWithoutIds() {
        List<SliceIds> arrival = List.of(new SliceIds(2_984_760, 1_790_856_000_000L, new long[0], new int[0]));

        assertThat(IdsRecord.decode(IdsRecord.encode(arrival).getFirst()).slices()).isEqualTo(arrival);
    }

    @Test
    void writesNothingForNothing() {
        assertThat(IdsRecord.encode(List.of())).isEmpty();
    }

    @Test
    void needs20BytesAnId() {
        byte[] record = IdsRecord.encode(List.of(drawn.ids(10_000))).getFirst();

        assertThat(record.length / 10_000.0).isBetween(20.0, 20.01);
    }

    @Test
    void dividesManySlicesOverRecordsThatTheTopicTakes() {
        List<SliceIds> slices = IntStream.range(0, 9).mapToObj(_ -> drawn.ids(60_000)).toList();

        List<byte[]> records = IdsRecord.encode(slices);

        assertThat(records).hasSizeGreaterThan(1)
                .allSatisfy(record -> assertThat(record.length).isLessThan(TOPIC_LIMIT));
        assertThat(records.stream().flatMap(record -> IdsRecord.decode(record).slices().stream())).isEqualTo(slices);
    }

    @Test
    void dividesASliceThatIsTooLargeForOneRecord() {
        SliceIds large = drawn.ids(450_001);

        List<byte[]> records = IdsRecord.encode(List.of(drawn.ids(5), large, drawn.ids(7)));

        assertThat(records).allSatisfy(record -> assertThat(record.length).isLessThan(TOPIC_LIMIT));
        var parts = new ArrayList<SliceIds>();
        records.forEach(record -> parts.addAll(IdsRecord.decode(record).slices()));
        parts.removeIf(part -> part.slice() != large.slice());
        assertThat(parts).extracting(SliceIds::lastArrivalMs).containsOnly(large.lastArrivalMs());
        int next = 0;
        for (SliceIds part : parts) {
            assertThat(part).as("seed %d, replay with -Dseed", seed)
                    .isEqualTo(large.part(next, next + part.size()));
            next += part.size();
        }
        assertThat(next).isEqualTo(450_001);
    }

    @Test
    void refusesAnotherVersion() {
        var out = new RecordWriter();
        out.number(7);
        out.number(0);

        assertThatThrownBy(() -> IdsRecord.decode(out.toBytes())).isInstanceOf(LedgerException.class)
                .hasMessageContaining("version 7")
                .hasMessageContaining("reads 1");
    }
}
