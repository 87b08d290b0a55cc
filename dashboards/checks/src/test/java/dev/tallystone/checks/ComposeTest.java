package dev.tallystone.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules for docker-compose.yml. That the images start is not proved here: nothing pulls them. */
class ComposeTest {

    private static final JsonNode COMPOSE = Sources.yaml(Sources.file("docker-compose.yml"));

    private final Map<String, JsonNode> services = COMPOSE.path("services")
            .propertyStream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    @Test
    void pinsEveryImage() {
        assertThat(services).allSatisfy((name, service) -> assertThat(service.path("image").asText()).as(name)
                .matches("tallystone:local|[a-z/-]+:v?\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void opensPortsToThisMachineOnly() {
        assertThat(services).allSatisfy((name, service) -> assertThat(service.path("ports"))
                .as(name)
                .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
    }

    @Test
    void limitsAndHardensEveryService() {
        assertThat(services).allSatisfy((name, service) -> {
            assertThat(service.path("mem_limit").asText()).as(name).matches("\\d+[mg]");
            assertThat(service.path("logging").path("options").path("max-size").asText()).as(name).isNotEmpty();
            assertThat(service.path("cap_drop").path(0).asText()).as(name).isEqualTo("ALL");
            assertThat(service.path("security_opt").path(0).asText()).as(name).isEqualTo("no-new-privileges:true");
        });
    }

    @Test
    void mountsOnlyWhatIsInTheRepository() {
        assertThat(services.values().stream().flatMap(service -> service.path("volumes").valueStream()))
                .extracting(JsonNode::asText)
                .isNotEmpty()
                .allSatisfy(volume -> {
                    String source = volume.substring(0, volume.indexOf(':'));
                    if (source.startsWith("./")) {
                        assertThat(Sources.file(source.substring(2))).exists();
                        assertThat(volume).endsWith(":ro");
                    } else {
                        assertThat(COMPOSE.path("volumes").has(source)).as(source).isTrue();
                    }
                });
    }

    @Test
    void namesTheHostsThatTheConfigurationsName() {
        String configured = Stream.of("prometheus/prometheus.yml", "alertmanager/alertmanager.yml",
                "grafana/provisioning/datasources/prometheus.yml")
                .map(path -> Sources.text(Sources.file("dashboards/" + path)))
                .reduce("", String::concat);

        assertThat(configured).contains("tallystone:8080", "alertmanager:9093", "webhook:9095", "prometheus:9090");
        assertThat(services).containsKeys("tallystone", "alertmanager", "webhook", "prometheus", "grafana", "kafka");
    }
}
