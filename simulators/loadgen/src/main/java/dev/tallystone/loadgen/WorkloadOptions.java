package dev.tallystone.loadgen;

import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The options that say what a made-up company does. Filled by picocli before a command runs. */
final class WorkloadOptions {

    private static final String OF = "One of ${COMPLETION-CANDIDATES}.";
    private static final String MEAN = "Events per second, the mean over the company's day.";
    private static final String LENGTH_OF_DAY = "How long one day of the company lasts; it begins at 04:00.";

    @Option(names = "--scenario", defaultValue = "lively", completionCandidates = ScenarioNames.class, description = OF)
    private Scenario scenario = Scenario.named("lively");

    @Option(names = "--rate", paramLabel = "PER_SECOND", defaultValue = "120", description = MEAN)
    private double rate;

    @Option(names = "--day", paramLabel = "TIME", defaultValue = "24h", description = LENGTH_OF_DAY)
    private Duration day = Duration.ZERO;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another seed makes other records.")
    private long seed;

    /** Refuses what a workload cannot be. */
    Workload from(Instant start) {
        try {
            return new Workload(scenario, seed, start, day, rate);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--rate or --day", String.valueOf(e.getMessage()), e);
        }
    }
}
