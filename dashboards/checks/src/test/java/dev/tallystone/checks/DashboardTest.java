package dev.tallystone.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallystone.checks.Dashboard.Panel;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the dashboard without a server. */
class DashboardTest {

    /** Grafana appends a unit it does not know as text, silently; these are in its list, or of its form count:X. */
    private static final Set<String> UNITS = Set.of("currencyUSD", "percentunit", "s", "reqpm", "recps", "none",
            "count:tok/min", "count:img/min", "dateTimeAsIso");
    private static final int GRID_WIDTH = 24;

    private final Dashboard dashboard = Dashboard.read();

    @Test
    void isReadOnlyTaggedAndRefreshesItself() {
        JsonNode json = dashboard.json();

        assertThat(json.path("title").asText()).isEqualTo(
                "What are we spending, on what, and what should we switch?");
        assertThat(json.path("schemaVersion").asInt()).isEqualTo(39);
        assertThat(json.path("editable").asBoolean(true)).isFalse();
        assertThat(json.path("refresh").asText()).isEqualTo("30s");
        assertThat(json.path("timezone").asText()).isEqualTo("browser");
        assertThat(json.path("tags")).extracting(JsonNode::asText).containsExactly("bedrock");
        assertThat(json.path("uid").asText()).isNotEmpty();
    }

    @Test
    void asksOnlyTheChosenDatasource() {
        assertThat(dashboard.drawn()).allSatisfy(panel -> assertThat(panel.targets()).isNotEmpty()
                .allSatisfy(target -> assertThat(target.datasource()).isEqualTo("${datasource}")));
        assertThat(dashboard.json().findValues("datasource")).extracting(node -> node.path("uid").asText())
                .containsOnly("${datasource}");
    }

    @Test
    void offersDatasourceJobInstanceRegionAndModelAndKnowsTheBasisOfPrices() {
        assertThat(dashboard.variables()).extracting(node -> node.path("name").asText())
                .containsExactly("datasource", "job", "instance", "region", "model", "basis");
        assertThat(dashboard.variables()).filteredOn(node -> node.path("type").asText().equals("query"))
                .filteredOn(node -> !node.path("name").asText().equals("basis"))
                .allSatisfy(node -> {
                    assertThat(node.path("multi").asBoolean()).isTrue();
                    assertThat(node.path("includeAll").asBoolean()).isTrue();
                    assertThat(node.path("allValue").asText()).isEqualTo(".+");
                    assertThat(node.path("refresh").asInt()).as("on a change of the time range").isEqualTo(2);
                });
    }

    @Test
    void explainsEveryPanelAndGivesItAUnit() {
        assertThat(dashboard.drawn()).allSatisfy(panel -> {
            assertThat(panel.title()).isNotBlank();
            assertThat(panel.description()).as(panel.title()).hasSizeGreaterThan(40);
            assertThat(UNITS).as(panel.title()).contains(panel.unit());
        });
        assertThat(dashboard.json().findValues("properties"))
                .flatExtracting(properties -> properties.valueStream().toList())
                .filteredOn(property -> property.path("id").asText().equals("unit"))
                .allSatisfy(property -> assertThat(UNITS).contains(property.path("value").asText()));
    }

    /** Unless it names its costs one by one, as the four costs do. */
    @Test
    void saysOfAllMoneyByWhosePricesItGoes() {
        assertThat(dashboard.drawn()).filteredOn(panel -> panel.unit().equals("currencyUSD") || panel.targets()
                .stream()
                .anyMatch(target -> target.expr().contains("_usd")))
                .filteredOn(panel -> !panel.title().equals("Four costs this month"))
                .hasSizeGreaterThan(6)
                .allSatisfy(panel -> assertThat(panel.title()).endsWith("($basis)"));
        assertThat(dashboard.json().toString()).doesNotContain("at list prices,");
    }

    @Test
    void numbersEveryPanelOnceAndNamesEveryQueryOnce() {
        assertThat(dashboard.panels()).extracting(Panel::id).doesNotHaveDuplicates().doesNotContain(0);
        assertThat(dashboard.drawn()).extracting(Panel::title).doesNotHaveDuplicates();
        assertThat(dashboard.drawn()).allSatisfy(panel -> assertThat(panel.targets())
                .extracting(Dashboard.Target::refId)
                .doesNotHaveDuplicates());
    }

    @Test
    void laysNoPanelOverAnother() {
        List<Panel> panels = dashboard.panels();

        for (Panel panel : panels) {
            assertThat(panel.place().x() + panel.place().w()).as(panel.title()).isLessThanOrEqualTo(GRID_WIDTH);
            assertThat(panels).filteredOn(other -> other.id() != panel.id() && other.place().overlaps(panel.place()))
                    .as("over %s", panel.title())
                    .isEmpty();
        }
    }

    @Test
    void takesRatesOverGrafanasInterval() {
        assertThat(dashboard.expressions()).flatExtracting(PromQl::ranges)
                .isNotEmpty()
                .allSatisfy(range -> assertThat(range).isIn("$__rate_interval", "$__range"));
    }

    @Test
    void filtersEveryMetricByJobAndInstance() {
        assertThat(dashboard.drawn()).flatExtracting(Panel::targets).allSatisfy(target -> {
            long metrics = occurrences(target.expr(), "(?:bedrock|tallystone)_\\w+\\{");
            assertThat(occurrences(target.expr(), "\\{job=~\"\\$job\", instance=~\"\\$instance\"")).as(target.expr())
                    .isPositive()
                    .isEqualTo(metrics);
            assertThat(occurrences(target.expr(), "(?:bedrock|tallystone)_\\w+(?![\\w{])")).as("without braces: %s",
                    target.expr()).isZero();
        });
    }

    @Test
    void addsUpNeitherReplicasNorOptionsNorRatesOfMoney() {
        assertThat(dashboard.expressions()).isNotEmpty()
                .noneMatch(PromQl::sumsReplicas)
                .noneMatch(PromQl::mixesOptions)
                .noneMatch(PromQl::ratesMoney);
    }

    private static long occurrences(String text, String regex) {
        return Pattern.compile(regex).matcher(text).results().count();
    }
}
