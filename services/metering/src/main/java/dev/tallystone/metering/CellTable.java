package dev.tallystone.metering;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.InvocationCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers the cells that one meter has seen, so that counting a call costs a look-up by its texts and no allocation.
 * Distinct texts are bounded for each column; those beyond count as {@link Cell#OTHER}, and {@link #folded()} says how
 * often.
 */
final class CellTable {

    private static final int MAX_ACCOUNTS = 1_000;
    private static final int MAX_REGIONS = 100;
    private static final int MAX_MODELS = 2_000;
    private static final int MAX_CALLERS = 10_000;
    private static final int MAX_NAMES = 500;
    private static final int MAX_PROBES = 64;

    private final List<Cell> cells = new ArrayList<>();
    private final Map<Cell, Integer> numbers = new HashMap<>();
    private final Map<String, Set<Object>> seen = new HashMap<>();
    /** Cell numbers by the hash of their texts as they came, open addressing; 0 is free. */
    private int[] slots = new int[1 << 12];
    private long folded;

    Cell cell(int number) {
        return cells.get(number);
    }

    int size() {
        return cells.size();
    }

    /** How many texts were lost to a bound so far. */
    long folded() {
        return folded;
    }

    /** Forgets all cells and texts. Numbers handed out before mean nothing afterwards. */
    void clear() {
        cells.clear();
        numbers.clear();
        seen.clear();
        Arrays.fill(slots, 0);
    }

    int numberOf(InvocationCursor call, Source source) {
        int context = ContextClass.of(call.promptTokens());
        int mask = slots.length - 1;
        int slot = hash(call, context) & mask;
        for (int probes = 0; slots[slot] != 0 && probes < MAX_PROBES; probes++, slot = (slot + 1) & mask) {
            int number = slots[slot] - 1;
            if (matches(cells.get(number), call, source, context)) {
                return number;
            }
        }
        return newNumber(call, source, context, slot);
    }

    private static int hash(InvocationCursor call, int context) {
        int hash = call.model().hashCode();
        hash = 31 * hash + call.caller().principal().hashCode();
        hash = 31 * hash + call.caller().metadata(0).hashCode();
        hash = 31 * hash + call.region().hashCode();
        hash = 31 * hash + call.account().hashCode();
        hash = 31 * hash + call.operation().hashCode();
        hash = 31 * hash + call.variant().hashCode();
        hash = 31 * hash + context;
        hash = 31 * hash + call.outcome().ordinal();
        hash = 31 * hash + call.caveats();
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private static boolean matches(Cell cell, InvocationCursor call, Source source, int context) {
        return cell.context() == context && cell.outcome() == call.outcome() && cell.caveats() == call.caveats()
                && cell.source() == source && cell.model().equals(call.model())
                && cell.caller().equals(call.caller())
                && cell.region().equals(call.region()) && cell.account().equals(call.account())
                && cell.operation().equals(call.operation()) && cell.variant().equals(call.variant())
                && cell.tier().equals(call.tier()) && cell.performance().equals(call.performance());
    }

    private int newNumber(InvocationCursor call, Source source, int context, int freeSlot) {
        long foldedBefore = folded;
        Cell cell = new Cell(bounded("account", call.account(), MAX_ACCOUNTS),
                bounded("region", call.region(), MAX_REGIONS), bounded("model", call.model(), MAX_MODELS),
                boundedCaller(call.caller()), bounded("operation", call.operation(), MAX_NAMES), source,
                bounded("tier", call.tier(), MAX_NAMES), bounded("performance", call.performance(), MAX_NAMES), context,
                bounded("variant", call.variant(), MAX_NAMES), call.outcome(), call.caveats());
        int number = numbers.computeIfAbsent(cell, _ -> cells.size());
        if (number == cells.size()) {
            cells.add(cell);
        }
        if (folded == foldedBefore && slots[freeSlot] == 0) {
            slots[freeSlot] = number + 1;
        }
        if (cells.size() * 2 > slots.length) {
            slots = new int[slots.length * 4]; // refills as the next call of each cell comes
        }
        return number;
    }

    private String bounded(String column, String text, int max) {
        return isKept(column, text, max) ? text : Cell.OTHER;
    }

    private Caller boundedCaller(Caller caller) {
        return isKept("caller", caller, MAX_CALLERS) ? caller : Caller.OTHER;
    }

    private boolean isKept(String column, Object value, int max) {
        Set<Object> kept = seen.computeIfAbsent(column, _ -> new HashSet<>());
        boolean known = kept.contains(value) || (kept.size() < max && kept.add(value));
        folded += known ? 0 : 1;
        return known;
    }
}
