package dev.tallystone.tallystone.command;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.book.Evidence;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.tallystone.command.BookFile.BadBook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tallystone prices check}: whether a book can be used, and what it holds. */
@Command(name = "check", exitCodeOnInvalidInput = PricesCommand.USAGE, //
        header = "Says whether a price book can be used, and what it holds.", description = PricesCheck.PURPOSE)
final class PricesCheck implements Callable<Integer> {

    static final String PURPOSE = """
        Reads a price book as the process would, and counts its prices by option and by evidence.
        Ends with 0; 78 when the book is bad, with the row that is.""";

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this help, and end.")
    @SuppressWarnings("UnusedVariable") // picocli asks for it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default the book of this release.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        try {
            print(BookFile.read(file).book());
            return 0;
        } catch (BadBook e) {
            spec.commandLine().getErr().println(e.getMessage());
            return PricesCommand.CONFIGURATION;
        }
    }

    private void print(PriceBook book) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("book %s (%s): %d models, %d sources, %d prices%n", book.name(), book.digest(),
                book.models().size(), book.sources().size(), book.rows().size());
        out.printf("%-18s", "");
        for (Evidence evidence : Evidence.values()) {
            out.printf("%15s", evidence.name().toLowerCase(Locale.ROOT));
        }
        out.println();
        for (PricingOption option : PricingOption.ALL) {
            out.printf("%-18s", option.label());
            for (Evidence evidence : Evidence.values()) {
                out.printf("%15d", count(book, option, evidence));
            }
            out.println();
        }
        out.flush();
    }

    private static long count(PriceBook book, PricingOption option, Evidence evidence) {
        return book.rows().stream().filter(row -> row.option() == option && row.evidence() == evidence).count();
    }
}
