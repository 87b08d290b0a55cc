package dev.tallystone.board.why;

/** Plain text of a bounded width. What callers wrote is cut and cleaned, so that it cannot steer a terminal. */
final class Lines {

    private final int width;
    private final StringBuilder text = new StringBuilder();

    Lines(int width) {
        this.width = width;
    }

    void add(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    /** Starts with {@code head}; further lines are indented by two. A word that fits no line is broken. */
    void wrap(String head, String words) {
        var line = new StringBuilder(head);
        boolean fresh = true;
        for (String word : clean(words).split(" ", -1)) {
            if (!fresh && line.length() + 1 + word.length() > width) {
                add(line.toString());
                line = new StringBuilder("  ");
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
            while (line.length() > width) {
                add(line.substring(0, width));
                line = new StringBuilder("  ").append(line.substring(width));
            }
        }
        add(line.toString());
    }

    /** Cut to less than a column. */
    String fit(String name, int column) {
        String clean = clean(name);
        return clean.length() < column ? clean : clean.substring(0, column - 2) + "~";
    }

    private static String clean(String raw) {
        return raw.replaceAll("\\p{C}", "?");
    }

    String text() {
        return text.toString();
    }
}
