package dev.tallystone.tallystone.command;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tallystone commitments}: what is owned. Does nothing of its own; its subcommand does. */
@Command(name = "commitments", exitCodeOnInvalidInput = PricesCommand.USAGE, //
        description = "Turns what AWS lists as Provisioned Throughput into configuration.")
public final class CommitmentsCommand implements Runnable {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this help, and end.")
    @SuppressWarnings("UnusedVariable") // picocli asks for it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    private CommitmentsCommand() {}

    /** The command with its subcommand; the clock says which prices hold. */
    public static CommandLine commandLine(Clock clock) {
        return new CommandLine(new CommitmentsCommand()).addSubcommand(new CommitmentsImport(clock));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "import must be named");
    }
}
