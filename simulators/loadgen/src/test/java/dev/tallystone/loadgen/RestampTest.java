package dev.tallystone.loadgen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.collector.RecordEnvelope;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RestampTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456Z");
    private static final String ID = "fbd41866-7fa8-5ae8-b5b2-76c359069be0";

    private final Restamp restamp = Restamp.paced(NOW, new Speed.Times(1));

    @Test
    void movesTheFirstRecordToNowAndKeepsTheDistances() {
        assertThat(applied("{\"timestamp\":\"2020-02-02T10:00:00Z\"}"))
                .isEqualTo("{\"timestamp\":\"2026-11-24T08:00:00.123Z\"}");
        assertThat(applied("{\"timestamp\":\"2020-02-02T10:00:01.5Z\"}"))
                .isEqualTo("{\"timestamp\":\"2026-11-24T08:00:01.623Z\"}");
        assertThat(applied("{\"timestamp\":\"2020-02-02T10:00:00+01:00\"}"))
                .isEqualTo("{\"timestamp\":\"2026-11-24T07:00:00.123Z\"}");
    }

    @Test
    void shrinksTheDistancesAsThePaceDoes() {
        Restamp hourInAMinute = Restamp.paced(NOW, new Speed.Times(60));

        assertThat(applied(hourInAMinute, "{\"timestamp\":\"2020-02-02T10:00:00Z\"}"))
                .isEqualTo("{\"timestamp\":\"2026-11-24T08:00:00.123Z\"}");
        assertThat(applied(hourInAMinute, "{\"timestamp\":\"2020-02-02T11:00:00Z\"}"))
                .isEqualTo("{\"timestamp\":\"2026-11-24T08:01:00.123Z\"}");
        assertThat(applied(hourInAMinute, "{\"timestamp\":\"2020-02-02T09:59:00Z\"}"))
                .isEqualTo("{\"timestamp\":\"2026-11-24T07:59:59.123Z\"}");
    }

    @Test
    void movesTheNewestRecordToNowWhereverItStands() {
        Restamp ending = Restamp.ending(NOW, Instant.parse("2020-02-02T18:00:00Z"));

        assertThat(applied(ending, "{\"timestamp\":\"2020-02-02T10:00:00Z\"}"))
                .isEqualTo("{\"timestamp\":\"2026-11-24T00:00:00.123Z\"}");
        assertThat(applied(ending, "{\"timestamp\":\"2020-02-02T18:00:00Z\"}"))
                .isEqualTo("{\"timestamp\":\"2026-11-24T08:00:00.123Z\"}");
    }

    @Test
    void leavesEveryOtherByteAsItIs() {
        String derived = UUID.nameUUIDFromBytes((ID + "@2026-11-24T08:00:00.123Z").getBytes(UTF_8)).toString();
        String before = " {\"é\\u00e9\" : [1.0, 1e3 ,{\"requestId\":\"%s\"}],\"requestId\":".formatted(ID);
        String between = " ,\t\"odd\\\\\":\"\\\"timestamp\\\":\\\"2020-02-02T10:00:00Z\\\"\", \"timestamp\" :";

        String restamped = applied(before + "\"" + ID + "\"" + between + "\"2020-02-02T10:00:00Z\"  } ");

        assertThat(restamped)
                .isEqualTo(before + "\"" + derived + "\"" + between + "\"2026-11-24T08:00:00.123Z\"  } ");
    }

    @Test
    void leavesBytesThatAreNoUtf8InABodyAsTheyAre() {
        byte[] line = "{\"b\":\"xy\",\"timestamp\":\"2020-02-02T10:00:00Z\"}".getBytes(UTF_8);
        line[7] = (byte) 0xFF;

        byte[] restamped = restamp.apply(line, RecordEnvelope.of(line));

        assertThat(restamped).startsWith(Arrays.copyOf(line, 10));
    }

    @Test
    void readsEscapesInWhatItReplaces() {
        assertThat(applied(
                "{\"requestId\":\"\\u0066" + ID.substring(1) + "\",\"timestamp\":\"2020-02-02T10\\u003a00:00Z\"}"))
                .isEqualTo(applied("{\"requestId\":\"" + ID + "\",\"timestamp\":\"2020-02-02T10:00:00Z\"}"));
    }

    @Test
    void givesCopiesTheSameIdHoweverTheyAreWrittenAndAnotherRunOthers() {
        String copy = "{\"requestId\":\"" + ID.toUpperCase(Locale.ROOT) + "\"}";
        String first = applied("{\"requestId\":\"" + ID + "\"}");

        assertThat(applied(copy)).isEqualTo(first).doesNotContain(ID);
        assertThat(applied("{\"requestId\":\"another\"}")).isNotEqualTo(first);
        assertThat(applied(Restamp.paced(NOW.plusSeconds(1), new Speed.Times(1)), copy)).isNotEqualTo(first);
    }

    @Test
    void leavesARecordAloneThatItCannotRead() {
        assertThat(applied("{\"requestId\":\"x\",\"timestamp\":\"2020-02-02T10:00:00Z\""))
                .isEqualTo("{\"requestId\":\"x\",\"timestamp\":\"2020-02-02T10:00:00Z\"");
        assertThat(applied("{\"timestamp\":\"yesterday\"}")).isEqualTo("{\"timestamp\":\"yesterday\"}");
        assertThat(applied("{\"timestamp\":1580637600}")).isEqualTo("{\"timestamp\":1580637600}");
    }

    private String applied(String line) {
        return applied(restamp, line);
    }

    private static String applied(Restamp restamp, String line) {
        byte[] bytes = line.getBytes(UTF_8);
        return new String(restamp.apply(bytes, RecordEnvelope.of(bytes)), UTF_8);
    }
}
