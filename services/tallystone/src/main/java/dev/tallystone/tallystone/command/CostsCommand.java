package dev.tallystone.tallystone.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Costs as a file, in the columns of FOCUS. */
@Command(name = "costs", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Prints costs as a FOCUS-shaped estimate: rows by day or hour, model, team, Region and option; or groups of them.")
public final class CostsCommand implements Callable<Integer> {

    /** What is printed. */
    enum Format {
        csv,
        json,
        focus,
        unpriced,
        metadata,
        groups
    }

    /** How long a row is. */
    enum Grain {
        hour,
        day,
        month
    }

    private static final String FORMAT = "csv or json (also called focus) for the rows, unpriced for what has no price "
            + "and is in no row, metadata for coverage and columns, groups for a table (default: csv, with --group "
            + "groups).";

    @Option(names = "--window", //
            description = "month, today, yesterday, a day or a month such as 2026-11 (default: month); not with --grain hour.")
    private @Nullable String window;

    @Option(names = "--grain", defaultValue = "day", //
            description = "day, hour for the hours of the last day, or month for groups alone (default: ${DEFAULT-VALUE}).")
    private Grain grain = Grain.day;

    @Option(names = "--format", description = FORMAT)
    private @Nullable Format format;

    @Option(names = "--group", paramLabel = "NAMES", //
            description = "Some of model,team,region,option: a line for each day and what it is of, and the total.")
    private @Nullable String group;

    @Option(names = "--model", description = "Its id, its name, or a part that only one has (default: all).")
    private @Nullable String model;

    @Option(names = "--team", description = "Who is charged (default: all).")
    private @Nullable String team;

    @Option(names = "--region", description = "The Region that was called (default: all).")
    private @Nullable String region;

    @Mixin
    private final Asking asking = new Asking();

    @Override
    public Integer call() throws InterruptedException {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "window", window);
        parameters.put("grain", grain.name().toLowerCase(Locale.ROOT));
        put(parameters, "format", format == null ? null : format.name().toLowerCase(Locale.ROOT));
        put(parameters, "group", group);
        put(parameters, "model", model);
        put(parameters, "team", team);
        put(parameters, "region", region);
        return asking.ask("api/v1/costs", parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
