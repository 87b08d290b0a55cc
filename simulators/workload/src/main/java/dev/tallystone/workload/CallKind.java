package dev.tallystone.workload;

import java.util.List;

/**
 * One kind of call that a stream makes.
 *
 * @param model
 *            id or ARN as called
 * @param inferenceRegions
 *            where calls are answered that go through a cross-region profile; empty for all others
 */
record CallKind(String model, String operation, List<String> inferenceRegions, CallShape shape) {

    CallKind {
        inferenceRegions = List.copyOf(inferenceRegions);
    }

    static CallKind local(String model, String operation, CallShape shape) {
        return new CallKind(model, operation, List.of(), shape);
    }
}
