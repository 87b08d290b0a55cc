package dev.tallystone.monitor.close;

import dev.tallystone.board.Past;
import dev.tallystone.board.Trust;
import dev.tallystone.board.chargeback.Chargeback;
import dev.tallystone.board.close.Readiness;
import dev.tallystone.board.close.Statement;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.monitor.close.Correction.Now;
import dev.tallystone.monitor.close.Manifest.Totals;
import dev.tallystone.pricing.focus.FocusRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every month that was closed, oldest first. One thread closes; the list may be read from any. Corrections are known of
 * the last {@value #CORRECTED}; what is older stays in its folder, as it was signed.
 */
public final class ClosedMonths {

    /** So many months are corrected. */
    public static final int CORRECTED = 13;

    /**
     * A wish to close.
     *
     * @param acceptIncomplete
     *            whether it is signed all the same if it lacks something
     */
    public record Request(YearMonth month, boolean acceptIncomplete) {}

    /**
     * What a month is closed with.
     *
     * @param heldRows
     *            price rows that may change it
     */
    public record Means(Past past, Trust trust, String ledger, int heldRows, LateTallies late, Instant now) {}

    private final CloseSettings settings;
    private volatile List<ClosedMonth> months;

    private ClosedMonths(CloseSettings settings, List<ClosedMonth> months) {
        this.settings = settings;
        this.months = months;
    }

    /**
     * Reads the top of each.
     *
     * @throws UncheckedIOException
     *             when the folder or one of them cannot be read: to go on without it would change what was signed
     */
    public static ClosedMonths open(CloseSettings settings) {
        return new ClosedMonths(settings, settings.folder().map(ClosedMonths::read).orElse(List.of()));
    }

    private static List<ClosedMonth> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UncheckedIOException(new IOException(
                    "%s is no directory; make it (mkdir), or mount what it should be".formatted(folder)));
        }
        var months = new ArrayList<ClosedMonth>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(path -> path.getFileName().toString().matches("\\d{4}-\\d{2}")).toList()) {
                months.add(ClosedMonth.read(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closed months in %s: %s".formatted(folder, e.getMessage()), e);
        }
        months.sort(Comparator.comparing(ClosedMonth::month));
        return List.copyOf(months);
    }

    /** All of them, oldest first. */
    public List<ClosedMonth> months() {
        return months;
    }

    /** A month, if it was closed. */
    public Optional<ClosedMonth> find(YearMonth month) {
        return months.stream().filter(closed -> closed.month().equals(month)).findFirst();
    }

    /** The first month behind those that are closed. */
    public Optional<YearMonth> nextBilled() {
        return months.isEmpty() ? Optional.empty() : Optional.of(months.getLast().month().plusMonths(1));
    }

    /** Where they are kept, and who is billed. */
    public CloseSettings settings() {
        return settings;
    }

    /** What those closed before a month should have said, to be billed in it. Reads their files. */
    public List<Correction> corrections(YearMonth billedIn, List<TallyRow> late, Now now) {
        List<ClosedMonth> before = months.stream().filter(closed -> closed.month().isBefore(billedIn)).toList();
        return before.stream()
                .skip(Math.max(0, before.size() - CORRECTED))
                .map(closed -> Correction.of(closed, after(closed, before), late, billedIn, now))
                .toList();
    }

    private static List<ClosedMonth> after(ClosedMonth closed, List<ClosedMonth> months) {
        return months.stream().filter(other -> other.month().isAfter(closed.month())).toList();
    }

    /**
     * Closes a month for good.
     *
     * @throws IllegalArgumentException
     *             when it cannot be closed, saying why
     * @throws UncheckedIOException
     *             when it cannot be kept; then it is still open
     */
    public ClosedMonth close(Request request, Means means) {
        YearMonth month = request.month;
        Path folder = settings.folder()
                .orElseThrow(() -> new IllegalArgumentException(
                        "set close.folder: closed months must be kept somewhere"));
        requireUnchanged(folder);
        requireNext(month);
        Readiness.requireEnded(month, means.past);
        Statement statement = Statement.of(month, means.past);
        var now = new Now(means.past.settings(), means.past.pricer().book(), settings.payer());
        List<Correction> corrections = corrections(month, means.late.snapshot(), now);
        List<String> lacks = lacks(statement, corrections, means);
        if (!lacks.isEmpty() && !request.acceptIncomplete) {
            throw new IllegalArgumentException("%s is incomplete: %s. Accept that, and it stands in its statement."
                    .formatted(month, String.join("; ", lacks)));
        }
        ClosedMonth closed = write(folder, statement, corrections, lacks, now, means);
        months = Stream.concat(months.stream(), Stream.of(closed)).toList();
        return closed;
    }

    /** Or another monitor's closing would be forgotten, or a changed file be signed for. */
    private void requireUnchanged(Path folder) {
        if (!read(folder).equals(months)) {
            throw new IllegalArgumentException(
                    "%s is not as it was when this monitor began: another one closed a month; "
                            .formatted(folder) + "restart this one");
        }
        months.stream().skip(Math.max(0, months.size() - CORRECTED)).forEach(closed -> {
            List<String> changed = closed.changedFiles();
            if (!changed.isEmpty()) {
                throw new IllegalArgumentException("%s: %s are not what was signed, so nothing can be corrected by them"
                        .formatted(closed.folder(), changed));
            }
        });
    }

    private void requireNext(YearMonth month) {
        if (find(month).isPresent()) {
            throw new IllegalArgumentException(month + " is closed already; what comes later is a correction");
        }
        months.stream().filter(closed -> closed.month().isAfter(month)).findFirst().ifPresent(later -> {
            throw new IllegalArgumentException("%s cannot be closed after %s".formatted(month, later.month()));
        });
    }

    private List<String> lacks(Statement statement, List<Correction> corrections, Means means) {
        var lacks = new ArrayList<>(Readiness.lacks(statement.month(), means.past, means.trust, statement.costs(),
                means.heldRows));
        if (!months.isEmpty()) {
            means.late.lost().ifPresent(lacks::add);
        }
        corrections.stream()
                .filter(correction -> !correction.withheld().isEmpty())
                .forEach(correction -> lacks.add("no correction of %s: %s".formatted(correction.month(),
                        correction.withheld())));
        return lacks;
    }

    private ClosedMonth write(Path folder, Statement statement, List<Correction> corrected, List<String> lacks,
            Now now, Means means) {
        List<FocusRow> charges = Correction.rows(statement.costs(), settings.payer());
        List<FocusRow> corrections = corrected.stream()
                .flatMap(correction -> correction.rows().stream())
                .toList();
        var manifest = new Manifest(statement.month(), means.now.truncatedTo(ChronoUnit.SECONDS), means.past.asOf(),
                means.past.since(), means.ledger,
                means.trust.offsets(), now.book().digest(), Terms.of(now.settings()).digest(),
                Totals.of(Correction.sum(charges.stream())), Totals.of(Correction.sum(corrections.stream())),
                statement.costs().coverage(), lacks);
        try {
            return new MonthWriter(folder, manifest).write(statement, now, charges, corrections, means.late.snapshot(),
                    Chargeback.of(means.past, statement.month().toString(), Statement.days(statement.month())));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be kept in %s: %s".formatted(statement.month(), folder,
                    e.getMessage()), e);
        }
    }
}
