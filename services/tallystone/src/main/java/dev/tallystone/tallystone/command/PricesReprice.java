package dev.tallystone.tallystone.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes prices that would change what past usage cost. */
@Command(name = "reprice", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Says what the rows that are held would change in the open months; with --apply they hold.")
public final class PricesReprice implements Callable<Integer> {

    @Option(names = "--apply", description = "Put them in force.")
    private boolean apply;

    @Mixin
    private final Asking asking = new Asking();

    @Override
    public Integer call() throws InterruptedException {
        return asking.order("api/v1/prices/reprice", Map.of("apply", Boolean.toString(apply)));
    }
}
