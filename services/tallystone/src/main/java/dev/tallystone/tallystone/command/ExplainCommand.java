package dev.tallystone.tallystone.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a sum of money came about, line by line. */
@Command(name = "explain", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Shows how a cost came about: quantity x unit price, the row, its source, and what has no price.")
public final class ExplainCommand implements Callable<Integer> {

    private static final String WINDOW = "5m, 1h, 24h, today, yesterday, month, to_date, a day or a month "
            + "(default: ${DEFAULT-VALUE}).";

    @Option(names = "--model", description = "Its id, its name, or a part that only one has (default: all).")
    private @Nullable String model;

    @Option(names = "--region", description = "The Region that was called (default: all).")
    private @Nullable String region;

    @Option(names = "--mode", description = "How it was bought, such as on_demand (default: all).")
    private @Nullable String mode;

    @Option(names = "--team", description = "Who is charged (default: all).")
    private @Nullable String team;

    @Option(names = "--window", defaultValue = "today", description = WINDOW)
    private String window = "today";

    @Mixin
    private final Asking asking = new Asking();

    @Override
    public Integer call() throws InterruptedException {
        var parameters = new LinkedHashMap<String, String>();
        add(parameters, "model", model);
        add(parameters, "region", region);
        add(parameters, "mode", mode);
        add(parameters, "team", team);
        parameters.put("window", window);
        return asking.ask("api/v1/explain", parameters);
    }

    private static void add(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
