package dev.tallystone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which room may look into which, read from the poms. A dependency that is missing cannot be imported. */
class ArrowsTest {

    private static final Path TOP = Path.of("../..");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(\\s*<scope>test</scope>)?");

    /** Each room's arrows; where they lead further is theirs to say. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(Map.entry("services/invocation", Set.of()),
            Map.entry("services/metering", Set.of("invocation")), Map.entry("services/pricing", Set.of("metering")),
            Map.entry("services/recommendation", Set.of("pricing")),
            Map.entry("services/board", Set.of("recommendation")), Map.entry("services/ledger", Set.of("metering")),
            Map.entry("services/collector", Set.of()), Map.entry("services/meter", Set.of("ledger")),
            Map.entry("services/monitor", Set.of("board", "ledger")),
            Map.entry("services/tallystone", Set.of("meter", "monitor")), Map.entry("simulators/broker", Set.of()),
            Map.entry("simulators/workload", Set.of()),
            Map.entry("simulators/loadgen", Set.of("workload", "collector", "ledger")),
            Map.entry("simulators/demo", Set.of("tallystone", "loadgen", "broker", "workload")),
            Map.entry("simulators/benchmark", Set.of("meter", "loadgen", "broker", "workload")),
            Map.entry("dashboards/checks", Set.of()));

    /** What only some rooms may know, by group. */
    private static final Map<String, Set<String>> OUTSIDE = Map.of("org.apache.kafka",
            Set.of("ledger", "meter", "monitor", "tallystone", "broker", "loadgen"), "io.vertx",
            Set.of("meter", "monitor", "tallystone"),
            "io.prometheus", Set.of("monitor", "tallystone"), "io.micrometer", Set.of("tallystone"), "info.picocli",
            Set.of("tallystone", "loadgen"));

    private record Dependency(String group, String artifact, boolean test) {}

    @TestFactory
    Stream<DynamicTest> looksOnlyAlongItsArrows() {
        return ARROWS.keySet().stream().sorted().map(room -> DynamicTest.dynamicTest(room, () -> {
            var ours = new TreeSet<String>();
            for (Dependency dependency : dependencies(room)) {
                if (dependency.group.equals("dev.tallystone") && !dependency.test) {
                    ours.add(dependency.artifact);
                }
            }
            assertThat(ours).isEqualTo(new TreeSet<>(ARROWS.get(room)));
        }));
    }

    @TestFactory
    Stream<DynamicTest> knowsOutsidersOnlyWhereTheyBelong() {
        return ARROWS.keySet().stream().sorted().map(room -> DynamicTest.dynamicTest(room, () -> {
            String name = room.substring(room.indexOf('/') + 1);
            for (Dependency dependency : dependencies(room)) {
                boolean allowed = OUTSIDE.getOrDefault(dependency.group, Set.of(name)).contains(name);
                assertThat(allowed || dependency.test).as("%s uses %s", room, dependency).isTrue();
            }
        }));
    }

    @Test
    void knowsEveryRoomOfTheReactor() throws IOException {
        var modules = new TreeSet<String>();
        var matcher = Pattern.compile("<module>([^<]+)</module>").matcher(Files.readString(TOP.resolve("pom.xml")));
        while (matcher.find()) {
            modules.add(matcher.group(1));
        }

        assertThat(modules).isEqualTo(new TreeSet<>(ARROWS.keySet()));
    }

    private static List<Dependency> dependencies(String room) throws IOException {
        var found = new ArrayList<Dependency>();
        var matcher = DEPENDENCY.matcher(Files.readString(TOP.resolve(room).resolve("pom.xml")));
        while (matcher.find()) {
            found.add(new Dependency(matcher.group(1), matcher.group(2), matcher.group(3) != null));
        }
        return found;
    }
}
