package dev.tallystone.tallystone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.board.Attribution.DecidedBy;
import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.TeamRule;
import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.monitor.denominators.DenominatorSettings;
import dev.tallystone.monitor.denominators.PrometheusQuery;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreement.Fixed;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.rule.Excess;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.pricing.standing.StandingKind;
import dev.tallystone.tallystone.Role;
import dev.tallystone.tallystone.TallystoneSettings;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    @Test
    void readsTeamRulesThatHoldForATimeAndWhoTakesWhatIsIdle() {
        BoardSettings board = ConfigReader.read("""
            teams:
              - profile: arn:aws:bedrock:us-west-2:111122223333:application-inference-profile/abc
                team: ads
                from: 2026-03-01T00:00:00Z
              - principal: assumed-role/search
                team: search
                until: 2026-09-01T00:00:00Z
            chargeback:
              idle: proportional
            """, Map.of()).monitor().board();

        assertThat(board.teamRules()).containsExactly(
                new TeamRule(DecidedBy.PROFILE,
                        "arn:aws:bedrock:us-west-2:111122223333:application-inference-profile/abc", "ads",
                        Instant.parse("2026-03-01T00:00:00Z"), Instant.MAX),
                new TeamRule(DecidedBy.PRINCIPAL, "assumed-role/search", "search", Instant.MIN,
                        Instant.parse("2026-09-01T00:00:00Z")));
        assertThat(board.idle()).isEqualTo(IdlePolicy.PROPORTIONAL);
        assertThat(ConfigReader.read("", Map.of()).monitor().board().idle()).isEqualTo(IdlePolicy.OWN_LINE);
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
        teams:\\n- team: b                                        | line 2: teams[0] must set either profile or principal, and sets neither
        teams:\\n- {principal: a, profile: b, team: c}            | line 2: teams[0] must set either profile or principal, and sets both
        teams:\\n- team: b\\n  profile: abc                       | line 3: teams[0].profile must be an ARN such as arn:aws:bedrock:
        teams:\\n- team: b\\n  principal: assumed-role/a/me       | line 3: teams[0].principal must be assumed-role/<role> without
        teams:\\n- principal: root\\n  team: idle                 | line 3: teams[0].team must be a name, and none of [idle, other,
        teams:\\n- principal: root\\n  team: b\\n  from: May      | line 4: teams[0].from must be a time such as
        teams:\\n- principal: root\\n  team: b\\n  until: 2026-01-01T00:00:09Z | line 4: teams[0].until must fall on a full
        teams:\\n- {principal: a, team: b}\\n- {principal: a, team: c} | line 3: teams[1]: a belongs to b by teams[0]
        chargeback:\\n  idle: shared                              | line 2: chargeback.idle must be one of [own_line, owner, pro
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

    private static final String WHOSE = "id: %s, account: '1', region: us-east-1, model: a, start: 2026-11-01T00:00:00Z";
    private static final String STANDING = """
        commitments:
        - {%s, units: 1, term: provisioned_1mo, usd_per_unit_hour: 2, owner: search, renews: false, excess: throttle}
        standing:
          reserved:
          - {%s, input_tpm: 100000, output_tpm: 10000, term: reserved_3mo, usd_per_input_step_hour: 1,
             usd_per_output_step_hour: 2, end: 2027-02-01T00:00:00Z}
          model_storage:
          - {%s, usd_per_month: 1.95, source: page}
          import_units:
          - {%s, version: v1, units: 2, usd_per_unit_minute: 0.05}
        """.formatted(WHOSE.formatted("units"), WHOSE.formatted("block"), WHOSE.formatted("kept"),
            WHOSE.formatted("imported"));

    @Test
    void readsWhatAccruesByTheCalendar() {
        BoardSettings board = ConfigReader.read(STANDING, Map.of()).monitor().board();

        assertThat(board.standing()).extracting(StandingCharge::id)
                .containsExactly("units", "block", "kept", "imported");
        assertThat(board.standing()).extracting(StandingCharge::kind)
                .containsExactly(StandingKind.MODEL_UNITS, StandingKind.RESERVED, StandingKind.MODEL_STORAGE,
                        StandingKind.IMPORT_UNITS);
        Instant start = Instant.parse("2026-11-01T00:00:00Z");
        assertThat(board.standing()).extracting(charge -> charge.perHour(start))
                .containsExactly(Usd.of("2"), Usd.of("120"), Usd.of("0.0027083333333333333355"), Usd.of("6"));
        assertThat(board.commitments()).singleElement().satisfies(owned -> {
            assertThat(owned.owner()).isEqualTo("search");
            assertThat(owned.end()).as("its first term").contains(Instant.parse("2026-12-01T00:00:00Z"));
            assertThat(owned.excess()).contains(Excess.THROTTLE);
        });
        assertThat(board.standing().get(1).end()).contains(Instant.parse("2027-02-01T00:00:00Z"));
        assertThat(board.standing().get(2).holding().source()).isEqualTo("page");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        excess: throttle       | excess: drop       | line 2: commitments[0].excess must be one of [spill, throttle], not 'drop'
        renews: false          | renews: maybe      | line 2: commitments[0].renews: Cannot deserialize
        usd_per_unit_hour: 2   | usd_per_unit_hour: -2 | line 2: commitments[0].usd_per_unit_hour must be 0 or more, not -2
        renews: false          | end: 2026-10-01T00:00:00Z | line 2: commitments[0]: units must begin (2026-11-01T00:00:00Z) before
        input_tpm: 100000      | input_tpm: 100500  | line 5: standing.reserved[0]: reserved input tokens a minute must be 100,000 or more in steps of 1,000, not 100,500
        output_tpm: 10000      | output_tpm: 9000   | line 5: standing.reserved[0]: reserved output tokens a minute must be 10,000 or more
        reserved_3mo           | provisioned_1mo    | line 5: standing.reserved[0]: term must be reserved_1mo or reserved_3mo, not provisioned_1mo
        2027-02-01             | 2027-01-01         | line 5: standing.reserved[0]: end must be where a term ends
        input_tpm: 100000      | units: 3           | line 5: there is no key 'units'; the keys there are [account,
        usd_per_month: 1.95    | usd_per_month: two | line 8: standing.model_storage[0].usd_per_month must be a decimal such as 0.10, not 'two'
        version: v1            | version: v9        | line 10: standing.import_units[0]: version must be v1 or v2, not 'v9'
        id: imported           | id: units          | line 10: standing.import_units[0].id must be the only one of its name among commitments and standing, not 'units' again
        """)
    void refusesWhatCannotAccrue(String right, String wrong, String message) {
        assertThat(STANDING).contains(right);
        assertThatThrownBy(() -> ConfigReader.read(STANDING.replace(right, wrong), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(message);
    }

    private static final String AGREEMENTS = """
        agreements:
        - {id: edp, percent_off: 9, from: 2026-01-01T00:00:00Z, until: 2027-01-01T00:00:00Z, source: annex B}
        - {id: pro, model: m, option: on_demand, measure: output, usd: 2.90, per: 1M tokens, source: annex C,
           from: 2026-01-01T00:00:00Z, until: 2027-01-01T00:00:00Z}
        """;

    /** An exponent of a billion would be a billion digits as soon as it is multiplied or printed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        percent_off: 9  | percent_off: 1e1000000000  | line 2: agreements[0].percent_off must have at most 15 decimals and 30 digits, and no exponent beyond 15, not '1E+1000000000'
        percent_off: 9  | percent_off: 1e-1000000000 | line 2: agreements[0].percent_off must have at most 15 decimals
        percent_off: 9  | percent_off: "1e2147483648" | line 2: agreements[0].percent_off must have at most 15 decimals
        percent_off: 9  | percent_off: 101           | line 2: agreements[0].percent_off: percent_off must lie between 0 and 100, not 101
        usd: 2.90       | usd: 1e16                  | line 3: agreements[1].usd must have at most 15 decimals
        usd: 2.90       | usd: 0.0000000000000001    | line 3: agreements[1].usd must have at most 15 decimals
        id: pro         | id: edp                    | agreements must each have an id of their own, not 'edp' twice
        """)
    void refusesAgreementsThatCannotBeComputedWith(String right, String wrong, String message) {
        assertThat(AGREEMENTS).contains(right);
        assertThat(ConfigReader.read(AGREEMENTS, Map.of()).monitor().board().agreements().listed()).hasSize(2);
        assertThatThrownBy(() -> ConfigReader.read(AGREEMENTS.replace(right, wrong), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"usd_per_unit_hour: 2, usd_per_unit_hour", "usd_per_input_step_hour: 1, usd_per_input_step_hour",
            "usd_per_output_step_hour: 2, usd_per_output_step_hour", "usd_per_month: 1.95, usd_per_month",
            "usd_per_unit_minute: 0.05, usd_per_unit_minute"})
    void refusesStatedPricesWithAnExponentThatCannotBeComputedWith(String right, String key) {
        assertThatThrownBy(() -> ConfigReader.read(STANDING.replace(right, key + ": '1e1000000000'"), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key + " must have at most 15 decimals and 30 digits")
                .hasMessageContaining("not '1e1000000000'");
    }

    /** As written, quoted or not: a double keeps 17 digits at most. */
    @Test
    void readsEveryDigitOfADecimalThatIsNotQuoted() {
        BoardSettings board = ConfigReader.read(AGREEMENTS.replace("percent_off: 9", "percent_off: 9.123456789012345")
                .replace("usd: 2.90", "usd: 12345678901234567.123456789"), Map.of()).monitor().board();

        assertThat(board.agreements().listed()).extracting(Agreement::terms)
                .containsExactly(new PercentOff(new BigDecimal("9.123456789012345")),
                        new Fixed(new BigDecimal("12345678901.234567123456789")));
    }

    @Test
    void showsOnlyTheBeginOfADecimalThatIsTooLong() {
        assertThatThrownBy(() -> ConfigReader.read(AGREEMENTS.replace("percent_off: 9", "percent_off: '" + "9"
                .repeat(100_000) + "'"), Map.of())).isInstanceOf(ConfigException.class)
                .hasMessageContaining("not '" + "9".repeat(64) + "...'");
    }

    /** Each example of the commented file, without its marks. */
    @Test
    void takesItsOwnExamples() {
        String examples = ConfigReader.defaults()
                .lines()
                .map(line -> line.replaceFirst("^( *[a-z_]+:) \\[\\] +#.*", "$1").replaceFirst("^#( {2}.*)", "$1"))
                .dropWhile(line -> !line.startsWith("commitments:"))
                .takeWhile(line -> !line.startsWith("# Negotiated"))
                .collect(Collectors.joining("\n"));

        assertThat(ConfigReader.read(examples, Map.of()).monitor().board().standing())
                .extracting(StandingCharge::kind)
                .containsExactly(StandingKind.values());
    }

    @Test
    void readsWhatIsCountedOutside() {
        DenominatorSettings denominators = ConfigReader.read("""
            denominators:
              file: counts.json
              queries:
                - { name: tickets, team: support, prometheus: "http://p:9090", query: sum(a), every: 1h }
                - { name: orders, prometheus: "https://p/prom", query: sum(b), every: 1d }
            """, Map.of()).monitor().denominators();

        assertThat(denominators.file()).contains(Path.of("counts.json"));
        assertThat(denominators.queries()).containsExactly(
                new PrometheusQuery(new DenominatorKey("tickets", Optional.of("support"), Optional.empty()),
                        URI.create("http://p:9090"), "sum(a)", Duration.ofHours(1)),
                new PrometheusQuery(new DenominatorKey("orders", Optional.empty(), Optional.empty()),
                        URI.create("https://p/prom"), "sum(b)", Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name: Tickets, prometheus: "http://p", query: a, every: 1h  | line 3: denominators.queries[0]: name must match
        name: tickets, query: a, every: 1h                 | denominators.queries[0].prometheus must be set
        name: tickets, prometheus: "http://p p", query: a, every: 1h | denominators.queries[0].prometheus must be an
        name: tickets, prometheus: "p:9090", query: a, every: 1h | denominators.queries[0]: prometheus must be an
        name: tickets, prometheus: "http://p", every: 1h   | denominators.queries[0].query must be set
        name: tickets, prometheus: "http://p", query: a, every: 2h | denominators.queries[0]: every must be 1h or 1d
        name: tickets, prometheus: "http://p", query: a, every: often | denominators.queries[0].every must be a duration
        """)
    void refusesAWrongQueryByItsNumber(String query, String why) {
        assertThatThrownBy(() -> ConfigReader.read("""
            denominators:
              queries:
                - { %s }
            """.formatted(query), Map.of())).isInstanceOf(ConfigException.class).hasMessageContaining(why);
    }
}
