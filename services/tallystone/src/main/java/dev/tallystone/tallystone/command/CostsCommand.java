package dev.tallystone.tallystone.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Costs as a file, in the columns of FOCUS. */
@Command(name = "costs", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Prints costs as a FOCUS-shaped estimate: rows by day or hour, model, team, Region and option.")
public final class CostsCommand implements Callable<Integer> {

    /** What is printed. */
    enum Format {
        csv,
        json,
        unpriced,
        metadata
    }

    /** How long a row is. */
    enum Grain {
        day,
        hour
    }

    private static final String FORMAT = "csv or json for the rows, unpriced for what has no price and is in no row, "
            + "metadata for coverage and columns (default: ${DEFAULT-VALUE}).";

    @Option(names = "--window", defaultValue = "month", //
            description = "month, today, yesterday, a day or a month such as 2026-11 (default: ${DEFAULT-VALUE}).")
    private String window = "month";

    @Option(names = "--grain", defaultValue = "day", //
            description = "day, or hour for the full hours of the last day (default: ${DEFAULT-VALUE}).")
    private Grain grain = Grain.day;

    @Option(names = "--format", defaultValue = "csv", description = FORMAT)
    private Format format = Format.csv;

    @Option(names = "--model", description = "Its id, its name, or a part that only one has (default: all).")
    private @Nullable String model;

    @Option(names = "--team", description = "Who is charged (default: all).")
    private @Nullable String team;

    @Mixin
    private final Asking asking = new Asking();

    @Override
    public Integer call() throws InterruptedException {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("window", window);
        parameters.put("grain", grain.name().toLowerCase(Locale.ROOT));
        parameters.put("format", format.name().toLowerCase(Locale.ROOT));
        if (model != null) {
            parameters.put("model", model);
        }
        if (team != null) {
            parameters.put("team", team);
        }
        return asking.ask("api/v1/costs", parameters);
    }
}
