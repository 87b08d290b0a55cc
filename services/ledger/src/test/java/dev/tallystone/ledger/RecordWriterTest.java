package dev.tallystone.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordWriterTest {

    private final RecordWriter out = new RecordWriter();

    @Test
    void writesNumbersOfEitherSign() {
        long[] numbers = {0, 1, -1, 63, -64, 64, -65, 8_191, 8_192, Integer.MAX_VALUE, Integer.MIN_VALUE,
                Long.MAX_VALUE, Long.MIN_VALUE};
        LongStream.of(numbers).forEach(out::number);

        var in = new RecordReader(out.toBytes());
        assertThat(numbers).containsExactly(LongStream.generate(in::number).limit(numbers.length).toArray());
        in.end();
    }

    @Test
    void writesSmallNumbersInOneByte() {
        for (long number = -64; number < 64; number++) {
            out.number(number);
        }

        assertThat(out.size()).isEqualTo(128);
    }

    @Test
    void writesWordsInEightBytes() {
        out.word(0x0102_0304_0506_0708L);
        out.word(-1);

        assertThat(out.toBytes()).startsWith(1, 2, 3, 4, 5, 6, 7, 8).hasSize(16);
        var in = new RecordReader(out.toBytes());
        assertThat(in.word()).isEqualTo(0x0102_0304_0506_0708L);
        assertThat(in.word()).isEqualTo(-1);
    }

    @Test
    void writesARepeatedTextOnce() {
        out.text("anthropic.claude-3-haiku");
        out.text("");
        int before = out.size();
        out.text("anthropic.claude-3-haiku");
        out.text("");

        assertThat(out.size() - before).isEqualTo(2);
        var in = new RecordReader(out.toBytes());
        assertThat(in.text()).isEqualTo("anthropic.claude-3-haiku");
        assertThat(in.text()).isEmpty();
        assertThat(in.text()).isEqualTo("anthropic.claude-3-haiku");
        assertThat(in.text()).isEmpty();
        in.end();
    }

    @Test
    void writesTextsOfAnyLengthAndScript() {
        String text = "€😀é".repeat(10_000);
        out.text(text);

        assertThat(new RecordReader(out.toBytes()).text()).isEqualTo(text);
    }

    @Test
    void writesWhateverMixtureIsReadBack() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            switch (random.nextInt(3)) {
                case 0 -> out.number(random.nextLong() >> random.nextInt(64));
                case 1 -> out.word(random.nextLong());
                default -> out.text("t" + random.nextInt(500));
            }
        }

        var in = new RecordReader(out.toBytes());
        var again = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            Object[] expectedAndRead = switch (again.nextInt(3)) {
                case 0 -> new Object[]{again.nextLong() >> again.nextInt(64), in.number()};
                case 1 -> new Object[]{again.nextLong(), in.word()};
                default -> new Object[]{"t" + again.nextInt(500), in.text()};
            };
            assertThat(expectedAndRead[1]).as("seed %d, replay with -Dseed", seed).isEqualTo(expectedAndRead[0]);
        }
        in.end();
    }
}
