package dev.tallystone.loadgen;

import static picocli.CommandLine.Help.Visibility.NEVER;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that leads to others, and knows their configuration file. */
@Command(name = "loadgen", description = LoadgenCommand.PURPOSE, footer = LoadgenCommand.MORE_HELP)
final class LoadgenCommand implements Callable<Integer> {

    static final String PURPOSE = "Puts Bedrock invocation logs on Kafka, made up or from a folder, which it can write.";
    static final String MORE_HELP = """

        An option wins over the file of --config, and the file over the default. The file also takes
        properties of Kafka's client, such as security.protocol.

        Examples:
          loadgen run --create-topics --rate 500 --duration 5m
          loadgen replay logs/
          loadgen write --records 100000
          loadgen --print-config > loadgen.yaml
          loadgen run --config loadgen.yaml --rate 500

        Exit codes: 0 all sent or written, 1 not all, 64 wrong usage, 78 wrong configuration, or
        refused by Kafka's client or the ledger.
        """;

    private static final String YAML = "YAML; what it does not name keeps its default.";
    private static final String PRINT = "Print every key with its default and a comment, and end.";

    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT, //
            description = YAML, showDefaultValue = NEVER)
    private ConfigFile config = ConfigFile.NONE;

    @Option(names = "--print-config", description = PRINT, showDefaultValue = NEVER)
    private boolean printConfig;

    LoadgenCommand(Screen screen) {
        this.screen = screen;
    }

    /** Without any, until {@code --config} has been read. */
    ConfigFile config() {
        return config;
    }

    /** Further properties of Kafka's clients. */
    Map<String, String> kafka() {
        return config.kafka();
    }

    @Override
    public Integer call() {
        if (!printConfig) {
            throw new ParameterException(spec.commandLine(), "Missing required subcommand: run, replay or write");
        }
        screen.out().print(ConfigFile.defaults());
        screen.out().flush();
        return 0;
    }
}
