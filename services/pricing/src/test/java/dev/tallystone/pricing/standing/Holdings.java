package dev.tallystone.pricing.standing;

import java.time.Instant;
import java.util.Optional;

/** Holdings in us-east-1. */
final class Holdings {

    private Holdings() {}

    static Holding running(String model, String start) {
        return new Holding("held", "123456789012", "us-east-1", model, "search", Instant.parse(start),
                Optional.empty(), "contract 4711");
    }

    static Holding until(String model, String start, String end) {
        return running(model, start).endingAt(Instant.parse(end));
    }
}
