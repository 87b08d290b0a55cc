package dev.tallystone.loadgen;

import picocli.CommandLine.Command;

/** The command that only leads to others. */
@Command(name = "loadgen", description = LoadgenCommand.PURPOSE, footer = LoadgenCommand.MORE_HELP)
final class LoadgenCommand {

    static final String PURPOSE = "Puts Bedrock invocation logs on Kafka: made-up ones, or those of a folder.";
    static final String MORE_HELP = """

        Examples:
          loadgen run --create-topics --rate 500 --duration 5m
          loadgen replay logs/

        Exit codes: 0 all sent, 1 not all sent, 64 wrong usage, 78 refused by Kafka's client or the ledger.
        """;
}
