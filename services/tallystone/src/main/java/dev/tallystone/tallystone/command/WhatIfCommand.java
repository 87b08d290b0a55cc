package dev.tallystone.tallystone.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prices traffic as if it had been bought, or built, otherwise. */
@Command(name = "what-if", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64, //
        description = "Prices a model's own traffic as if it had been bought, or built, otherwise.", //
        footer = {"", "Examples:", "  tallystone what-if nova-pro batch_share=0.4",
                "  tallystone what-if llama option=provisioned_1mo units=2 unit_input_tpm=500000 unit_output_tpm=40000",
                "  tallystone what-if sonnet option=reserved_3mo input_tpm=400000 output_tpm=60000",
                "  tallystone what-if opus replacement=anthropic.claude-haiku-5-5 token_factor=1.3"})
public final class WhatIfCommand implements Callable<Integer> {

    private static final String CHANGES = "region, option, units, unit_input_tpm and unit_output_tpm (what one unit "
            + "serves), excess (spill or throttle), input_tpm and output_tpm (reserved), batch_share (0 to 1), "
            + "replacement (a model id), token_factor.";

    @Parameters(index = "0", paramLabel = "MODEL", description = "Its id, its name, or a part that only one has.")
    private String model = "";

    @Parameters(index = "1..*", paramLabel = "CHANGE=VALUE", description = CHANGES)
    private final Map<String, String> changes = new LinkedHashMap<>();

    @Option(names = "--minutes", defaultValue = "60", description = "Of traffic, 1 to 1440 (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Mixin
    private final Asking asking = new Asking();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws InterruptedException {
        if (changes.containsKey("model") || changes.containsKey("minutes")) {
            throw new ParameterException(Objects.requireNonNull(command, "picocli injects it").commandLine(),
                    "the model stands first and minutes are --minutes: neither is a CHANGE, as in " + changes);
        }
        var parameters = new LinkedHashMap<>(changes);
        parameters.put("model", model);
        parameters.put("minutes", Integer.toString(minutes));
        return asking.ask("api/v1/what-if", parameters);
    }
}
