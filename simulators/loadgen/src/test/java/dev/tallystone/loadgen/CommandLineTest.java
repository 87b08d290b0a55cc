package dev.tallystone.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

class CommandLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"run", "replay"})
    void helpNamesEveryOptionAndGivesExamples(String command) {
        CommandRun help = CommandRun.of(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(options(command)).hasSizeGreaterThan(6)
                .allSatisfy(option -> assertThat(help.out()).contains(option));
        assertThat(help.out()).contains("Examples:", "loadgen " + command, "invocations", "localhost:9092");
    }

    @Test
    void helpNamesTheCommandsTheExitCodesAndTheChoices() {
        assertThat(CommandRun.of("--help").out()).contains("run", "replay", "64", "78");
        assertThat(CommandRun.of("run", "--help").out()).contains("lively, steady, bulk, chaos", "forever", "24h");
        assertThat(CommandRun.of("replay", "--help").out()).contains("kafka, s3, cloudwatch", "max", "PATH");
    }

    @Test
    void refusesAMissingOrUnknownCommandAndOption() {
        assertUsageError(CommandRun.of(), "Missing required subcommand");
        assertUsageError(CommandRun.of("rum"), "rum");
        assertUsageError(CommandRun.of("run", "--speed", "1"), "--speed");
        assertUsageError(CommandRun.of("replay"), "PATH");
    }

    @Test
    void refusesAValueAndSaysWhatWouldHaveBeenRight() {
        assertUsageError(CommandRun.of("run", "--scenario", "livley"), "livley", "lively, steady, bulk, chaos");
        assertUsageError(CommandRun.of("run", "--duration", "60x"), "60x", "60s");
        assertUsageError(CommandRun.of("run", "--duration", "0s"), "PT0.1S");
        assertUsageError(CommandRun.of("run", "--rate", "many"), "many", "--rate");
        assertUsageError(CommandRun.of("run", "--rate", "0"), "more than 0");
        assertUsageError(CommandRun.of("run", "--day", "1s"), "from 2.4 seconds to 7 days");
        assertUsageError(CommandRun.of("run", "--create-topics", "--partitions", "0"), "--partitions", "at least one");
        assertUsageError(CommandRun.of("replay", ".", "--speed", "fast"), "fast", "max");
        assertUsageError(CommandRun.of("replay", ".", "--speed", "-1"), "more than 0");
        assertUsageError(CommandRun.of("replay", ".", "--source", "kinesis"), "kinesis", "cloudwatch");
        assertUsageError(CommandRun.of("replay", "no/such/folder"), "no/such/folder");
    }

    @Test
    void tellsAWrongSettingOfKafkaFromWrongUsage() {
        CommandRun run = CommandRun.of("run", "--bootstrap-servers", "nonsense");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err()).isEqualTo("Invalid url in bootstrap.servers: nonsense%n".formatted());
    }

    private static void assertUsageError(CommandRun run, String... told) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(64);
        assertThat(run.err()).contains(told).hasLineCount(run.err().contains("try: ") ? 2 : 1);
    }

    private static List<String> options(String command) {
        var screen = new Screen(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);
        return Main.commandLine(screen, Clock.systemUTC())
                .getSubcommands()
                .values()
                .stream()
                .filter(subcommand -> subcommand.getCommandName().equals(command))
                .flatMap(subcommand -> subcommand.getCommandSpec().options().stream())
                .map(OptionSpec::longestName)
                .toList();
    }
}
