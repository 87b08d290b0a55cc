package dev.tallystone.tallystone.command;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tallystone prices}: keeps a price book. Does nothing of its own; its subcommands do. */
@Command(name = "prices", exitCodeOnInvalidInput = PricesCommand.USAGE, //
        description = "Imports AWS's price lists into a price book, says what a book lacks, and re-prices.")
public final class PricesCommand implements Runnable {

    static final int FAILED = 1;
    static final int USAGE = 64;
    static final int CONFIGURATION = 78;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this help, and end.")
    @SuppressWarnings("UnusedVariable") // picocli asks for it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    private PricesCommand() {}

    /** The command with its subcommands; the clock says how old a source or a row is. */
    public static CommandLine commandLine(Clock clock) {
        return new CommandLine(new PricesCommand()).addSubcommand(new PricesImport(clock))
                .addSubcommand(new PricesGaps(clock))
                .addSubcommand(new PricesCheck())
                .addSubcommand(new PricesReprice());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of import, gaps, check and reprice must be named");
    }
}
