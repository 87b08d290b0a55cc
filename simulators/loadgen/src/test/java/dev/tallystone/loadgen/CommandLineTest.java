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
    @ValueSource(strings = {"run", "replay", "write"})
    void helpNamesEveryOptionAndGivesExamples(String command) {
        CommandRun help = CommandRun.of(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(options(command)).hasSizeGreaterThan(8)
                .allSatisfy(option -> assertThat(help.out()).contains(option));
        assertThat(help.out()).contains("Examples:", "loadgen " + command, "--config=FILE", "Default: ")
                .doesNotContain("dev.tallystone");
    }

    @Test
    void helpNamesTheCommandsTheExitCodesAndTheChoices() {
        assertThat(CommandRun.of("--help").out()).contains("run", "replay", "write", "64", "78", "--print-config");
        assertThat(CommandRun.of("run", "--help").out()).contains("lively, steady, bulk, chaos", "forever", "24h",
                "invocations", "localhost:9092");
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
        assertUsageError(CommandRun.of("write", "--records", "0"), "--records", "at least one");
        assertUsageError(CommandRun.of("write", "--start", "1999"), "1999", "2026-11-01T00:00:00Z");
        assertUsageError(CommandRun.of("write", "--start", "1969-12-31T00:00:00Z"), "1970-01-01T00:00:00Z");
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
