package dev.tallystone.loadgen;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;

/** One call of the command line, with what it printed. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var screen = new Screen(new PrintWriter(out), new PrintWriter(err), false);
        int exitCode = Main.commandLine(screen, Clock.systemUTC()).execute(args);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
