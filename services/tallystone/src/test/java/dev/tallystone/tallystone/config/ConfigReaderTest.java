package dev.tallystone.tallystone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.tallystone.Role;
import dev.tallystone.tallystone.TallystoneSettings;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    @Test
    void takesEveryDefaultFromTheCommentedFile() {
        TallystoneSettings settings = ConfigReader.read("", Map.of());

        assertThat(settings.roles()).containsExactlyInAnyOrder(Role.METER, Role.MONITOR);
        assertThat(settings.meter().commitInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.meter().horizon()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.meter().ledger().partitions()).isEqualTo(12);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void namesEveryKeyInTheCommentedFile() {
        var keys = new ArrayList<String>();
        collect(ConfigText.class, keys);

        assertThat(keys).hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(ConfigReader.defaults()).contains(key + ":"));
    }

    private static void collect(Class<?> type, List<String> keys) {
        for (RecordComponent component : type.getRecordComponents()) {
            keys.add(component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
            String generic = component.getGenericType().getTypeName();
            for (Class<?> nested : ConfigText.class.getDeclaredClasses()) {
                if (generic.contains(nested.getName())) {
                    collect(nested, keys);
                }
            }
        }
    }

    @Test
    void keepsWhatTheFileDoesNotName() {
        TallystoneSettings settings = ConfigReader.read("""
            meter:
              slot: meter-0
            kafka:
              bootstrap.servers: broker:9092
              security.protocol: SSL
            """, Map.of());

        assertThat(settings.meter().slot()).isEqualTo("meter-0");
        assertThat(settings.meter().metadataKeys()).containsExactly("team", "deadline");
        assertThat(settings.meter().kafka()).containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void letsTheCommandLineOverrideTheFile() {
        TallystoneSettings settings = ConfigReader.read("http:\n  port: 9000\n",
                Map.of("http.port", "0", "roles", "[meter]", "kafka.bootstrap.servers", "other:9092"));

        assertThat(settings.port()).isZero();
        assertThat(settings.roles()).containsExactly(Role.METER);
        assertThat(settings.meter().kafka()).containsEntry("bootstrap.servers", "other:9092");
    }

    @Test
    void readsLists() {
        TallystoneSettings settings = ConfigReader.read("""
            teams:
              - principal: assumed-role/search
                team: search
            capacities:
              - model: meta.llama3-1-70b-instruct-v1:0
                input_tokens_per_minute: 300000
                output_tokens_per_minute: 100000
                source: contract
            """, Map.of());

        assertThat(settings.monitor().board().teamRules()).hasSize(1);
        assertThat(settings.monitor().board().capacities().getFirst().inputTokensPerMinute()).isEqualTo(300_000);
    }

    private static final String ALIAS = """
        aliases:
          - called: arn:aws:bedrock:us-west-2:111122223333:provisioned-model/abc
            model: meta.llama3-1-70b-instruct-v1:0
            routing: in_region
            from: 2026-01-01T00:00:00Z
            until: 2027-01-01T00:00:00Z
        """;

    @Test
    void takesAModelForCustomOnlyWhereTheFileSaysSo() {
        assertThat(ConfigReader.read(ALIAS, Map.of()).monitor().board().aliases().getFirst().custom()).isFalse();
        assertThat(ConfigReader.read(ALIAS + "    custom: false\n", Map.of())
                .monitor()
                .board()
                .aliases()
                .getFirst()
                .custom()).isFalse();
        assertThat(ConfigReader.read(ALIAS + "    custom: true\n", Map.of())
                .monitor()
                .board()
                .aliases()
                .getFirst()
                .custom()).isTrue();
    }

    @Test
    void refusesACustomModelThatIsNoTruthOrThatNoOwnedUnitServes() {
        assertThatThrownBy(() -> ConfigReader.read(ALIAS + "    custom: perhaps\n", Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 7: aliases[0].custom")
                .hasMessageContaining("perhaps");
        assertThatThrownBy(() -> ConfigReader.read(
                ALIAS.replace("provisioned-model", "imported-model") + "    custom: true\n", Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("aliases.custom")
                .hasMessageContaining("must be the ARN of a provisioned-model, not 'arn:aws:bedrock:us-west-2:"
                        + "111122223333:imported-model/abc'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        meter:\\n  slot: a\\n  commit_intervall: 5s     | line 3: there is no key 'commit_intervall'; the keys there are
        meter:\\n  slot: a\\n  commit_interval: 5x      | line 3: meter.commit_interval must be a duration such as 500ms
        advice:\\n  min_saving_ratio: 3                 | line 2: advice.min_saving_ratio must lie between 0 and 1, not 3
        dedupe:\\n  max_ids: 5                          | line 2: dedupe.max_ids must be at least 1000, not 5
        roles: [meter, viewer]                          | line 1: roles must be one of [meter, monitor], not 'viewer'
        http:\\n  port: 80\\n  port: 81                 | line 3: key 'http.port' stands on line 2 already
        http:\\n  port: many                            | line 2: http.port: Cannot deserialize
        teams:\\n  - principal: a\\n    squad: b        | line 3: there is no key 'squad'
        meter:\\n  slot: a\\n  commit_interval: 5ms     | line 3: meter.commit_interval must lie between 10 ms and 1 m, not
        monitor:\\n  tick: 50ms                      | line 2: monitor.tick must lie between 100 ms and 10 s, not PT0.05S
        meter:\\n  metadata_keys: [a, b, c, d, e]  | line 2: meter.metadata_keys must name at most 4 keys, not 5: [a, b
        kafka:\\n  client.id: a\\n  acks: 1          | line 3: kafka.acks cannot be set: a commit holds only when all
        kafka:\\n  isolation.level: read_committed | line 2: kafka.isolation.level cannot be set: only what was committed
        kafka:\\n  transactional.id: a             | line 2: kafka.transactional.id cannot be set: it follows from ledger
        ledger:\\n  name: b\\nkafka:\\n  group.id: a | line 4: kafka.group.id cannot be set: it follows from ledger.name
        """)
    void refusesWhatIsWrongWithKeyAndLine(String yaml, String message) {
        assertThatThrownBy(() -> ConfigReader.read(yaml.replace("\\n", "\n"), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        teams:\\n- principal: a\\n  team: b\\n- principal: c        | line 4: teams[1].team must be set
        teams:\\n- {principal: a, team: b}\\n-                    | line 1: teams[1] must be set
        commitments:\\n- {id: a, account: b, region: c, model: d, units: 1,\\n  term: monthly} \
                                                              | line 3: commitments[0].term: 'monthly' is none of
        capacities:\\n- model: a\\n  input_tokens_per_minute: 0\\n  output_tokens_per_minute: 9\\n  source: b \
                                                              | line 2: capacities[0]: a unit of a must serve tokens
        """)
    void saysWhichElementOfAListIsWrong(String yaml, String message) {
        assertThatThrownBy(() -> ConfigReader.read(yaml.replace("\\n", "\n"), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void saysWhichAliasIsWrongOfTwo() {
        String second = ALIAS.replace("aliases:\n", "").replace("in_region", "nowhere");

        assertThatThrownBy(() -> ConfigReader.read(ALIAS + second, Map.of())).isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("line 9: aliases[1].routing must be one of [")
                .hasMessageEndingWith("not 'nowhere'");
    }

    @Test
    void letsKafkasOtherPropertiesThroughAndRefusesTheSameOnTheCommandLine() {
        assertThat(ConfigReader.read("kafka:\n  fetch.max.wait.ms: 50\n", Map.of()).meter().kafka())
                .containsEntry("fetch.max.wait.ms", "50");
        assertThatThrownBy(() -> ConfigReader.read("", Map.of("kafka.enable.auto.commit", "true")))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(
                        "kafka.enable.auto.commit cannot be set: offsets are committed with the counts");
    }
}
