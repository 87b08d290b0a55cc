package dev.tallystone.tallystone.command;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who pays for what accrues by the calendar. */
@Command(name = "chargeback", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Divides owned units and Reserved blocks among the teams that called them, and the rest of what "
                + "accrues by the calendar among its owners: the last 24 hours, or what is asked for.")
public final class ChargebackCommand implements Callable<Integer> {

    @Option(names = "--window", description = "today, yesterday, month, to_date, 24h, a day such as 2026-11-23 or a "
            + "month such as 2026-11.")
    private @Nullable String window;

    @Option(names = "--hours", description = "So many of the last, 1 to 24; not with --window.")
    private @Nullable Integer hours;

    @Mixin
    private final Asking asking = new Asking();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> asked = new HashMap<>();
        if (window != null) {
            asked.put("window", window);
        }
        if (hours != null) {
            asked.put("hours", Integer.toString(hours));
        }
        return asking.ask("api/v1/chargeback", asked);
    }
}
