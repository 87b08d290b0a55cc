package dev.tallystone.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON texts as they come, and as nobody should write them. Its keys are often those that the decoder reads. */
final class RandomJson {

    private static final List<String> KEYS = List.of("a", "", "requestId", "modelId", "timestamp", "region",
            "accountId",
            "identity", "arn", "requestMetadata", "team", "input", "output", "inputBodyJson", "outputBodyJson",
            "inputTokenCount", "outputTokenCount", "usage", "cacheDetails", "ttl", "inputTokens", "images", "results",
            "tokenCount", "amazon-bedrock-trace", "guardrail", "outputs", "invocationMetrics", "contentPolicyUnits",
            "stopReason", "model\\u0049d", "\\u00e9\\n");
    private static final List<String> WORDS = List.of("", "a", "us-east-1", "\\\"", "\\\\", "\\u0041", "\\ud83d\\ude00",
            "\\/", "\u00e9", "\ud83d\ude00", "a longer text that needs more than one step of eight bytes", "{}", "[,]");
    private static final List<String> NUMBERS = List.of("0", "-0", "1", "571", "-1", "12.0", "1.5", "1e3", "1E-2",
            "1e100000000", "9223372036854775808", "1000000000000");
    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\t\r ");
    private static final byte[] TELLING = "{}[]\",:\\ue-+.0truefalsnl\u00e9\0 ".getBytes(UTF_8);

    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    String value(int depth) {
        return space() + switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> pick(List.of("true", "false", "null"));
            case 1, 2 -> pick(NUMBERS);
            case 3, 4 -> text();
            case 5 -> array(depth - 1);
            default -> object(depth - 1);
        } + space();
    }

    String object(int depth) {
        List<String> keys = new ArrayList<>(KEYS);
        Collections.shuffle(keys, random);
        return keys.stream()
                .limit(random.nextInt(6))
                .map(key -> space() + "\"" + key + "\"" + space() + ":" + value(depth))
                .collect(Collectors.joining(",", "{", space() + "}"));
    }

    private String array(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> value(depth))
                .collect(Collectors.joining(",", "[", space() + "]"));
    }

    String word() {
        return "\"" + pick(WORDS) + "\"";
    }

    private String text() {
        return "\"" + pick(WORDS) + pick(WORDS) + "\"";
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    long seed() {
        return random.nextLong();
    }

    /** With one to three bytes flipped, inserted or removed, or its end cut off. */
    byte[] mutation(byte[] json) {
        byte[] mutant = json;
        for (int i = random.nextInt(3); i >= 0 && mutant.length > 0; i--) {
            int at = random.nextInt(mutant.length);
            mutant = switch (random.nextInt(5)) {
                case 0 -> with(mutant, at, (byte) (mutant[at] ^ (1 << random.nextInt(8))), 1);
                case 1 -> with(mutant, at, TELLING[random.nextInt(TELLING.length)], 1);
                case 2 -> with(mutant, at, TELLING[random.nextInt(TELLING.length)], 0);
                case 3 -> without(mutant, at);
                default -> random.nextInt(4) == 0 ? Arrays.copyOf(mutant, at) : mutant;
            };
        }
        return mutant;
    }

    private static byte[] with(byte[] json, int at, byte b, int replaced) {
        byte[] mutant = new byte[json.length + 1 - replaced];
        System.arraycopy(json, 0, mutant, 0, at);
        mutant[at] = b;
        System.arraycopy(json, at + replaced, mutant, at + 1, json.length - at - replaced);
        return mutant;
    }

    private static byte[] without(byte[] json, int at) {
        byte[] mutant = Arrays.copyOf(json, json.length - 1);
        System.arraycopy(json, at + 1, mutant, at, json.length - at - 1);
        return mutant;
    }

    private String space() {
        return pick(SPACES);
    }
}
