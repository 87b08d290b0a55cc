package dev.tallystone.tallystone.command;

import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.importing.BookGaps;
import dev.tallystone.pricing.importing.NameTable;
import dev.tallystone.tallystone.command.BookFile.BadBook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tallystone prices gaps}: what a book lacks today. */
@Command(name = "gaps", exitCodeOnInvalidInput = PricesCommand.USAGE, //
        header = "Says what a price book lacks today.", description = PricesGaps.PURPOSE)
final class PricesGaps implements Callable<Integer> {

    static final String PURPOSE = """
        Says what a price book lacks today: models without a price of some option that AWS may
        sell, prices that no source vouches for any more, and sources older than 14 days.
        Ends with 0; 78 when the book is bad.""";

    private final Clock clock;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this help, and end.")
    @SuppressWarnings("UnusedVariable") // picocli asks for it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    @Option(names = "--book", paramLabel = "FILE", description = "Default that of this release.")
    private @Nullable Path book;

    PricesGaps(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            PriceBook read = BookFile.read(book).book();
            Instant now = clock.instant();
            print(read, BookGaps.of(read, NameTable.shipped(), now), now);
            return 0;
        } catch (BadBook e) {
            spec.commandLine().getErr().println(e.getMessage());
            return PricesCommand.CONFIGURATION;
        }
    }

    private void print(PriceBook read, BookGaps gaps, Instant now) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("book %s (%s), as of %s%n", read.name(), read.digest(), RowText.moment(now));
        var missing = new TextTable("models without a price of");
        gaps.missing().forEach((model, options) -> missing.add(model, String.join(" ", options)));
        missing.print(out, Integer.MAX_VALUE);
        var uncertain = new TextTable("prices that are no longer certain");
        gaps.uncertain()
                .forEach(row -> uncertain.add(RowText.place(row), RowText.price(row),
                        "since " + RowText.moment(row.certainUntil()), row.note()));
        uncertain.print(out, Integer.MAX_VALUE);
        var old = new TextTable("sources older than %d days".formatted(BookGaps.OLD.toDays()));
        gaps.oldSources().forEach((id, rows) -> {
            PriceBook.Source source = read.sources().get(id);
            old.add(source == null ? "" : source.seen(), id, rows + (rows == 1 ? " price" : " prices"));
        });
        old.print(out, Integer.MAX_VALUE);
        var unnamed = new TextTable("models that no name of a price list leads to");
        gaps.unnamed().forEach(unnamed::add);
        unnamed.print(out, Integer.MAX_VALUE);
        out.flush();
    }
}
