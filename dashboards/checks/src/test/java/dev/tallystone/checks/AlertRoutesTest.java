package dev.tallystone.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told what, by Alertmanager's own tool. */
class AlertRoutesTest {

    private static final String CONFIG = Sources.file("dashboards/alertmanager/alertmanager.yml").toString();

    @Test
    void alertmanagerAcceptsTheConfiguration() {
        Tool.Answer answer = Tool.amtool().run(List.of("check-config", CONFIG));

        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"critical, on-call", "warning, people", "info, digest", "never-thought-of, people"})
    void routesBySeverity(String severity, String receiver) {
        Tool.Answer answer = route("severity=" + severity, receiver);

        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    @Test
    void theToolWouldNoticeAWrongReceiver() {
        assertThat(route("severity=info", "on-call").exit()).isNotZero();
    }

    @Test
    void everyAlertReachesSomebody() {
        assertThat(AlertRule.all()).allSatisfy(rule -> {
            String severity = rule.labels().path("severity").asText();
            String receiver = switch (severity) {
                case "critical" -> "on-call";
                case "warning" -> "people";
                default -> "digest";
            };
            var labels = new ArrayList<>(List.of("alertname=" + rule.name(), "severity=" + severity, "model=m"));
            assertThat(Tool.amtool().run(arguments(receiver, labels)).exit()).as(rule.name()).isZero();
        });
    }

    private static Tool.Answer route(String label, String receiver) {
        return Tool.amtool().run(arguments(receiver, List.of(label)));
    }

    private static List<String> arguments(String receiver, List<String> labels) {
        var arguments = new ArrayList<>(
                List.of("config", "routes", "test", "--config.file=" + CONFIG, "--verify.receivers=" + receiver));
        arguments.addAll(labels);
        return arguments;
    }
}
