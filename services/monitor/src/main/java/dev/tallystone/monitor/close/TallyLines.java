package dev.tallystone.monitor.close;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tallies as lines of JSON, one a cell, for people and for stating a month again. */
final class TallyLines {

    /**
     * A cell and its sums.
     *
     * @param sums
     *            by their begin, then by the labels of measures
     */
    private record Line(String account, String region, String model, String principal, List<String> metadata,
            String operation, String source, String tier, String performance, int context, String variant,
            Outcome outcome, int caveats, Map<Instant, Map<String, Long>> sums) {

        static Line of(Cell cell, Map<Instant, Quantities> byBegin) {
            var sums = new TreeMap<Instant, Map<String, Long>>();
            byBegin.forEach((begin, quantities) -> sums.put(begin, byLabel(quantities)));
            return new Line(cell.account(), cell.region(), cell.model(), cell.caller().principal(),
                    cell.caller().metadata(), cell.operation(), cell.source().label(), cell.tier(), cell.performance(),
                    cell.context(), cell.variant(), cell.outcome(), cell.caveats(), sums);
        }

        List<TallyRow> rows() {
            var cell = new Cell(account, region, model, new Caller(principal, metadata), operation,
                    Source.ofLabel(source), tier, performance, context, variant, outcome, caveats);
            return sums.entrySet()
                    .stream()
                    .map(sum -> new TallyRow(new TallyKey(TallyKey.bucketOf(sum.getKey().toEpochMilli()), cell),
                            quantities(sum.getValue())))
                    .toList();
        }
    }

    private TallyLines() {}

    static void write(List<TallyRow> rows, OutputStream out) throws IOException {
        var byCell = new LinkedHashMap<Cell, Map<Instant, Quantities>>();
        rows.forEach(row -> byCell.computeIfAbsent(row.key().cell(), _ -> new TreeMap<>())
                .merge(Instant.ofEpochMilli(row.key().bucket() * TallyKey.BUCKET_MS), row.quantities(),
                        Quantities::plus));
        try (SequenceWriter lines = MonthJson.MAPPER.writerFor(Line.class)
                .withRootValueSeparator("\n")
                .writeValues(out)) {
            for (var cell : byCell.entrySet()) {
                lines.write(Line.of(cell.getKey(), cell.getValue()));
            }
        }
    }

    static List<TallyRow> read(InputStream in) throws IOException {
        var rows = new ArrayList<TallyRow>();
        int read = 0;
        try (MappingIterator<Line> lines = MonthJson.MAPPER.readerFor(Line.class).readValues(in)) {
            while (lines.hasNextValue()) {
                read++;
                rows.addAll(lines.nextValue().rows());
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("line %d: %s".formatted(read, e.getMessage()), e);
        }
        return rows;
    }

    /** Metadata stand by their place among the configured keys; those of keys that are gone are gone. */
    static TallyRow rearranged(TallyRow row, List<String> then, List<String> now) {
        Cell cell = row.key().cell();
        List<String> metadata = now.stream()
                .map(key -> then.contains(key) ? cell.caller().metadata(then.indexOf(key)) : "")
                .toList();
        var moved = new Cell(cell.account(), cell.region(), cell.model(),
                new Caller(cell.caller().principal(), metadata), cell.operation(), cell.source(), cell.tier(),
                cell.performance(), cell.context(), cell.variant(), cell.outcome(), cell.caveats());
        return new TallyRow(new TallyKey(row.key().bucket(), moved), row.quantities());
    }

    private static Map<String, Long> byLabel(Quantities quantities) {
        var byLabel = new TreeMap<String, Long>();
        Measure.ALL.stream()
                .filter(measure -> quantities.get(measure) != 0)
                .forEach(measure -> byLabel.put(measure.label(), quantities.get(measure)));
        return byLabel;
    }

    private static Quantities quantities(Map<String, Long> byLabel) {
        long[] sums = new long[Measure.ALL.size()];
        var left = new TreeMap<>(byLabel);
        Measure.ALL.forEach(measure -> {
            Long amount = left.remove(measure.label());
            sums[measure.ordinal()] = amount == null ? 0 : amount;
        });
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("there are no measures " + left.keySet());
        }
        return Quantities.of(sums, 0);
    }
}
