package dev.tallystone.board.unitcosts;

import dev.tallystone.board.KnownTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a window can be divided: where there are values, and it is known what was used. Nothing is extrapolated.
 *
 * @param runs
 *            stretches without a gap
 * @param value
 *            of all runs together
 * @param whole
 *            whether the one run is the window
 * @param leftOut
 *            why other values of the window are not in it, for people
 */
public record Coverage(List<Stretch> runs, BigDecimal value, boolean whole, List<String> leftOut) {

    public Coverage {
        runs = List.copyOf(runs);
        leftOut = List.copyOf(leftOut);
    }

    /** Of values that do not meet, the oldest first. */
    static Coverage of(List<DenominatorValue> values, Stretch window, KnownTime known) {
        List<DenominatorValue> inside = values.stream().filter(value -> window.holds(value.stretch())).toList();
        long over = values.stream().filter(value -> window.meets(value.stretch())).count() - inside.size();
        var runs = new ArrayList<Stretch>();
        BigDecimal sum = BigDecimal.ZERO;
        int used = 0;
        for (List<DenominatorValue> run : runs(inside)) {
            List<DenominatorValue> told = told(run, known);
            if (!told.isEmpty()) {
                runs.add(whole(told));
                sum = told.stream().map(DenominatorValue::value).reduce(sum, BigDecimal::add);
                used += told.size();
            }
        }
        return new Coverage(runs, sum, runs.equals(List.of(window)), leftOut(over, inside.size() - used, known));
    }

    private static List<String> leftOut(long over, long untold, KnownTime known) {
        var why = new ArrayList<String>();
        if (over > 0) {
            why.add("values that reach over an edge of the window: " + over);
        }
        if (untold > 0) {
            why.add(("values of times whose cost is not known: %d. It is known from %s until %s: by the minute since "
                    + "%s, before that by whole UTC days").formatted(untold, known.since(), known.until(),
                            known.minutesSince()));
        }
        return why;
    }

    private static List<List<DenominatorValue>> runs(List<DenominatorValue> values) {
        var runs = new ArrayList<List<DenominatorValue>>();
        for (DenominatorValue value : values) {
            if (runs.isEmpty() || !runs.getLast().getLast().stretch().until().equals(value.stretch().from())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(value);
        }
        return runs;
    }

    /** The longest part of a run of which is known what was used. */
    private static List<DenominatorValue> told(List<DenominatorValue> run, KnownTime known) {
        int begin = 0;
        while (begin < run.size() && !known.isBegin(run.get(begin).stretch().from())) {
            begin++;
        }
        int end = run.size();
        while (end > begin && !known.isEnd(run.get(begin).stretch().from(), run.get(end - 1).stretch().until())) {
            end--;
        }
        return run.subList(begin, end);
    }

    private static Stretch whole(List<DenominatorValue> run) {
        return new Stretch(run.getFirst().stretch().from(), run.getLast().stretch().until());
    }
}
