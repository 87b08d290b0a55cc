package dev.tallystone.board;

import dev.tallystone.recommendation.MinuteDemand;
import dev.tallystone.recommendation.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The full minutes of every subject, laid out and priced once: each time only those that are new, and those that a late
 * event has touched. The result is the same as of laying out all, which takes seconds with thousands of cells. One
 * thread.
 */
final class DemandMinutes {

    /** Lays out the minutes {@code [from, to)} of one cell: adds them to those of its subject. */
    interface Layout {
        void add(CellState cell, long from, long to, Map<Long, MinuteDemand> minutes);
    }

    private final Layout layout;
    private final Map<Subject, NavigableMap<Long, MinuteDemand>> bySubject = new HashMap<>();
    private final NavigableSet<Long> touched = new TreeSet<>();
    private long start;
    private long end;

    DemandMinutes(Layout layout) {
        this.layout = layout;
    }

    /** An event of this minute was counted. */
    void touch(long minute) {
        if (minute >= start && minute < end) {
            touched.add(minute);
        }
    }

    /** Forgets all: what cells are called, or who they are, has changed. */
    void clear() {
        bySubject.clear();
        touched.clear();
        start = 0;
        end = 0;
    }

    /** Moves on to the minutes {@code [newStart, newEnd)} of these cells. */
    void moveTo(long newStart, long newEnd, Map<Subject, List<CellState>> cells) {
        if (newStart < start) {
            clear();
        }
        bySubject.values().forEach(minutes -> minutes.headMap(newStart).clear());
        touched.tailSet(newStart).forEach(minute -> layOut(minute, minute + 1, cells));
        touched.clear();
        layOut(Math.max(newStart, end), newEnd, cells);
        start = newStart;
        end = Math.max(newStart, newEnd);
    }

    private void layOut(long from, long to, Map<Subject, List<CellState>> cells) {
        if (from >= to) {
            return;
        }
        cells.forEach((subject, own) -> {
            NavigableMap<Long, MinuteDemand> minutes = bySubject.computeIfAbsent(subject, _ -> new TreeMap<>());
            minutes.subMap(from, to).clear();
            own.forEach(cell -> layout.add(cell, from, to, minutes));
        });
    }

    /** Those with traffic, in order. */
    List<MinuteDemand> of(Subject subject) {
        NavigableMap<Long, MinuteDemand> minutes = bySubject.get(subject);
        return minutes == null ? List.of() : List.copyOf(minutes.values());
    }
}
