package dev.tallystone.loadgen;

import dev.tallystone.workload.Scenario;
import java.util.ArrayList;

/** For the help text and shell completion. */
final class ScenarioNames extends ArrayList<String> {

    private static final long serialVersionUID = 1L;

    ScenarioNames() {
        super(Scenario.names());
    }
}
