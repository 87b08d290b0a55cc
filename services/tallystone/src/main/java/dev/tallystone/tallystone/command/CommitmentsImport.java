package dev.tallystone.tallystone.command;

import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.tallystone.command.BookFile.BadBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tallystone commitments import}. Ends with 0; 1 when the file cannot be used; 64 usage; 78 for a bad book. */
@Command(name = "import", exitCodeOnInvalidInput = PricesCommand.USAGE, //
        header = "Turns AWS's list of Provisioned Throughput into configuration.", //
        description = CommitmentsImport.PURPOSE, footer = CommitmentsImport.MORE_HELP)
final class CommitmentsImport implements Callable<Integer> {

    static final String PURPOSE = """
        Reads what 'aws bedrock list-provisioned-model-throughputs' answers in JSON, and prints the
        commitments and aliases to paste into the configuration. Prices are those of the price
        book, at list: put in what the contract says. Where the book has none, the price is "?",
        which the process refuses until it is filled in.""";
    static final String MORE_HELP = """

        Examples:
          aws bedrock list-provisioned-model-throughputs --output json > owned.json
          tallystone commitments import owned.json
          tallystone commitments import owned.json --out owned.yaml

        Ends with 0; 1 when the file cannot be read or is no such answer; 64 usage; 78 when the
        book is bad.
        """;

    private final Clock clock;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this help, and end.")
    @SuppressWarnings("UnusedVariable") // picocli asks for it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What AWS answered.")
    @SuppressWarnings("NullAway.Init") // picocli refuses to go on without it
    private Path file;

    @Option(names = "--book", paramLabel = "FILE", description = "Default the book of this release.")
    private @Nullable Path book;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the YAML goes; else it is printed.")
    private @Nullable Path out;

    CommitmentsImport(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            PriceBook prices = BookFile.read(book).book();
            ProvisionedList list = ProvisionedList.read(Files.readString(file));
            return deliver(list, CommitmentsYaml.of(list, prices, clock.instant()));
        } catch (BadBook e) {
            spec.commandLine().getErr().println(e.getMessage());
            return PricesCommand.CONFIGURATION;
        } catch (IOException e) {
            return fail("%s: cannot be read: %s".formatted(file, e));
        } catch (IllegalArgumentException e) {
            return fail("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private int deliver(ProvisionedList list, String yaml) {
        PrintWriter to = spec.commandLine().getOut();
        if (out == null) {
            to.print(yaml);
            to.flush();
            return 0;
        }
        try {
            BookFile.write(out, yaml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return fail("%s: not written: %s".formatted(out, e));
        }
        to.printf("written (%d): %s%n", list.owned().size(), out);
        list.skipped().forEach(skipped -> to.printf("skipped: %s%n", skipped));
        to.flush();
        return 0;
    }

    private int fail(String message) {
        spec.commandLine().getErr().println(message);
        return PricesCommand.FAILED;
    }
}
