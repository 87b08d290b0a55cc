package dev.tallystone.monitor.http;

import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.costs.CostExport;
import dev.tallystone.board.costs.Dimension;
import dev.tallystone.board.costs.Exporter;
import dev.tallystone.board.costs.Grain;
import dev.tallystone.board.costs.GroupedCosts;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which costs are asked for: rows or groups, of which days. */
record CostQuestion(QueryText text) {

    UsedFilter filter(Past past) {
        return text.filter(past);
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
        return text.optional("group").isPresent();
    }

    /** By hour, day or month, and by some of model, team, Region and option; all four where nothing is said. */
    GroupedCosts grouped(Past past) {
        Grain grain = grain();
        CostExport export = grain == Grain.HOUR ? Exporter.hoursAndMinutes(past, filter(past)) : days(past);
        return GroupedCosts.of(export, grain,
                text.optional("group").map(Dimension::parse).orElse(Set.copyOf(Dimension.ALL)));
    }

    private Grain grain() {
        Grain grain = text.oneOf("grain", Grain.class).orElse(Grain.DAY);
        if (grain == Grain.HOUR && text.optional("window").isPresent()) {
            throw new IllegalArgumentException(
                    "window goes with grain=day or month; grain=hour is the last day, not '%s'"
                            .formatted(text.optional("window").get()));
        }
        return grain;
    }

    private CostExport days(Past past) {
        return Exporter.days(past, days(past.asOf()), filter(past));
    }

    /** The days that are asked for; empty where it is hours. */
    Optional<Span.Days> daysIfAny(Instant asOf) {
        return grain() == Grain.HOUR ? Optional.empty() : Optional.of(days(asOf));
    }

    private Span.Days days(Instant asOf) {
        String window = text.optional("window").orElse("month");
        return switch (Span.parse(window, asOf)) {
            case Span.Days days -> days;
            case Span.Rolling _,Span.ToDate _ -> throw new IllegalArgumentException(
                    "window must be whole days for costs, such as month, yesterday or 2026-11-23, not '%s'"
                            .formatted(window));
        };
    }
}
