package dev.tallystone.invocation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void readsEightHexadecimalDigits() {
        for (int i = 0; i < 10_000; i++) {
            long number = random.nextInt() & 0xFFFF_FFFFL;
            String lower = "%08x".formatted(number);

            assertThat(hex(lower.getBytes(US_ASCII))).isEqualTo(number);
            assertThat(hex(lower.toUpperCase(Locale.ROOT).getBytes(US_ASCII))).isEqualTo(number);
        }
    }

    @Test
    void refusesEveryOtherByteAtEveryPlace() {
        for (int place = 0; place < 8; place++) {
            for (int b = 0; b < 256; b++) {
                byte[] digits = "0a9F8b7C".getBytes(US_ASCII);
                digits[place] = (byte) b;
                boolean digit = b < 128 && Character.digit(b, 16) >= 0;

                assertThat(hex(digits) >= 0).as("byte %d at %d", b, place).isEqualTo(digit);
            }
        }
    }

    @Test
    void findsAByteWhereASimpleSearchDoes() {
        for (int i = 0; i < 10_000; i++) {
            byte[] data = bytes(random.nextInt(40));
            int from = random.nextInt(data.length + 1);
            int end = from + random.nextInt(data.length - from + 1);
            int expected = from;
            while (expected < end && data[expected] != '/') {
                expected++;
            }

            assertThat(Words.indexOf(data, '/', from, end)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void putsZerosBehindAShortWordWhateverFollowsIt() {
        byte[] data = {1, 2, 3, 4, 5, 6, 7, 8, 9};

        assertThat(Words.prefix(data, 0, 3)).isEqualTo(0x030201);
        assertThat(Words.prefix(data, 6, 3)).as("too near the end for a whole word").isEqualTo(0x090807);
        assertThat(Words.prefix(data, 1, 8)).isEqualTo(0x0908070605040302L);
        assertThat(Words.prefix(data, 9, 0)).isZero();
    }

    private static long hex(byte[] digits) {
        return Words.hex(Words.word(digits, 0));
    }

    /** Slashes, their neighbours, and bytes with the high bit. */
    private byte[] bytes(int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) "ab./0\u00af\u0000".charAt(random.nextInt(7));
        }
        return data;
    }
}
