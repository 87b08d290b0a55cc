package dev.tallystone.invocation;

import static dev.tallystone.invocation.LogRecord.ofCall;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds the hand-written scanner to Jackson's judgement, over random documents and mutations of them. One difference is
 * meant: what we skip may be broken UTF-8, so Jackson sees a replacement character for it.
 */
class JsonDifferentialTest {

    private static final int CASES = 30_000;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final RandomJson random = new RandomJson(seed);
    private final JsonFactory jackson = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(5_000).build())
            .build();
    private final ObjectMapper trees = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Test
    void skipsExactlyWhatJacksonTakesForOneValue() throws IOException {
        var syntax = new JsonSyntax();
        int accepted = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] json = document(random.value(4), i);
            syntax.reset(json, json.length);
            int behind = syntax.skipValue(syntax.skipSpace(0));
            boolean one = behind != JsonSyntax.STOP && syntax.skipSpace(behind) == json.length;

            assertThat(one).as(() -> description(json)).isEqualTo(isOneValue(json, false));
            accepted += one ? 1 : 0;
        }
        assertThat(accepted).as("accepted, of seed %d", seed).isBetween(CASES / 5, CASES * 4 / 5);
    }

    @Test
    void scansExactlyWhatJacksonTakesForOneObject() throws IOException {
        var values = new FieldValues();
        var scanner = new RecordScanner(new FieldTree(List.of("team", "deadline")), values);
        int accepted = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] json = document(random.object(5), i);
            RejectionReason rejection = scanner.scan(json, 0, json.length);

            assertThat(agrees(json, rejection)).as(() -> rejection + " " + description(json)).isTrue();
            accepted += rejection == null ? 1 : 0;
        }
        assertThat(accepted).as("accepted, of seed %d", seed).isBetween(CASES / 5, CASES * 4 / 5);
    }

    @Test
    void readsTheHeadAsJacksonsTreeDoes() throws IOException {
        InvocationDecoder decoder = LogRecord.decoder();
        int accepted = 0;
        for (int i = 0; i < CASES / 2; i++) {
            byte[] json = document(record(), i);
            if (decoder.decode(json, 0, json.length)) {
                assertHeadIs(trees.readTree(withoutBrokenUtf8(json)), decoder.cursor(), description(json));
                accepted++;
            }
        }
        assertThat(accepted).as("accepted, of seed %d", seed).isGreaterThan(CASES / 8);
    }

    private String record() {
        String counts = random.pick(List.of("571", "0", "12.0", "1e3", "\"77\"", "null", "1000000000"));
        return ofCall().model(random.pick(List.of("a", "anthropic.claude-v2:1", "b\\u002ec", "Andre\u0301", "d\\/e")))
                .with("region", random.word())
                .with("operation", random.word())
                .with("identity", random.object(2))
                .with("anything", random.value(3))
                .input("{'inputTokenCount': " + counts + ", 'inputBodyJson': " + random.value(3) + "}")
                .output("{'outputBodyJson': " + random.value(4) + ", 'outputTokenCount': " + counts + "}")
                .shuffled(random.seed())
                .json();
    }

    private static void assertHeadIs(JsonNode tree, InvocationCursor cursor, String json) {
        assertThat(cursor.account()).as(json).isEqualTo(text(tree.path("accountId")));
        assertThat(cursor.region()).as(json).isEqualTo(text(tree.path("region")));
        assertThat(cursor.operation()).as(json).isEqualTo(text(tree.path("operation")));
        assertThat(cursor.model()).as(json).isEqualTo(text(tree.path("modelId")));
        Long input = count(tree.path("input").path("inputTokenCount"));
        Long output = count(tree.path("output").path("outputTokenCount"));
        if (input != null) {
            assertThat(cursor.measure(Measure.INPUT)).as(json).isEqualTo(input);
        }
        if (output != null) {
            assertThat(cursor.measure(Measure.OUTPUT)).as(json).isEqualTo(output);
        }
    }

    private static String text(JsonNode node) {
        return Normalizer.normalize(node.isNull() ? "" : node.asText(), Normalizer.Form.NFC);
    }

    private static @Nullable Long count(JsonNode node) {
        return node.isNumber() || node.isTextual() ? new BigDecimal(node.asText()).longValueExact() : null;
    }

    /** Every third document stays whole. */
    private byte[] document(String json, int i) {
        byte[] whole = json.getBytes(UTF_8);
        return i % 3 == 0 ? whole : random.mutation(whole);
    }

    private boolean agrees(byte[] json, @Nullable RejectionReason rejection) throws IOException {
        if (rejection == RejectionReason.DUP_KEY) {
            return !isOneValue(json, true);
        }
        boolean object = new String(json, ISO_8859_1).stripLeading().startsWith("{");
        return isOneValue(json, false)
                ? rejection == (object ? null : RejectionReason.NOT_OBJECT)
                : rejection == RejectionReason.BAD_JSON;
    }

    private boolean isOneValue(byte[] json, boolean strictKeys) throws IOException {
        try (JsonParser parser = jackson.createParser(withoutBrokenUtf8(json))) {
            parser.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, strictKeys);
            JsonToken first = parser.nextToken();
            parser.skipChildren();
            return first != null && parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String withoutBrokenUtf8(byte[] json) {
        return new String(json, UTF_8);
    }

    private String description(byte[] json) {
        return "seed %d, replay with -Dseed: %s".formatted(seed, new String(json, ISO_8859_1));
    }
}
