package dev.tallystone.tallystone.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which months are kept, what they cost, and what came after they were closed. */
@Command(name = "months", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Lists the UTC months that are kept or closed, and what came later; close closes one.", //
        subcommands = MonthsClose.class)
public final class MonthsCommand implements Callable<Integer> {

    @Mixin
    private final Asking asking = new Asking();

    @Override
    public Integer call() throws InterruptedException {
        return asking.ask("api/v1/months", Map.of());
    }
}
