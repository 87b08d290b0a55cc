package dev.tallystone.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.SliceIds;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What version 1 wrote stands in topics for weeks, so it must be read for ever as it is here. Where a format changes,
 * it gets a new version, and these bytes stay.
 */
class GoldenBytesTest {

    private static final byte[] TALLY = hex("""
        02001874616c6c7973746f6e652d611880897ad201c801b4010c04020404062e
        02f6c9aff59e6890cfaff59e680400b0b8aff59e68028092d3ef9e6804f8abec
        0264e0acec0200920c0480f403c09a0c000a302e312e30000833663261020206
        0018313233343536373839303132001275732d656173742d31004c616e746872
        6f7069632e636c617564652d332d6861696b752d32303234303330372d76313a
        30002a617373756d65642d726f6c652f6170702d726f6c6504000c7365617263
        6800000010436f6e7665727365000008666c65781204120000080a002a616d61
        7a6f6e2e6e6f76612d6c6974652d76313a300e0410121400161204120200080a
        180e041012140016120412000206c084e5aa0101020002048682800302120602
        02e21a80a8d6b907d005882706
        """);
    private static final byte[] IDS = hex("""
        0204f0acec02f6c9aff59e6806fbd418667fa85ae8b5b276c359069be0000000
        0000000001ffffffffffffffff00000000000000000000000000000000123456
        78ffffffff0000000700000000eeacec0280c8aff59e6800
        """);

    private static final List<TallyRow> ROWS = List.of(
            new TallyRow(new TallyKey(179_085_600, cell("anthropic.claude-3-haiku-20240307-v1:0", Outcome.OK, 0)),
                    Quantities.of(Measure.REQUESTS, 3)
                            .plus(Quantities.of(Measure.INPUT, 1_713))
                            .plus(Quantities.of(Measure.OUTPUT, 360))
                            .plus(Quantities.of(Measure.LATENCY_MS, 2_500))
                            .plus(Quantities.of(Measure.LATENCY_COUNT, 3))),
            new TallyRow(new TallyKey(179_085_599, cell("amazon.nova-lite-v1:0", Outcome.THROTTLED, 0)),
                    Quantities.of(Measure.REQUESTS, 1)),
            new TallyRow(
                    new TallyKey(179_085_600,
                            cell("amazon.nova-lite-v1:0", Outcome.OK, Caveat.CACHE_LIFETIME_ASSUMED.bit())),
                    Quantities.of(Measure.REQUESTS, 1).plus(Quantities.of(Measure.CACHE_WRITE, 1_000_000_000L))));
    private static final List<SliceIds> SLICES = List.of(
            new SliceIds(2_984_760, 1_790_856_000_123L,
                    new long[]{0xFBD418667FA85AE8L, 0xB5B276C359069BE0L, 1, -1, 0, 0}, new int[]{0x1234_5678, -1, 7}),
            new SliceIds(2_984_759, 1_790_856_000_000L, new long[0], new int[0]));

    @Test
    void writesATallyRecordAsVersion1Did() {
        assertThat(TallyRecord.encode(Receipts.ofEverything(), ROWS)).singleElement()
                .extracting(HexFormat.of()::formatHex)
                .isEqualTo(HexFormat.of().formatHex(TALLY));
    }

    @Test
    void readsATallyRecordOfVersion1() {
        assertThat(TallyRecord.decode(TALLY)).isEqualTo(new TallyRecord(Receipts.ofEverything(), ROWS));
    }

    @Test
    void writesAnIdsRecordAsVersion1Did() {
        assertThat(IdsRecord.encode(SLICES)).singleElement()
                .extracting(HexFormat.of()::formatHex)
                .isEqualTo(HexFormat.of().formatHex(IDS));
    }

    @Test
    void readsAnIdsRecordOfVersion1() {
        assertThat(IdsRecord.decode(IDS)).isEqualTo(new IdsRecord(SLICES));
    }

    private static Cell cell(String model, Outcome outcome, int caveats) {
        return new Cell("123456789012", "us-east-1", model,
                new Caller("assumed-role/app-role", List.of("search", "")), "Converse", Source.KAFKA, "flex", "", 2, "",
                outcome, caveats);
    }

    private static byte[] hex(String lines) {
        return HexFormat.of().parseHex(lines.replaceAll("\\s", ""));
    }
}
