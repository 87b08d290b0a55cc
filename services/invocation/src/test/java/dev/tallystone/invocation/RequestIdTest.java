package dev.tallystone.invocation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestIdTest {

    private static final String LOWER = "fbd41866-7fa8-5ae8-b5b2-76c359069be0";
    private static final String UPPER = "FBD41866-7FA8-5AE8-B5B2-76C359069BE0";

    private final RequestId id = new RequestId();

    @Test
    void isTheUuidItself() {
        assertThat(read(LOWER, "1")).isEqualTo(UUID.fromString(LOWER));
        assertThat(id.key()).asString(UTF_8).isEqualTo(LOWER);
    }

    @Test
    void isTheSameInUpperCase() {
        assertThat(read(UPPER, "1")).isEqualTo(UUID.fromString(LOWER));
        assertThat(id.key()).asString(UTF_8).isEqualTo(LOWER);
    }

    @Test
    void ofAUuidDoesNotDependOnTheAccount() {
        assertThat(read(LOWER, "1")).isEqualTo(read(LOWER, "2"));
    }

    @Test
    void ofAnyOtherTextDependsOnTheAccount() {
        assertThat(read("order-7", "1")).isNotEqualTo(read("order-7", "2")).isEqualTo(read("order-7", "1"));
        assertThat(read("order-8", "1")).isNotEqualTo(read("order-7", "1"));
        assertThat(id.key()).asString(UTF_8).isEqualTo("order-7");
    }

    @Test
    void isTheFirstHalfOfSha256OverAccountAndId() {
        // printf '1\0order-7' | sha256sum
        assertThat(read("order-7", "1")).isEqualTo(UUID.fromString("4aea8b8b-0c38-7cc2-a3f5-26d3c4246672"));
    }

    @Test
    void doesNotConfuseWhereTheAccountEnds() {
        assertThat(read("23", "1")).isNotEqualTo(read("3", "12"));
    }

    @Test
    void takesThirtySixOtherCharactersForNoUuid() {
        String almost = LOWER.replace('f', 'g');

        assertThat(read(almost, "1")).isNotEqualTo(read(almost, "2"));
        assertThat(id.key()).asString(UTF_8).isEqualTo(almost);
        assertThat(read(LOWER.replace('-', '_'), "1")).isNotEqualTo(UUID.fromString(LOWER));
    }

    @Test
    void isWhatItsEscapesSpell() {
        assertThat(read("order\\/7", "1")).isEqualTo(read("order/7", "1"));
        assertThat(read("\\u0066" + LOWER.substring(1), "1")).isEqualTo(UUID.fromString(LOWER));
        assertThat(id.key()).asString(UTF_8).isEqualTo(LOWER);
    }

    @Test
    void isRefusedWhenItIsNoText() {
        byte[] latin = "Andr\u00e9".getBytes(ISO_8859_1);
        byte[] control = "a\\u0000".getBytes(UTF_8);

        assertThat(id.read(latin, 0, latin.length, "1")).isEqualTo(RejectionReason.BAD_UTF8);
        assertThat(id.read(control, 0, control.length, "1")).isEqualTo(RejectionReason.BAD_CHARS);
    }

    private UUID read(String text, String account) {
        byte[] data = ("\"" + text + "\"").getBytes(UTF_8);
        assertThat(id.read(data, 1, data.length - 1, account)).isNull();
        return new UUID(id.high(), id.low());
    }
}
