package dev.tallystone.tallystone.command;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Closes a month. */
@Command(name = "close", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Freezes a UTC month's tallies, prices, agreements and allocation under a digest. What comes "
                + "later is a correction in the first month behind it.")
public final class MonthsClose implements Callable<Integer> {

    @Parameters(paramLabel = "MONTH", converter = Month.class, description = "One that has ended, such as 2026-10.")
    private @Nullable YearMonth month;

    @Option(names = "--accept-incomplete", description = "Close it though something is missing from it; that stands in its statement.")
    private boolean acceptIncomplete;

    @Mixin
    private final Asking asking = new Asking();

    private static final class Month implements ITypeConverter<YearMonth> {

        @Override
        public YearMonth convert(String text) {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'%s' is no month such as 2026-10".formatted(text));
            }
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        return asking.order("api/v1/months/%s/close".formatted(month),
                Map.of("accept_incomplete", Boolean.toString(acceptIncomplete)));
    }
}
