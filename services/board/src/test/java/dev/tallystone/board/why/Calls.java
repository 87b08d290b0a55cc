package dev.tallystone.board.why;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Calls of one model by one caller, changed where a test speaks of it. */
record Calls(String model, String caller, String team, Mode mode, Routing routing, String region, int context,
        Outcome outcome, Quantities counts) {

    static final int ABOVE_100K = 2;
    static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-11-17T00:00:00Z");
    static final Instant WEDNESDAY = Instant.parse("2026-11-18T00:00:00Z");

    /** Successful, standard, in one Region, with short prompts. */
    static Calls of(String model, long requests) {
        return new Calls(model, "app", "core", Mode.ON_DEMAND, Routing.IN_REGION, "us-west-2", 0, Outcome.OK,
                Quantities.of(Measure.REQUESTS, requests));
    }

    Calls with(Measure measure, long amount) {
        return counts(counts.plus(Quantities.of(measure, amount)));
    }

    Calls input(long tokens) {
        return with(Measure.INPUT, tokens);
    }

    Calls read(long tokens) {
        return with(Measure.CACHE_READ, tokens);
    }

    Calls write(long tokens) {
        return with(Measure.CACHE_WRITE, tokens);
    }

    Calls output(long tokens) {
        return with(Measure.OUTPUT, tokens);
    }

    Calls counts(Quantities all) {
        return new Calls(model, caller, team, mode, routing, region, context, outcome, all);
    }

    Calls by(String who, String whose) {
        return new Calls(model, who, whose, mode, routing, region, context, outcome, counts);
    }

    Calls by(String who) {
        return by(who, team);
    }

    Calls on(Mode how) {
        return new Calls(model, caller, team, how, routing, region, context, outcome, counts);
    }

    Calls through(Routing way, String where) {
        return new Calls(model, caller, team, mode, way, where, context, outcome, counts);
    }

    Calls context(int contextClass) {
        return new Calls(model, caller, team, mode, routing, region, contextClass, outcome, counts);
    }

    Calls ending(Outcome how) {
        return new Calls(model, caller, team, mode, routing, region, context, how, counts);
    }

    Usage usage() {
        String called = routing == Routing.GLOBAL ? "global." + model : model;
        var cell = new Cell("123456789012", region, called, new Caller(caller, List.of(team)), "Converse", Source.KAFKA,
                "", "", context, "", outcome, 0);
        return new Usage(cell, Optional.of(new PriceKey(model, region, routing, context, "")), mode, false);
    }

    Entry at(Prices prices) {
        return new Entry(usage(), counts, prices, caller, team);
    }

    static Period monday(Prices prices, Calls... calls) {
        return period(MONDAY, prices, List.of(calls), "0");
    }

    static Period tuesday(Prices prices, Calls... calls) {
        return period(TUESDAY, prices, List.of(calls), "0");
    }

    static Period period(Instant from, Prices prices, List<Calls> calls, String standing) {
        return new Period(from, from.plusSeconds(86_400), prices, calls.stream().map(each -> each.at(prices)).toList(),
                Usd.of(standing));
    }
}
