package dev.tallystone.collector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdKeyTest {

    @Test
    void isTheUuidInLowerCase() {
        assertThat(key("{\"requestId\":\"FBD41866-7FA8-5AE8-B5B2-76C359069BE0\"}"))
                .isEqualTo("fbd41866-7fa8-5ae8-b5b2-76c359069be0");
    }

    @Test
    void isAnyOtherIdAsItIs() {
        assertThat(key("{\"requestId\":\"Order-7\"}")).isEqualTo("Order-7");
    }

    @Test
    void isTheIdAsTheMeterReadsItHoweverItIsWritten() {
        assertThat(key("{\"requestId\":\"Ren\\u0065\\u0301\"}")).isEqualTo(key("{\"requestId\":\"René\"}"));
    }

    @Test
    void isTheHashOfARecordWhoseIdCannotBeRead() {
        // printf 'rubbish' | sha256sum
        assertThat(key("rubbish")).isEqualTo("71ca7d932e5a9bea82b11425bc83d474727bb94ecde72145e063f8b23b176ea3");
        assertThat(key("{\"requestId\":\"\"}")).hasSize(64);
        assertThat(key("{}")).isEqualTo(key("{}")).isNotEqualTo(key("{ }"));
    }

    @Test
    void isNeverLongerThanAnIdMayBe() {
        assertThat(key("{\"requestId\":\"%s\"}".formatted("x".repeat(200)))).hasSize(200);
        assertThat(key("{\"requestId\":\"%s\"}".formatted("x".repeat(201)))).hasSize(64);
    }

    private static String key(String line) {
        return RequestIdKey.of(line.getBytes(UTF_8));
    }
}
