package dev.tallystone.workload;

import java.time.Duration;
import java.util.List;

/**
 * A company and its luck.
 *
 * @param description
 *            one sentence for people who choose
 */
public record Scenario(String name, String description, List<TrafficStream> streams, Faults faults) {

    private static final Duration LATEST = Duration.ofMinutes(90);

    private static final List<Scenario> ALL = List.of(
            new Scenario("lively", "nine applications of one company, with ordinary faults", Applications.all(),
                    new Faults(0.02, 0.01, LATEST, 0.001)),
            new Scenario("steady", "two applications without surprises or faults",
                    List.of(Applications.orderRouter(), Applications.nightlyEnrichment()), Faults.NONE),
            new Scenario("bulk", "one bulk job all day, without faults",
                    List.of(Applications.nightlyEnrichment().with(DayCurve.flat())), Faults.NONE),
            new Scenario("chaos", "the lively company on a bad day: many copies, late and broken records",
                    Applications.all(), new Faults(0.05, 0.02, LATEST, 0.01)));

    public Scenario {
        streams = List.copyOf(streams);
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("a scenario needs at least one stream: " + name);
        }
    }

    /** The one of this name; {@code lively} is what to take without a reason for another. */
    public static Scenario named(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name.equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no scenario is named %s; there are %s".formatted(name, String.join(", ", names()))));
    }

    /** All names, the default first. */
    public static List<String> names() {
        return ALL.stream().map(Scenario::name).toList();
    }
}
