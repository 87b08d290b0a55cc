package dev.tallystone.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.SliceIds;
import dev.tallystone.metering.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Bytes that no release has written are refused as such, whatever they are. */
class MalformedRecordTest {

    private static final int CASES = 50_000;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final byte[] tally = TallyRecord
            .encode(Receipts.ofEverything(), new RandomLedger(seed).rows(12, 5))
            .getFirst();
    private final byte[] ids = IdsRecord
            .encode(List.of(new RandomLedger(seed).ids(5), new SliceIds(7, 8, new long[0], new int[0]),
                    new RandomLedger(seed + 1).ids(2)))
            .getFirst();

    @Test
    void refusesARecordThatEndsTooEarly() {
        for (int length = 0; length < tally.length; length++) {
            byte[] cut = Arrays.copyOf(tally, length);
            assertThatThrownBy(() -> TallyRecord.decode(cut)).as("%d bytes, seed %d, replay with -Dseed", length, seed)
                    .isInstanceOf(LedgerException.class);
        }
        for (int length = 0; length < ids.length; length++) {
            byte[] cut = Arrays.copyOf(ids, length);
            assertThatThrownBy(() -> IdsRecord.decode(cut)).as("%d bytes, seed %d, replay with -Dseed", length, seed)
                    .isInstanceOf(LedgerException.class);
        }
    }

    @Test
    void refusesARecordThatGoesOn() {
        assertThatThrownBy(() -> TallyRecord.decode(Arrays.copyOf(tally, tally.length + 1)))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("1 bytes too many");
        assertThatThrownBy(() -> IdsRecord.decode(Arrays.copyOf(ids, ids.length + 3)))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("3 bytes too many");
    }

    @Test
    void readsOrRefusesWhateverHasFlipped() {
        assertThat(refused(tally, TallyRecord::decode)).as("of %d, seed %d, replay with -Dseed", CASES, seed)
                .isBetween(CASES / 10, CASES);
        assertThat(refused(ids, IdsRecord::decode)).as("of %d, seed %d, replay with -Dseed", CASES, seed)
                .isBetween(CASES / 50, CASES);
    }

    @Test
    void readsOrRefusesWhateverIsNoise() {
        for (int i = 0; i < CASES; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = tally[0];
            }
            isRefused(noise, TallyRecord::decode);
            isRefused(noise, IdsRecord::decode);
        }
    }

    /** One to three bytes changed, or bytes that read as a huge number put in. Anything but a refusal is thrown on. */
    private int refused(byte[] record, Consumer<byte[]> decode) {
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] changed = record.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (random.nextInt(4) == 0) {
                int at = random.nextInt(changed.length);
                Arrays.fill(changed, at, Math.min(changed.length, at + 1 + random.nextInt(10)), (byte) 0xFF);
            }
            refused += isRefused(changed, decode) ? 1 : 0;
        }
        return refused;
    }

    private boolean isRefused(byte[] bytes, Consumer<byte[]> decode) {
        try {
            decode.accept(bytes);
            return false;
        } catch (LedgerException e) {
            return true;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed %d, replay with -Dseed: %s".formatted(seed, Arrays.toString(bytes)), e);
        }
    }

    @Test
    void refusesARowOfACellThatIsNotThere() {
        var out = new RecordWriter();
        out.number(1);
        ReceiptCodec.write(Receipts.of(0, 1), out);
        out.number(1);
        writeCell(out);
        out.number(1); // one row
        out.number(100);
        out.number(1); // of the second cell
        out.number(0);

        assertThatThrownBy(() -> TallyRecord.decode(out.toBytes())).isInstanceOf(LedgerException.class)
                .hasMessageContaining("no number 1 of 1");
    }

    private static void writeCell(RecordWriter out) {
        for (int text = 0; text < 3; text++) {
            out.text("");
        }
        out.text(Caller.OTHER.principal());
        out.number(0);
        out.text("");
        out.number(Source.KAFKA.ordinal());
        out.text("");
        out.text("");
        out.number(0);
        out.text("");
        out.number(Outcome.OK.ordinal());
        out.number(0);
    }

    @Test
    void refusesCountsThatTheBytesCannotHold() {
        var manyIds = new RecordWriter();
        manyIds.number(1);
        manyIds.number(1);
        manyIds.number(7);
        manyIds.number(8);
        manyIds.number(150_000_000);
        manyIds.word(0);
        assertThatThrownBy(() -> IdsRecord.decode(manyIds.toBytes())).isInstanceOf(LedgerException.class)
                .hasMessageContaining("150000000");

        var manyRows = new RecordWriter();
        manyRows.number(1);
        ReceiptCodec.write(Receipts.of(0, 1), manyRows);
        manyRows.number(0);
        manyRows.number(20_001);
        assertThatThrownBy(() -> TallyRecord.decode(manyRows.toBytes())).isInstanceOf(LedgerException.class)
                .hasMessageContaining("20001");
    }

    @Test
    void refusesAReceiptThatDoesNotBalance() {
        var out = new RecordWriter();
        out.number(1);
        out.text("writer");
        for (long number : new long[]{12, 100, 10, 10, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}) {
            out.number(number);
        }
        out.text("0.1.0");
        out.text("digest");
        out.number(1);
        out.number(1);
        out.number(0);
        out.number(0);

        assertThatThrownBy(() -> TallyRecord.decode(out.toBytes())).isInstanceOf(LedgerException.class)
                .hasMessageContaining("10 records")
                .hasMessageContaining("9 tallied");
    }

    @Test
    void saysWhenAValueIsOfANewerRelease() {
        var out = new RecordWriter();
        out.number(Outcome.ALL.size());

        assertThatThrownBy(() -> new RecordReader(out.toBytes()).oneOf(Outcome.ALL))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("newer than this release");
    }
}
