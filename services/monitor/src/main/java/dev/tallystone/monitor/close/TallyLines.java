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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tallies as lines of JSON, one a row, for people and for stating a month again. */
final class TallyLines {

    private record Line(Instant from, String account, String region, String model, String principal,
            List<String> metadata, String operation, String source, String tier, String performance, int context,
            String variant, Outcome outcome, int caveats, Map<String, Long> quantities) {

        static Line of(TallyRow row) {
            Cell cell = row.key().cell();
            return new Line(Instant.ofEpochMilli(row.key().bucket() * TallyKey.BUCKET_MS), cell.account(),
                    cell.region(), cell.model(), cell.caller().principal(), cell.caller().metadata(),
                    cell.operation(), cell.source().label(), cell.tier(), cell.performance(), cell.context(),
                    cell.variant(), cell.outcome(), cell.caveats(), byLabel(row.quantities()));
        }

        private static Map<String, Long> byLabel(Quantities quantities) {
            var byLabel = new TreeMap<String, Long>();
            Measure.ALL.stream()
                    .filter(measure -> quantities.get(measure) != 0)
                    .forEach(measure -> byLabel.put(measure.label(), quantities.get(measure)));
            return byLabel;
        }

        TallyRow row() {
            var cell = new Cell(account, region, model, new Caller(principal, metadata), operation,
                    Source.ofLabel(source), tier, performance, context, variant, outcome, caveats);
            return new TallyRow(new TallyKey(TallyKey.bucketOf(from.toEpochMilli()), cell), sums());
        }

        private Quantities sums() {
            long[] sums = new long[Measure.ALL.size()];
            var left = new TreeMap<>(quantities);
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

    private TallyLines() {}

    static void write(List<TallyRow> rows, OutputStream out) throws IOException {
        try (SequenceWriter lines = MonthJson.MAPPER.writerFor(Line.class)
                .withRootValueSeparator("\n")
                .writeValues(out)) {
            for (TallyRow row : rows) {
                lines.write(Line.of(row));
            }
        }
    }

    static List<TallyRow> read(InputStream in) throws IOException {
        var rows = new ArrayList<TallyRow>();
        try (MappingIterator<Line> lines = MonthJson.MAPPER.readerFor(Line.class).readValues(in)) {
            while (lines.hasNextValue()) {
                rows.add(lines.nextValue().row());
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("line %d: %s".formatted(rows.size() + 1, e.getMessage()), e);
        }
        return rows;
    }
}
