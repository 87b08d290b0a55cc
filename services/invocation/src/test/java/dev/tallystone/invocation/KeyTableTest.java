package dev.tallystone.invocation;

import static dev.tallystone.invocation.LogRecord.ofCall;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seen through the decoder: what it has learnt of the order of keys must never change what it reads. */
class KeyTableTest {

    private final InvocationDecoder experienced = LogRecord.decoder();

    @Test
    void readsLikeANewcomerWhateverItHasLearnt() {
        var random = new RandomJson(Long.getLong("seed", System.nanoTime()));
        for (int i = 0; i < 5_000; i++) {
            byte[] other = random.object(5).getBytes(UTF_8);
            experienced.decode(other, 0, other.length);
            byte[] record = LogRecord.ofEverything().shuffled(i).bytes();

            assertThat(experienced.decode(record, 0, record.length)).isTrue();
            assertThat(experienced.cursor().toInvocation()).isEqualTo(LogRecord.ofEverything().decoded());
        }
    }

    @Test
    void findsOurKeysAmongMoreStrangersThanItHasRoomFor() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(isRead(ofCall().with("stranger-" + i, "1").json())).isTrue();
        }
    }

    @Test
    void keepsNoKeyLongerThanItsBound() {
        var table = new KeyTable();
        byte[] longest = "k".repeat(64).getBytes(UTF_8);
        byte[] longer = "k".repeat(65).getBytes(UTF_8);

        assertThat(table.key(longest, 0, 64)).isSameAs(table.key(longest, 0, 64)).isNotSameAs(table.key(longer, 0, 65));
        assertThat(table.key(longer, 0, 65)).as("all that are not kept are one")
                .isSameAs(table.key("l".repeat(65).getBytes(UTF_8), 0, 65));
    }

    @Test
    void findsOurOwnKeyHoweverLong() {
        String key = "k".repeat(90);
        var decoder = new InvocationDecoder(List.of(key));
        byte[] record = ofCall().with("requestMetadata", "{'" + key + "': 'search'}").bytes();

        assertThat(decoder.decode(record, 0, record.length)).isTrue();
        assertThat(decoder.cursor().caller().metadata(0)).isEqualTo("search");
    }

    @Test
    void hasABitForEveryField() {
        assertThat(Field.values()).hasSizeLessThanOrEqualTo(Long.SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"modelId\" :", "\"modelId\": ", "\"modelId\"\n:", "\"\\u006dodelId\":"})
    void takesAKeySpelledOtherwiseThanExpected(String spelling) {
        assertThat(isRead(ofCall().json())).isTrue();

        assertThat(isRead(ofCall().json().replace("\"modelId\":", spelling))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"modelIx\":", "\"modelI\":", "\"modelId2\":", "\"MODELID\":"})
    void doesNotTakeAnotherKeyForTheOneExpected(String spelling) {
        assertThat(isRead(ofCall().json())).isTrue();

        assertThat(isRead(ofCall().json().replace("\"modelId\":", spelling))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a\\\"b, a\"b", "a\\u000bb, a\u000bb", "a\\\\u00b, a\\u00b"})
    void learnsNoSpellingThatOnlyAnEscapeMakesRight(String escaped, String raw) {
        String json = ofCall().with(escaped, "1").json();
        assertThat(isRead(json)).isTrue();

        assertThat(isRead(json.replace(escaped, raw))).isFalse();
    }

    private boolean isRead(String json) {
        byte[] record = json.getBytes(UTF_8);
        return experienced.decode(record, 0, record.length)
                && experienced.cursor().toInvocation().equals(ofCall().decoded());
    }
}
