package dev.tallystone.tallystone.command;

import dev.tallystone.pricing.importing.BookComparison;
import dev.tallystone.pricing.importing.BookEdit;
import dev.tallystone.pricing.importing.Finding;
import dev.tallystone.pricing.importing.ImportedPrices;
import dev.tallystone.pricing.importing.NameTable;
import dev.tallystone.pricing.importing.PriceImport;
import dev.tallystone.tallystone.command.BookFile.BadBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code tallystone prices import}. Ends with 0 when the files could be read, 1 when they could not, held no price or
 * contradict each other, or when a row accepted by name cannot be written; 64 usage, 78 for a bad book.
 */
@Command(name = "import", exitCodeOnInvalidInput = PricesCommand.USAGE, //
        header = "Says what AWS's price lists would change in a price book.", description = PricesImport.PURPOSE, footer = PricesImport.MORE_HELP)
final class PricesImport implements Callable<Integer> {

    static final String PURPOSE = """
        Reads AWS offer files (index.json, or what GetProducts answers) and says what they would
        change in a price book. Writes only what is accepted, and only to --out. What looks wrong
        is shown apart, and is accepted by its SKU alone.""";
    static final String MORE_HELP = """

        Examples:
          tallystone prices import index.json
          tallystone prices import index.json --accept new,changed --out price-book.yaml
          tallystone prices import index.json --book mine.yaml --accept-sku 23D9EJ59JF59BUQP --out mine.yaml

        Ends with 0; 1 when a file cannot be read, holds no price or contradicts itself, or when a
        row accepted by SKU cannot be written; 64 usage; 78 when the book is bad.
        """;

    private final Clock clock;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this help, and end.")
    @SuppressWarnings("UnusedVariable") // picocli asks for it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Offer files; their rows are taken together.")
    private List<Path> files = List.of();

    @Option(names = "--book", paramLabel = "FILE", description = "The book to compare with; default that of this release.")
    private @Nullable Path book;

    @Option(names = "--accept", paramLabel = "KIND", split = ",", description = "new, changed, and unchanged, which dates rows by the newer list.")
    private List<String> accept = List.of();

    @Option(names = "--accept-sku", paramLabel = "SKU", split = ",", description = "A row by its SKU. Repeatable.")
    private List<String> acceptSkus = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the new book goes; may be the old one.")
    private @Nullable Path out;

    @Option(names = "--all", description = "Print every row; else 20 of each kind.")
    private boolean all;

    PricesImport(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        refuseBadUsage();
        try {
            return run(BookFile.read(book));
        } catch (BadBook e) {
            spec.commandLine().getErr().println(e.getMessage());
            return PricesCommand.CONFIGURATION;
        }
    }

    private void refuseBadUsage() {
        if (!Acceptance.KINDS.containsAll(accept)) {
            throw usage("--accept must be some of new, changed and unchanged, not " + accept);
        }
        boolean accepts = !acceptance().isEmpty();
        if (accepts != (out != null)) {
            throw usage(accepts
                    ? "--out must say where the new book goes"
                    : "--out writes nothing without --accept or --accept-sku");
        }
    }

    private Acceptance acceptance() {
        return new Acceptance(accept, acceptSkus);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int run(BookFile current) {
        var imported = new PriceImport(NameTable.shipped());
        if (!files.stream().allMatch(file -> read(file, imported))) {
            return PricesCommand.FAILED;
        }
        ImportedPrices prices = imported.result();
        BookComparison comparison = BookComparison.of(current.book(), prices, clock.instant());
        PrintWriter to = spec.commandLine().getOut();
        new ImportReport(to, all).print(prices, comparison);
        boolean done = out == null || write(current, comparison, out);
        to.flush();
        return !done || prices.hasConflicts() || prices.candidates().isEmpty() ? PricesCommand.FAILED : 0;
    }

    private boolean read(Path file, PriceImport into) {
        try (InputStream stream = Files.newInputStream(file)) {
            into.read(stream);
            return true;
        } catch (IOException e) {
            return fail("%s: cannot be read: %s".formatted(file, e));
        } catch (IllegalArgumentException e) {
            return fail("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private boolean write(BookFile current, BookComparison comparison, Path to) {
        Acceptance acceptance = acceptance();
        Set<String> unknown = acceptance.unknown(comparison);
        if (!unknown.isEmpty()) {
            throw usage("--accept-sku must name rows that became candidates, not " + unknown);
        }
        List<Finding> impossible = acceptance.impossible(comparison);
        impossible.forEach(finding -> fail("%s cannot be written: %s".formatted(finding.candidate().sku(),
                finding.obstacle().isEmpty() ? "the book has that price" : finding.obstacle())));
        return impossible.isEmpty() && write(current, acceptance.accepted(comparison, current.book()), to);
    }

    private boolean write(BookFile current, List<Finding> accepted, Path to) {
        try {
            BookFile.write(to, BookEdit.apply(current.text().getBytes(StandardCharsets.UTF_8), accepted));
        } catch (IOException | IllegalArgumentException e) {
            return fail("%s: not written: %s".formatted(to, e));
        }
        spec.commandLine().getOut().printf("%nwritten (%d): %s%n", accepted.size(), to);
        return true;
    }

    private boolean fail(String message) {
        spec.commandLine().getErr().println(message);
        return false;
    }
}
