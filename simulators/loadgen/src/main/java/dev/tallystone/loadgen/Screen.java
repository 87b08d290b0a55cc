package dev.tallystone.loadgen;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Where a command speaks: results to {@code out}, progress to {@code err}, so that results can be piped.
 *
 * @param terminal
 *            whether a person watches, so that a line may be drawn over
 */
record Screen(PrintWriter out, PrintWriter err, boolean terminal) {

    private static final String ERASE_LINE = "\r\u001b[K";

    static Screen ofProcess(PrintWriter out, PrintWriter err) {
        return new Screen(out, err, Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
    }

    /** One line of progress; on a terminal the next one is drawn over it. */
    void progress(String line) {
        if (terminal) {
            err.print(ERASE_LINE + line);
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** Leaves no progress behind before results are printed. */
    void progressEnds() {
        if (terminal) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }
}
