package dev.tallystone.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Grafana's provisioning, against the dashboard and the scrape configuration that it must fit. */
class ProvisioningTest {

    private static final JsonNode DATASOURCE = Sources
            .yaml(Sources.file("dashboards/grafana/provisioning/datasources/prometheus.yml"))
            .path("datasources")
            .path(0);

    @Test
    void givesTheDatasourceTheUidThatTheDashboardBeginsWith() {
        JsonNode variable = Dashboard.read().variables().getFirst();

        assertThat(variable.path("type").asText()).isEqualTo("datasource");
        assertThat(variable.path("current").path("value").asText()).isEqualTo(DATASOURCE.path("uid").asText());
    }

    @Test
    void tellsGrafanaTheScrapeInterval() {
        JsonNode prometheus = Sources.yaml(Sources.file("dashboards/prometheus/prometheus.yml"));

        assertThat(DATASOURCE.path("jsonData").path("timeInterval").asText())
                .isEqualTo(prometheus.path("global").path("scrape_interval").asText());
    }

    @Test
    void letsNobodyEdit() {
        JsonNode provider = Sources.yaml(Sources.file("dashboards/grafana/provisioning/dashboards/tallystone.yml"))
                .path("providers")
                .path(0);

        assertThat(DATASOURCE.path("editable").asBoolean(true)).isFalse();
        assertThat(provider.path("allowUiUpdates").asBoolean(true)).isFalse();
        assertThat(provider.path("disableDeletion").asBoolean()).isTrue();
    }
}
