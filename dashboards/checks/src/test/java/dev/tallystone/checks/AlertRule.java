package dev.tallystone.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One alert of the rule files. */
record AlertRule(String name, String expr, JsonNode labels, JsonNode annotations) {

    static List<AlertRule> all() {
        return Sources.files("dashboards/prometheus/rules", ".yml")
                .stream()
                .map(Sources::yaml)
                .flatMap(file -> stream(file.path("groups")))
                .flatMap(group -> stream(group.path("rules")))
                .map(rule -> new AlertRule(rule.path("alert").asText(), rule.path("expr").asText(), rule.path("labels"),
                        rule.path("annotations")))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
