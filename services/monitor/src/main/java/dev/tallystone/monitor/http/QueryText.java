package dev.tallystone.monitor.http;

import dev.tallystone.board.ModelSearch;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.chargeback.Chargeback;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
