package dev.tallystone.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alert rules, judged by Prometheus' own tool and by what we owe to whoever is told. */
class AlertRulesTest {

    private static final String RUNBOOKS = "dashboards/prometheus/RUNBOOKS.md";

    private final List<AlertRule> rules = AlertRule.all();

    @Test
    void prometheusAcceptsTheConfiguration() {
        succeeds(List.of("check", "config", Sources.file("dashboards/prometheus/prometheus.yml").toString()));
    }

    @Test
    void prometheusAcceptsTheRules() {
        succeeds(command(List.of("check", "rules"), "dashboards/prometheus/rules"));
    }

    @Test
    void theRulesPassTheirTests() {
        succeeds(command(List.of("test", "rules"), "dashboards/prometheus/tests"));
    }

    @Test
    void everyAlertIsTestedToFireAndToStaySilent() {
        assertThat(tested(true)).containsAll(names());
        assertThat(tested(false)).containsAll(names());
    }

    @Test
    void everyAlertTellsItsValueAndHowUrgentItIs() {
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.labels().path("severity").asText()).isIn("critical", "warning", "info");
            assertThat(rule.annotations().path("summary").asText()).as(rule.name()).isNotBlank();
            assertThat(rule.annotations().path("description").asText()).as(rule.name()).contains("$value");
        });
    }

    @Test
    void everyAlertHasItsRunbookAndEveryRunbookItsAlert() {
        assertThat(rules).allSatisfy(rule -> assertThat(rule.annotations().path("runbook_url").asText())
                .isEqualTo(RUNBOOKS + "#" + rule.name().toLowerCase(Locale.ROOT)));
        assertThat(headings()).containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void noRuleAddsUpReplicasOrRatesMoney() {
        assertThat(rules).extracting(AlertRule::expr)
                .noneMatch(PromQl::sumsReplicas)
                .noneMatch(PromQl::mixesOptions)
                .noneMatch(PromQl::ratesMoney);
    }

    private Set<String> names() {
        return rules.stream().map(AlertRule::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> headings() {
        return Sources.text(Sources.file(RUNBOOKS))
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }

    private static Set<String> tested(boolean fires) {
        return Sources.files("dashboards/prometheus/tests", ".yml")
                .stream()
                .map(Sources::yaml)
                .flatMap(file -> file.findValues("alert_rule_test").stream())
                .flatMap(JsonNode::valueStream)
                .filter(one -> one.path("exp_alerts").isEmpty() != fires)
                .map(one -> one.path("alertname").asText())
                .collect(Collectors.toSet());
    }

    private static List<String> command(List<String> verb, String directory) {
        return Stream.concat(verb.stream(), Sources.files(directory, ".yml").stream().map(Path::toString)).toList();
    }

    private static void succeeds(List<String> arguments) {
        Tool.Answer answer = Tool.promtool().run(arguments);

        assertThat(answer.exit()).as(answer.output()).isZero();
    }
}
