package dev.tallystone.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Grafana's dashboard, read for what the checks look at. */
record Dashboard(JsonNode json) {

    /** The only one. */
    static final String FILE = "dashboards/grafana/dashboards/bedrock-spend.json";

    /** One query of a panel. */
    record Target(String refId, String expr, boolean instant, String datasource) {}

    /** Where a panel lies on Grafana's grid, 24 units wide. */
    record Place(int x, int y, int w, int h) {

        boolean overlaps(Place other) {
            return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
        }
    }

    /** What is drawn; rows are panels without queries. */
    record Panel(int id, String type, String title, String description, String unit, Place place,
            List<Target> targets) {

        boolean isRow() {
            return type.equals("row");
        }

        private static Panel of(JsonNode panel) {
            JsonNode at = panel.path("gridPos");
            return new Panel(panel.path("id").asInt(), panel.path("type").asText(), panel.path("title").asText(),
                    panel.path("description").asText(),
                    panel.path("fieldConfig").path("defaults").path("unit").asText(),
                    new Place(at.path("x").asInt(), at.path("y").asInt(), at.path("w").asInt(), at.path("h").asInt()),
                    stream(panel.path("targets"))
                            .map(target -> new Target(target.path("refId").asText(), target.path("expr").asText(),
                                    target.path("instant").asBoolean(), target.path("datasource").path("uid").asText()))
                            .toList());
        }
    }

    static Dashboard read() {
        try {
            return new Dashboard(Sources.JSON.readTree(Sources.text(Sources.file(FILE))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Panel> panels() {
        return stream(json.path("panels")).map(Panel::of).toList();
    }

    /** Those that ask Prometheus something. */
    List<Panel> drawn() {
        return panels().stream().filter(panel -> !panel.isRow()).toList();
    }

    List<JsonNode> variables() {
        return stream(json.path("templating").path("list")).toList();
    }

    /** Every query, those of annotations included. */
    List<String> expressions() {
        var annotations = stream(json.path("annotations").path("list")).map(node -> node.path("expr").asText());
        var panels = drawn().stream().flatMap(panel -> panel.targets().stream()).map(Target::expr);
        return Stream.concat(annotations, panels).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
