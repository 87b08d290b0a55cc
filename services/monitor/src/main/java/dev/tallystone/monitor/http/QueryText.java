package dev.tallystone.monitor.http;

import dev.tallystone.board.ModelSearch;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.chargeback.Chargeback;
import dev.tallystone.board.costs.CostExport;
import dev.tallystone.board.costs.Dimension;
import dev.tallystone.board.costs.Exporter;
import dev.tallystone.board.costs.Grain;
import dev.tallystone.board.costs.GroupedCosts;
import dev.tallystone.board.explain.Explainer;
import dev.tallystone.board.explain.Explanation;
import dev.tallystone.board.whatif.WhatIf;
import dev.tallystone.board.whatif.WhatIf.Replacement;
import dev.tallystone.board.why.Change;
import dev.tallystone.board.why.Periods;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.rule.Excess;
import io.vertx.core.MultiMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parameters of a question. A wrong one is refused with its name, its value and what would have been right. */
record QueryText(MultiMap parameters) {

    private static final long MAX_MINUTES = 1_440;
    private static final int MAX_DECIMALS = 15;
    private static final int MAX_DIGITS = 30;

    /** Refuses what is misspelt, or it would answer another question. */
    QueryText only(List<String> known) {
        parameters.names().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("there is no parameter '%s'; there are %s".formatted(name, known));
        });
        return this;
    }

    String required(String name, String meaning) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(
                "parameter %s must be set: %s".formatted(name, meaning)));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
    }

    /** The last so many; an hour, where nothing is said. */
    long minutes() {
        return between("minutes", 1, MAX_MINUTES, 60);
    }

    /** The last so many; as many as can be known, where nothing is said. */
    int hours(int most) {
        return Math.toIntExact(between("hours", 1, most, most));
    }

    private long between(String name, long least, long most, long otherwise) {
        long number = whole(name, otherwise);
        if (number < least || number > most) {
            throw new IllegalArgumentException("%s must lie between %d and %d, not %d".formatted(name, least, most,
                    number));
        }
        return number;
    }

    private long whole(String name, long otherwise) {
        try {
            return optional(name).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a whole number, not '%s'".formatted(name,
                    parameters.get(name)), e);
        }
    }

    /** False where nothing is said. */
    boolean isTrue(String name) {
        return switch (optional(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new IllegalArgumentException(
                    "%s must be true or false, not '%s'".formatted(name, other));
        };
    }

    private BigDecimal decimal(String name, BigDecimal otherwise) {
        try {
            return optional(name).map(text -> small(name, text)).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a decimal such as 0.25, not '%s'".formatted(name,
                    parameters.get(name)), e);
        }
    }

    /**
     * The exponent is judged before anything is computed with it, or written out: 1e-999999999 has a billion digits.
     */
    private static BigDecimal small(String name, String text) {
        var decimal = new BigDecimal(text);
        if (Math.abs((long) decimal.scale()) > MAX_DECIMALS || decimal.precision() > MAX_DIGITS) {
            throw new IllegalArgumentException("%s must have at most %d decimals and %d digits, not %s".formatted(name,
                    MAX_DECIMALS, MAX_DIGITS, text));
        }
        return decimal;
    }

    <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        return optional(name).map(text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s must be one of %s, not '%s'".formatted(name,
                        Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT), text))));
    }

    Explanation explanation(Past past) {
        String window = optional("window").orElse("today");
        UsedFilter filter = filter(past);
        String scope = "%s%s%s%s, %s".formatted(filter.model().orElse("all models"),
                filter.region().map(region -> " in " + region).orElse(""),
                filter.mode().map(bought -> " bought as " + bought.label()).orElse(""),
                filter.team().map(team -> " by team " + team).orElse(""), window);
        return Explainer.of(past, scope, Span.parse(window, past.asOf()), filter);
    }

    UsedFilter filter(Past past) {
        return new UsedFilter(optional("model").map(asked -> ModelSearch.findWithStanding(past, asked)),
                optional("region"),
                oneOf("mode", Mode.class), optional("team"));
    }

    Change change(Past past) {
        return Periods.between(past, optional("period"), optional("against"));
    }

    Chargeback chargeback(Past past) {
        Optional<String> window = optional("window");
        if (window.isPresent() && optional("hours").isPresent()) {
            throw new IllegalArgumentException("either window or hours, not both: window=%s, hours=%s"
                    .formatted(window.get(), parameters.get("hours")));
        }
        return window.map(text -> Chargeback.of(past, text, Span.parse(text, past.asOf())))
                .orElseGet(() -> Chargeback.ofLast(past, hours(Chargeback.MAX_HOURS)));
    }

    /** Rows, of which each is an hour or a day, or a part of one where a price changes. */
    CostExport export(Past past) {
        return switch (grain()) {
            case HOUR -> Exporter.hours(past, filter(past));
            case DAY -> days(past);
            case MONTH -> throw new IllegalArgumentException(
                    "grain must be day or hour for rows, since each has its own price; month goes with group");
        };
    }

    /** Whether costs are asked for by what they are of, and not as rows. */
    boolean isGrouped() {
        return optional("group").isPresent();
    }

    /** By hour, day or month, and by some of model, team, Region and option; all four where nothing is said. */
    GroupedCosts grouped(Past past) {
        Grain grain = grain();
        CostExport export = grain == Grain.HOUR ? Exporter.hoursAndMinutes(past, filter(past)) : days(past);
        return GroupedCosts.of(export, grain,
                optional("group").map(Dimension::parse).orElse(Set.copyOf(Dimension.ALL)));
    }

    private Grain grain() {
        return oneOf("grain", Grain.class).orElse(Grain.DAY);
    }

    private CostExport days(Past past) {
        return Exporter.days(past, days(past.asOf()), filter(past));
    }

    /** The days that are asked for; empty where it is hours. */
    Optional<Span.Days> daysIfAny(Instant asOf) {
        return grain() == Grain.HOUR ? Optional.empty() : Optional.of(days(asOf));
    }

    private Span.Days days(Instant asOf) {
        String window = optional("window").orElse("month");
        return switch (Span.parse(window, asOf)) {
            case Span.Days days -> days;
            case Span.Rolling _,Span.ToDate _ -> throw new IllegalArgumentException(
                    "window must be whole days for costs, such as month, yesterday or 2026-11-23, not '%s'"
                            .formatted(window));
        };
    }

    WhatIf whatIf(Past past) {
        String model = ModelSearch.find(past, required("model", "the model whose traffic is priced anew"));
        PricingOption option = optional("option").map(PricingOption::ofLabel).orElse(PricingOption.ON_DEMAND);
        return new WhatIf(model, optional("region"), minutes(), option, whole("units", 1), capacity(model),
                oneOf("excess", Excess.class), whole("input_tpm", 100_000),
                whole("output_tpm", 10_000), decimal("batch_share", BigDecimal.ZERO), replacement());
    }

    private Optional<UnitCapacity> capacity(String model) {
        refuseAlone("unit_output_tpm", "unit_input_tpm");
        return optional("unit_input_tpm").map(_ -> new UnitCapacity(model, whole("unit_input_tpm", 0),
                whole("unit_output_tpm", 0), "stated in the question"));
    }

    private Optional<Replacement> replacement() {
        refuseAlone("token_factor", "replacement");
        return optional("replacement").map(other -> new Replacement(other, decimal("token_factor", BigDecimal.ONE)));
    }

    /** Or it would be ignored, and the answer be one to another question. */
    private void refuseAlone(String name, String needed) {
        if (optional(name).isPresent() && optional(needed).isEmpty()) {
            throw new IllegalArgumentException("%s=%s means nothing without %s".formatted(name, parameters.get(name),
                    needed));
        }
    }
}
