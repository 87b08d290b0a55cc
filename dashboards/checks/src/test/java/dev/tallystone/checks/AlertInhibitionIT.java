package dev.tallystone.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not current must not advise: a running Alertmanager with the committed configuration. */
class AlertInhibitionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BATCH = "BedrockSwitchToBatch";

    private FakeReceiver receiver;
    private Alertmanager alertmanager;

    @BeforeEach
    void start() {
        Path directory = Path.of("target", "inhibition-it-" + System.nanoTime()).toAbsolutePath();
        receiver = new FakeReceiver();
        alertmanager = Alertmanager.start(directory, receiver.address());
    }

    @AfterEach
    void stop() {
        alertmanager.close();
        receiver.close();
    }

    @ParameterizedTest
    @CsvSource({"TallystoneDown, BedrockSwitchToBatch", "TallystoneStale, BedrockSwitchToBatch",
            "TallystoneStale, BedrockSwitchToProvisioned", "TallystoneStale, BedrockCustomModelNeedsUnits",
            "TallystoneStale, BedrockCustomModelSurplusUnits"})
    void mutesAdviceWhileNothingIsCurrent(String alert, String advice) {
        alertmanager.raise(Map.of("alertname", alert, "severity", "critical"));
        alertmanager.raise(advice(advice));

        alertmanager.await("muting advice", PATIENCE, () -> is(advice, "suppressed"));
        assertThat(alertmanager.state(alert)).isEqualTo("active");
    }

    @Test
    void letsAdviceThroughWhileAnotherReplicaIsCurrent() {
        alertmanager.raise(Map.of("alertname", "TallystoneReplicaDown", "severity", "warning"));
        alertmanager.raise(advice(BATCH));

        alertmanager.await("telling advice", PATIENCE, () -> is(BATCH, "active"));
    }

    private static Map<String, String> advice(String alert) {
        return Map.of("alertname", alert, "severity", "info", "model", "nova-lite", "region", "us-east-1");
    }

    private boolean is(String alert, String state) {
        return alertmanager.state(alert).equals(state);
    }
}
