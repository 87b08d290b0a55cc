package dev.tallystone.tallystone.command;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What one of something cost. */
@Command(name = "unit-costs", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Shows what a request, a thousand tokens and one of what you count cost: by model, by team, in total.", //
        footer = {"", "Examples:", "  tallystone unit-costs", "  tallystone unit-costs 2026-11-23 --team search"})
public final class UnitCostsCommand implements Callable<Integer> {

    private static final String WINDOW = "5m, 1h, 24h, today, yesterday, month, to_date, a day or a month "
            + "(default: ${DEFAULT-VALUE}).";

    @Parameters(paramLabel = "WINDOW", arity = "0..1", defaultValue = "today", description = WINDOW)
    private String window = "today";

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
        if (model != null) {
            parameters.put("model", model);
        }
        if (team != null) {
            parameters.put("team", team);
        }
        return asking.ask("api/v1/unit-costs", parameters);
    }
}
