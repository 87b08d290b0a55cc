package dev.tallystone.tallystone.command;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a period cost more or less than another. */
@Command(name = "why", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Explains why a period cost more or less than another, in terms that add up to the change.", //
        footer = {"", "Examples:", "  tallystone why yesterday", "  tallystone why 2026-11-23 --against 2026-11-16",
                "  tallystone why 60m"})
public final class WhyCommand implements Callable<Integer> {

    private static final String PERIOD = "yesterday, today, a day, or so many last minutes such as 60m against those "
            + "before them (default: ${DEFAULT-VALUE}).";

    @Parameters(paramLabel = "PERIOD", arity = "0..1", defaultValue = "yesterday", description = PERIOD)
    private String period = "yesterday";

    @Option(names = "--against", paramLabel = "DAY", //
            description = "The day to compare with (default: the same weekday a week before, or the day before).")
    private @Nullable String against;

    @Mixin
    private final Asking asking = new Asking();

    @Override
    public Integer call() throws InterruptedException {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("period", period);
        if (against != null) {
            parameters.put("against", against);
        }
        return asking.ask("api/v1/why", parameters);
    }
}
