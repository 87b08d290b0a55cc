package dev.tallystone.pricing;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import java.util.List;

/** Calls that agree in everything: plain on-demand ones from us-east-1, changed where a test speaks of it. */
final class Calls {

    private final String model;
    private String region = "us-east-1";
    private Source source = Source.KAFKA;
    private String tier = "";
    private String performance = "";
    private int context;
    private String variant = "";
    private Outcome outcome = Outcome.OK;
    private int caveats;

    private Calls(String model) {
        this.model = model;
    }

    static Calls of(String model) {
        return new Calls(model);
    }

    Calls region(String name) {
        region = name;
        return this;
    }

    Calls source(Source way) {
        source = way;
        return this;
    }

    Calls tier(String name) {
        tier = name;
        return this;
    }

    Calls performance(String name) {
        performance = name;
        return this;
    }

    Calls promptTokens(long tokens) {
        context = ContextClass.of(tokens);
        return this;
    }

    Calls variant(String text) {
        variant = text;
        return this;
    }

    Calls outcome(Outcome how) {
        outcome = how;
        return this;
    }

    Calls caveat(Caveat caveat) {
        caveats |= caveat.bit();
        return this;
    }

    Cell cell() {
        return new Cell("123456789012", region, model, new Caller("assumed-role/app", List.of()), "Converse", source,
                tier, performance, context, variant, outcome, caveats);
    }

    /** One request with an amount of one measure. */
    static Quantities counts(Measure measure, long amount) {
        return Quantities.of(Measure.REQUESTS, 1).plus(Quantities.of(measure, amount));
    }

    /** One request with amounts of two measures. */
    static Quantities counts(Measure one, long amount, Measure other, long otherAmount) {
        return counts(one, amount).plus(Quantities.of(other, otherAmount));
    }
}
