package dev.tallystone.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyRecordTest {

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final RandomLedger drawn = new RandomLedger(seed);

    @Test
    void readsBackAnyReceiptAndRows() {
        for (int i = 0; i < 300; i++) {
            Receipt receipt = drawn.receipt();
            List<TallyRow> rows = drawn.rows(i, 1 + i / 4);

            List<byte[]> records = TallyRecord.encode(receipt, rows);

            assertThat(records).as("seed %d, replay with -Dseed", seed).hasSize(1);
            TallyRecord read = TallyRecord.decode(records.getFirst());
            assertThat(read.receipt()).as("seed %d, replay with -Dseed", seed).isEqualTo(receipt);
            assertThat(read.rows()).as("seed %d, replay with -Dseed", seed).isEqualTo(rows);
        }
    }

    @Test
    void readsBackAReceiptWithoutRows() {
        List<byte[]> records = TallyRecord.encode(Receipts.ofEverything(), List.of());

        assertThat(records).hasSize(1);
        assertThat(TallyRecord.decode(records.getFirst()))
                .isEqualTo(new TallyRecord(Receipts.ofEverything(), List.of()));
    }

    @Test
    void readsBackBucketsInAnyOrder() {
        Cell cell = drawn.cell();
        List<TallyRow> rows = List.of(row(500, cell, 1), row(100, cell, 2), row(-7, cell, 3), row(499, cell, 4));

        assertThat(decode(TallyRecord.encode(Receipts.of(0, 4), rows))).isEqualTo(rows);
    }

    @Test
    void readsBackTheLargestSums() {
        List<TallyRow> rows = List.of(row(1, drawn.cell(), Long.MAX_VALUE), row(2, drawn.cell(), 0));

        assertThat(decode(TallyRecord.encode(Receipts.of(0, 4), rows))).isEqualTo(rows);
    }

    @Test
    void dividesMoreThan10_000RowsOverRecordsOfOneCommit() {
        List<TallyRow> rows = drawn.rows(25_000, 300);
        Receipt receipt = drawn.receipt();

        List<byte[]> records = TallyRecord.encode(receipt, rows);

        assertThat(records).hasSizeGreaterThan(2);
        for (int i = 0; i < records.size(); i++) {
            TallyRecord part = TallyRecord.decode(records.get(i));
            assertThat(part.receipt()).isEqualTo(receipt.asPart(i + 1, records.size()));
            assertThat(part.rows()).hasSizeLessThanOrEqualTo(10_000);
        }
        assertThat(decode(records)).as("seed %d, replay with -Dseed", seed).isEqualTo(rows);
    }

    @Test
    void dividesRowsOfLongTextsIntoRecordsOf512KiB() {
        List<TallyRow> rows = IntStream.range(0, 3_000)
                .mapToObj(i -> row(i, longTexts(i), 1))
                .toList();

        List<byte[]> records = TallyRecord.encode(Receipts.of(0, 3_000), rows);

        assertThat(records).hasSizeGreaterThan(1).allSatisfy(bytes -> assertThat(bytes.length).isLessThan(524_289));
        assertThat(decode(records)).isEqualTo(rows);
    }

    /** 2,000 events a commit over 300 cells, as one meter at 10,000 events per second; Kafka then compresses. */
    @Test
    void needsLessThan40BytesARow() {
        var random = new Random(1);
        List<Cell> cells = IntStream.range(0, 300)
                .mapToObj(i -> new Cell("12345678901" + i % 5, i % 2 == 0 ? "us-east-1" : "eu-central-1",
                        "anthropic.claude-sonnet-4-5-20250929-v1:" + i % 20,
                        new Caller("assumed-role/service-role-" + i % 60, List.of("team-" + i % 15, "")),
                        i % 3 == 0 ? "Converse" : "InvokeModelWithResponseStream", Source.KAFKA, "", "", i % 3, "",
                        Outcome.OK, 0))
                .toList();
        List<TallyRow> rows = IntStream.range(0, 2_000)
                .mapToObj(i -> new TallyRow(new TallyKey(179_085_600 + i % 7, cells.get(i % 300)),
                        amounts(random.nextInt(1, 5), random)))
                .toList();

        List<byte[]> records = TallyRecord.encode(Receipts.ofEverything(), rows);

        assertThat(records).hasSize(1);
        assertThat(records.getFirst().length / 2_000.0).as("bytes a row").isLessThan(40);
    }

    @Test
    void passesOverMeasuresThatANewerReleaseHasAdded() {
        int newMeasure = Measure.ALL.size();
        var out = new RecordWriter();
        out.number(1);
        ReceiptCodec.write(Receipts.of(0, 3), out);
        out.number(1);
        for (String text : new String[]{"account", "region", "model", "principal"}) {
            out.text(text);
        }
        out.number(0);
        out.text("operation");
        out.number(Source.KAFKA.ordinal());
        out.text("");
        out.text("");
        out.number(0);
        out.text("");
        out.number(Outcome.OK.ordinal());
        out.number(1 << 20);
        out.number(2);
        writeRows(out, newMeasure);

        TallyRecord read = TallyRecord.decode(out.toBytes());

        Cell cell = new Cell("account", "region", "model", new Caller("principal", List.of()), "operation",
                Source.KAFKA, "", "", 0, "", Outcome.OK, 1 << 20);
        assertThat(read.rows()).containsExactly(row(100, cell, 5), row(101, cell, 6));
    }

    /** Two rows with input and, in columns that we do not know, three amounts. */
    private static void writeRows(RecordWriter out, int newMeasure) {
        long input = 1L << Measure.INPUT.ordinal();
        out.number(100);
        out.number(1);
        out.number(0);
        out.number(0);
        out.number(input | (1L << newMeasure));
        out.number(input | (1L << newMeasure) | (1L << 63));
        out.number(5);
        out.number(6);
        out.number(77);
        out.number(78);
        out.number(79);
    }

    @Test
    void refusesAnotherVersion() {
        byte[] record = TallyRecord.encode(Receipts.of(0, 1), List.of()).getFirst();
        var out = new RecordWriter();
        out.number(2);
        record[0] = out.toBytes()[0];

        assertThatThrownBy(() -> TallyRecord.decode(record)).isInstanceOf(LedgerException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("reads 1");
    }

    private static Cell longTexts(int i) {
        return new Cell("123456789012", "us-east-1", "m".repeat(190) + i,
                new Caller("assumed-role/" + "r".repeat(60) + i, List.of("t".repeat(60) + i)), "Converse", Source.KAFKA,
                "", "", 0, "", Outcome.OK, 0);
    }

    private static Quantities amounts(int requests, Random random) {
        return Quantities.of(Measure.REQUESTS, requests)
                .plus(Quantities.of(Measure.INPUT, random.nextInt(200, 8_000)))
                .plus(Quantities.of(Measure.CACHE_READ, random.nextInt(3) == 0 ? random.nextInt(20_000) : 0))
                .plus(Quantities.of(Measure.OUTPUT, random.nextInt(20, 2_000)))
                .plus(Quantities.of(Measure.MAX_TOKENS, requests * 4_096L))
                .plus(Quantities.of(Measure.MAX_TOKENS_COUNT, requests))
                .plus(Quantities.of(Measure.LATENCY_MS, random.nextInt(200, 20_000)))
                .plus(Quantities.of(Measure.LATENCY_COUNT, requests));
    }

    private static TallyRow row(long bucket, Cell cell, long input) {
        return new TallyRow(new TallyKey(bucket, cell), Quantities.of(Measure.INPUT, input));
    }

    private static List<TallyRow> decode(List<byte[]> records) {
        return records.stream().flatMap(record -> TallyRecord.decode(record).rows().stream()).toList();
    }
}
