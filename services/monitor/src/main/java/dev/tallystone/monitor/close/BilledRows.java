package dev.tallystone.monitor.close;

import dev.tallystone.board.Span;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.costs.CostExport;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.monitor.close.Correction.Now;
import dev.tallystone.pricing.focus.FocusColumn;
import dev.tallystone.pricing.focus.FocusRow;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of some days, as they are billed: as they were signed where their month is closed, and a whole month with
 * the corrections of earlier ones that are billed in it.
 */
public record BilledRows(ClosedMonths closed, List<TallyRow> late) {

    /** Reads files, so not on a thread that must not wait. */
    public List<FocusRow> of(Span.Days days, UsedFilter filter, CostExport costs, Now now) {
        YearMonth month = YearMonth.from(days.from());
        if (!days.equals(new Span.Days(month.atDay(1), month.plusMonths(1).atDay(1)))) {
            return Correction.rows(costs, now.payer());
        }
        Optional<ClosedMonth> signed = closed.find(month);
        List<FocusRow> charges = signed.filter(_ -> filter.equals(UsedFilter.ALL))
                .map(ClosedMonth::charges)
                .orElseGet(() -> Correction.rows(costs, now.payer()));
        return Stream.concat(charges.stream(), corrections(month, signed, now).filter(row -> accepts(filter, row)))
                .toList();
    }

    private Stream<FocusRow> corrections(YearMonth month, Optional<ClosedMonth> signed, Now now) {
        if (signed.isPresent()) {
            return signed.get().corrections().stream();
        }
        return closed.nextBilled()
                .filter(month::equals)
                .stream()
                .flatMap(next -> closed.corrections(next, late, now).stream())
                .flatMap(correction -> correction.rows().stream());
    }

    private static boolean accepts(UsedFilter filter, FocusRow row) {
        return filter.model().map(model -> text(row, FocusColumn.SKU_ID).startsWith(model + "/")).orElse(true)
                && filter.region().map(text(row, FocusColumn.REGION_ID)::equals).orElse(true)
                && filter.mode()
                        .map(mode -> text(row, FocusColumn.X_PRICING_OPTION).startsWith(mode.label()))
                        .orElse(true)
                && filter.team().map(team -> row.tag("team").equals(team)).orElse(true);
    }

    private static String text(FocusRow row, FocusColumn column) {
        return row.value(column).map(Object::toString).orElse("");
    }
}
