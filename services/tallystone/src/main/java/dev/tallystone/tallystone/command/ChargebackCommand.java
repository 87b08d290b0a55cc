package dev.tallystone.tallystone.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who pays for owned units. */
@Command(name = "chargeback", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Divides the last hours of owned units among the teams that called them.")
public final class ChargebackCommand implements Callable<Integer> {

    @Option(names = "--hours", defaultValue = "24", description = "So many at most, 1 to 24 (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Mixin
    private final Asking asking = new Asking();

    @Override
    public Integer call() throws InterruptedException {
        return asking.ask("api/v1/chargeback", Map.of("hours", Integer.toString(hours)));
    }
}
