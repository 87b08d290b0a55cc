package dev.tallystone.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ConfigFileTest {

    private static final List<String> SECTIONS = List.of("kafka", "run", "replay", "write");

    @TempDir
    private Path directory;

    @Test
    void namesEveryOptionWithItsDefaultAndNothingElse() {
        var options = new TreeMap<String, String>();
        commandLine().getSubcommands().forEach((command, line) -> line.getCommandSpec().options().forEach(option -> {
            String key = option.longestName().substring(2).replace('-', '_');
            boolean shared = List.of("bootstrap_servers", "topic", "create_topics", "partitions").contains(key);
            if (!List.of("help", "version", "config").contains(key)) {
                options.put(shared ? key : command + "." + key, option.defaultValue());
            }
        }));

        var keys = new TreeMap<String, String>();
        ConfigEntries.read(ConfigFile.defaults()).forEach((path, entry) -> keys.put(path, entry.value()));
        SECTIONS.forEach(keys::remove);

        assertThat(options).hasSizeGreaterThan(18);
        assertThat(keys).isEqualTo(options);
    }

    @Test
    void isPrintedAsItIsShippedAndTakenBack() throws IOException {
        CommandRun printed = CommandRun.of("--print-config");

        assertThat(printed.exitCode()).isZero();
        assertThat(printed.out()).isEqualTo(ConfigFile.defaults()).startsWith("# Every key of loadgen");
        assertThat(read(printed.out()).kafka()).isEmpty();
    }

    @Test
    void standsBetweenTheDefaultAndTheCommandLine() throws IOException {
        String config = "--config="
                + file("topic: mine\npartitions: 3\nrun:\n  rate: 7\n  seed: 8\nwrite:\n  rate: 9\n");

        Map<String, Object> values = values("run", "--rate", "500", config, "--topic=other");

        assertThat(values).containsEntry("--rate", 500.0)
                .containsEntry("--topic", "other")
                .containsEntry("--seed", 8L)
                .containsEntry("--partitions", 3)
                .containsEntry("--bootstrap-servers", "localhost:9092");
        assertThat(values("write", config)).containsEntry("--rate", 9.0).containsEntry("--seed", 1L);
    }

    @Test
    void canBeGivenBeforeTheCommand() throws IOException {
        assertThat(values("--config=" + file("run:\n  seed: 8\n"), "run")).containsEntry("--seed", 8L);
    }

    /** Picocli would turn the default of a flag round, which would unset what is asked for twice. */
    @Test
    void leavesAFlagSetThatTheCommandLineSetsToo() throws IOException {
        String config = "--config=" + file("create_topics: true\nreplay:\n  restamp: true\n");

        assertThat(values("replay", config, ".")).containsEntry("--restamp", true)
                .containsEntry("--create-topics", true);
        assertThat(values("replay", config, "--restamp", ".", "--create-topics=false"))
                .containsEntry("--restamp", true)
                .containsEntry("--create-topics", false);
    }

    @Test
    void keepsTheDefaultBehindAKeyWithoutAValue() throws IOException {
        assertThat(values("run", "--config=" + file("topic:\nrun:\n"))).containsEntry("--topic", "invocations");
    }

    @Test
    void takesPropertiesOfKafkaAndSaysWhichOneKafkaDoesNotTake() throws IOException {
        String yaml = "kafka:\n  client.id: me\n  security.protocol: SLS\n";

        CommandRun run = CommandRun.of("run", "--config", file(yaml));

        assertThat(read(yaml).kafka()).isEqualTo(Map.of("client.id", "me", "security.protocol", "SLS"));
        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err()).startsWith(directory.resolve("loadgen.yaml") + ": line 3: ")
                .contains("SLS", "security.protocol", "SASL_SSL")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        topc: a                         | line 1: there is no key 'topc'; the keys there are [bootstrap_servers,
        #\\nrum:\\n  rate: 3            | line 2: there is no key 'rum'; the keys there are [bootstrap_servers,
        run:\\n  seed: 1\\n  rat: 3     | line 3: there is no key 'rat'; the keys there are [day, duration, rate,
        run:\\n  topic: a               | line 2: there is no key 'topic'; the keys there are [day,
        topic: a\\ntopic: b             | line 2: key 'topic' stands on line 1 already
        run:\\n  seed: 1\\nrun:\\n day: | line 3: key 'run' stands on line 1 already
        run: 5                          | line 1: run must hold keys, not '5'
        topic: [a]                      | line 1: topic must be one value, not a list
        partitions:\\n  a: 1            | line 1: partitions must be one value, not further keys
        kafka:\\n  ssl:\\n    key: a    | line 2: kafka.ssl must be one value, not further keys
        run:\\n  rate: many             | line 2: run.rate: 'many' is no number: write 120 or 0.5
        run:\\n  rate: 0                | line 2: run.rate: eventsPerSecond must be more than 0, not 0.0
        run:\\n  seed: 1.5              | line 2: run.seed: '1.5' is no whole number
        run:\\n  day: 1s                | line 2: run.day: a day must last from 2.4 seconds to 7 days, not PT1S
        run:\\n  duration: 60x          | line 2: run.duration: '60x' is no duration: write 60s
        write:\\n  scenario: livley     | line 2: write.scenario: no scenario is named livley; there are lively
        write:\\n  records: 0           | line 2: write.records: a log has at least one record, not 0
        write:\\n  start: yesterday     | line 2: write.start: 'yesterday' is no start: write 24h
        replay:\\n  speed: -1           | line 2: replay.speed: a speed is more than 0, not -1.0
        replay:\\n  source: kinesis     | line 2: replay.source: no source is called 'kinesis'; there are kafka
        replay:\\n  restamp: yes        | line 2: replay.restamp: 'yes' must be true or false
        partitions: 0                   | line 1: partitions: a ledger has at least one partition, not 0
        topic: a b                      | line 1: topic: 'a b' is no topic: write 1 to 249 letters
        bootstrap_servers: a:1,b        | line 1: bootstrap_servers: 'b' is no broker: write host:port
        kafka:\\n  acks: 1              | line 2: kafka.acks cannot be set here: loadgen always waits for all
        kafka:\\n  bootstrap.servers: a | line 2: kafka.bootstrap.servers cannot be set here: write bootstrap_servers
        topic: a\\n---\\npartitions: 1  | line 3: keys must stand here, and in one document alone
        topic: a\\n  b: c               | line 2: not YAML
        """)
    void refusesWhatIsWrongWithKeyAndLineWhateverTheCommand(String yaml, String message) throws IOException {
        CommandRun run = CommandRun.of("replay", "no/such/folder", "--config", file(yaml.replace("\\n", "\n")));

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err()).startsWith(directory.resolve("loadgen.yaml") + ": " + message).hasLineCount(1);
    }

    @Test
    void refusesAFileThatIsNotThereAsAMistypedCommandLine() {
        CommandRun run = CommandRun.of("run", "--config", "no/such.yaml");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("--config", "no/such.yaml");
    }

    private ConfigFile read(String yaml) throws IOException {
        return ConfigFile.read(Path.of(file(yaml)), commandLine());
    }

    private String file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("loadgen.yaml"), yaml).toString();
    }

    private static Map<String, Object> values(String... args) {
        var values = new TreeMap<String, Object>();
        CommandLine.ParseResult parsed = commandLine().parseArgs(args).subcommand();
        for (OptionSpec option : new ArrayList<>(parsed.commandSpec().options())) {
            if (option.getValue() != null) {
                values.put(option.longestName(), option.getValue());
            }
        }
        return values;
    }

    private static CommandLine commandLine() {
        var screen = new Screen(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);
        return Main.commandLine(screen, Clock.systemUTC());
    }
}
