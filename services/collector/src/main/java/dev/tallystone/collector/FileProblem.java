package dev.tallystone.collector;

/**
 * A file that was not read to its end. What came before was handed on.
 *
 * @param file
 *            its path, seen from the folder
 * @param records
 *            how many of its records were handed on
 * @param detail
 *            what was found, for people
 */
public record FileProblem(String file, Reason reason, long records, String detail) {

    /** Why reading a file ended early. */
    public enum Reason {
        /** It ends within a gzip member or a JSON value: a transfer was cut off. */
        TRUNCATED_FILE,
        /** Its compressed bytes are damaged. */
        BAD_GZIP,
        /** It inflates beyond measure, as only an attack or a mistake does. */
        RATIO,
        /** The operating system does not let us read it. */
        UNREADABLE
    }

    @Override
    public String toString() {
        return "%s: %s after %,d records, %s".formatted(file, reason, records, detail);
    }
}
