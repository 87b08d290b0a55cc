package dev.tallystone.monitor.close;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.tallystone.board.chargeback.Chargeback;
import dev.tallystone.board.close.Statement;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.book.PriceBookWriter;
import dev.tallystone.pricing.focus.FocusCsv;
import dev.tallystone.pricing.focus.FocusJson;
import dev.tallystone.pricing.focus.FocusRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes a closed month: all of its folder, or nothing. */
final class MonthWriter {

    private interface Writing {

        void to(OutputStream out) throws IOException;
    }

    private static final ObjectWriter PRETTY = MonthJson.MAPPER.writerWithDefaultPrettyPrinter();

    private final Path folder;
    private final Path half;
    private final Manifest manifest;

    MonthWriter(Path base, Manifest manifest) {
        this.manifest = manifest;
        this.folder = base.resolve(manifest.month().toString());
        this.half = base.resolve(manifest.month() + ".half");
    }

    ClosedMonth write(Statement statement, Correction.Now now, List<FocusRow> charges, List<FocusRow> corrections,
            List<TallyRow> late, Chargeback allocation) throws IOException {
        clear();
        Files.createDirectories(half);
        file(ClosedMonth.MANIFEST, out -> out.write(PRETTY.writeValueAsBytes(manifest)));
        file(ClosedMonth.TALLIES, out -> TallyLines.write(statement.tallies(), out));
        file(ClosedMonth.BOOK, out -> out.write(PriceBookWriter.write(now.book())));
        file(ClosedMonth.TERMS, out -> out.write(Terms.of(now.settings()).bytes()));
        file(ClosedMonth.CHARGES, out -> FocusJson.writeRows(charges, out));
        file(ClosedMonth.CORRECTIONS, out -> FocusJson.writeRows(corrections, out));
        file(ClosedMonth.LATE, out -> TallyLines.write(late, out));
        file(ClosedMonth.ALLOCATION, out -> out.write(PRETTY.writeValueAsBytes(allocation)));
        file(ClosedMonth.UNPRICED, out -> FocusCsv.writeUnpriced(statement.costs().unpriced(), out));
        String digest = Sums.write(half, ClosedMonth.FILES);
        force(half.resolve(Sums.NAME));
        forceFolder(half);
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(folder.resolveSibling("."));
        return new ClosedMonth(folder, manifest, digest);
    }

    /** What a closing left behind that never came to its end. */
    private void clear() throws IOException {
        for (String file : ClosedMonth.FILES) {
            Files.deleteIfExists(half.resolve(file));
        }
        Files.deleteIfExists(half.resolve(Sums.NAME));
        Files.deleteIfExists(half);
    }

    private void file(String name, Writing content) throws IOException {
        Path file = half.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.to(out);
        }
        force(file);
    }

    private static void forceFolder(Path folder) throws IOException {
        try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static void force(Path file) throws IOException {
        try (var written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }
}
