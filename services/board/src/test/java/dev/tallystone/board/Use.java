package dev.tallystone.board;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import java.time.Instant;
import java.util.List;

/** What was used, as a meter tallies it: plain calls of one model, changed where a test speaks of it. */
public final class Use {

    private final String model;
    private String region = "us-west-2";
    private String role = "app";
    private String team = "";
    private String deadline = "";
    private String tier = "";
    private String operation = "Converse";
    private long promptTokens;
    private Outcome outcome = Outcome.OK;
    private int caveats;

    private Use(String model) {
        this.model = model;
    }

    public static Use of(String model) {
        return new Use(model);
    }

    public Use region(String name) {
        region = name;
        return this;
    }

    public Use role(String name) {
        role = name;
        return this;
    }

    public Use team(String name) {
        team = name;
        return this;
    }

    public Use deadline(String wait) {
        deadline = wait;
        return this;
    }

    public Use tier(String name) {
        tier = name;
        return this;
    }

    public Use operation(String name) {
        operation = name;
        return this;
    }

    public Use promptTokens(long tokens) {
        promptTokens = tokens;
        return this;
    }

    public Use outcome(Outcome how) {
        outcome = how;
        return this;
    }

    public Use caveat(Caveat caveat) {
        caveats |= caveat.bit();
        return this;
    }

    /** One call in the bucket of a time. */
    public TallyRow at(Instant time, long input, long output) {
        Quantities counts = Quantities.of(Measure.REQUESTS, 1)
                .plus(Quantities.of(Measure.INPUT, input))
                .plus(Quantities.of(Measure.OUTPUT, output));
        return new TallyRow(new TallyKey(TallyKey.bucketOf(time.toEpochMilli()), cell()), counts);
    }

    private Cell cell() {
        return new Cell("123456789012", region, model,
                new Caller("assumed-role/" + role, List.of(team, deadline)), operation, Source.KAFKA, tier, "",
                ContextClass.of(promptTokens), "", outcome, caveats);
    }
}
