package dev.tallystone.tallystone.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every way of buying one model's work, priced from its own traffic. */
@Command(name = "options", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Compares every way of buying one model's work, as taught and as sold today.")
public final class OptionsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "Its id, its name, or a part that only one has.")
    private String model = "";

    @Option(names = "--minutes", defaultValue = "60", description = "Of traffic, 1 to 1440 (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Mixin
    private final Asking asking = new Asking();

    @Override
    public Integer call() throws InterruptedException {
        return asking.ask("api/v1/options", Map.of("model", model, "minutes", Integer.toString(minutes)));
    }
}
