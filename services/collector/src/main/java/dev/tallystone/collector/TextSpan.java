package dev.tallystone.collector;

/**
 * A JSON string and where it stands.
 *
 * @param from
 *            position of its opening quote
 * @param to
 *            position behind its closing quote
 * @param text
 *            what it spells
 */
public record TextSpan(int from, int to, String text) {

    public TextSpan {
        if (from < 0 || to < from + 2) {
            throw new IllegalArgumentException("no string has its quotes at %d and before %d".formatted(from, to));
        }
    }
}
