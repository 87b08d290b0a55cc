package dev.tallystone.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"0, 0", "7, 7", "1000000000, 1000000000", "-0, 0", "0.000, 0", "0e9, 0",
            "0e100000000, 0", "12.0, 12", "1e3, 1000", "1E+3, 1000", "1.5e1, 15", "1200e-2, 12",
            "1000000000.000000000000000000, 1000000000", "\"123\", 123", "\"12.0\", 12", "\"007\", 7",
            "\"000000000000000000000000000000000000012\", 12"})
    void readsWholeNumbersInAnySpelling(String json, long count) {
        assertThat(read(json)).isEqualTo(count);
        assertThat(Count.isRejected(read(json))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"-1, NEGATIVE_COUNT", "-1.5, NEGATIVE_COUNT",
            "-9223372036854775809, NEGATIVE_COUNT", "\"-1\", NEGATIVE_COUNT", "1.5, NOT_INTEGER",
            "1e-100000000, NOT_INTEGER", "0.1, NOT_INTEGER", "\"\", NOT_INTEGER", "\"1,000\", NOT_INTEGER",
            "\"1 \", NOT_INTEGER", "\"1-2\", NOT_INTEGER", "\"NaN\", NOT_INTEGER", "\"\u0661\", NOT_INTEGER",
            "\"0x10\", NOT_INTEGER", "1000000001, COUNT_IMPLAUSIBLE", "1e12, COUNT_IMPLAUSIBLE",
            "999999999999999999, COUNT_IMPLAUSIBLE", "9223372036854775807, COUNT_IMPLAUSIBLE",
            "9223372036854775808, COUNT_OVERFLOW", "1e19, COUNT_OVERFLOW", "1e20, COUNT_OVERFLOW",
            "1e100000000, COUNT_OVERFLOW", "true, BAD_TYPE", "false, BAD_TYPE", "{}, BAD_TYPE",
            "[1], BAD_TYPE"}, delimiterString = ", ")
    void refusesWhatIsNoCountAndSaysWhy(String json, RejectionReason reason) {
        long count = read(json);

        assertThat(count).isLessThan(Count.ABSENT);
        assertThat(Count.isRejected(count)).isTrue();
        assertThat(Count.rejection(count)).isEqualTo(reason);
    }

    @Test
    @Timeout(5)
    void refusesHugeNumbersWithoutConvertingThem() {
        String millionDigits = "9".repeat(1_000_000);
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThat(Count.rejection(read("1e100000000"))).isEqualTo(RejectionReason.COUNT_OVERFLOW);
        }
        long eachNs = (System.nanoTime() - start) / 1_000;

        assertThat(Duration.ofNanos(eachNs)).isLessThan(Duration.ofMillis(1));
        assertThat(Count.rejection(read(millionDigits))).isEqualTo(RejectionReason.COUNT_OVERFLOW);
    }

    @Test
    void absenceIsNoRejection() {
        assertThat(Count.isRejected(Count.ABSENT)).isFalse();
    }

    private static long read(String json) {
        byte[] data = ("[" + json + "]").getBytes(UTF_8);
        return Count.parse(data, 1, data.length - 1);
    }
}
