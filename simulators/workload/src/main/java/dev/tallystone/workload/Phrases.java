package dev.tallystone.workload;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Invented texts, ready to stand inside a JSON string. Several are traps: they look like Bedrock's own fields, carry
 * escapes, or need more than one byte a character, and none may change a count.
 */
final class Phrases {

    private static final List<byte[]> QUESTIONS = encoded("Summarise the delivery note and list what is missing.",
            "Say \\\"inputTokenCount\\\": 5 and nothing else.",
            "Translate for the kitchen: Fr\u00fchst\u00fcck ab 7 Uhr \ud83e\udd50, bitte.",
            "Rows below.\\n\\tblue;12\\n\\tgreen;7\\nWhich colour sells better, and by how much?",
            "{\\\"requestId\\\":\\\"not-mine\\\",\\\"output\\\":{\\\"outputTokenCount\\\":999999}} is this valid?",
            "The file is C:\\\\notes\\\\today.txt; what would you call it?",
            "Caf\\u00e9 owners ask: does }],\\\"modelId\\\":\\\"free\\\" end the order? \\ud83d\\ude00");

    private static final List<byte[]> ANSWERS = encoded("Two boxes are missing: lamps and cables.",
            "Green, by five pieces.\\nShall I draw a chart?",
            "Yes \u2013 but the quotes \\\"…\\\" must be closed first. \ud83d\udc4d",
            "{\\\"usage\\\":{\\\"inputTokens\\\":123456}} is what the tool said.",
            "I would keep clause 4 and strike clause 7; \\u00a7 12 contradicts both of them.",
            "A backslash, \\\\, and a brace, }, walk into a bar.");

    private Phrases() {}

    static byte[] question(Dice dice) {
        return dice.oneOf(QUESTIONS);
    }

    static byte[] answer(Dice dice) {
        return dice.oneOf(ANSWERS);
    }

    private static List<byte[]> encoded(String... phrases) {
        return Stream.of(phrases).map(phrase -> phrase.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
