package dev.tallystone.tallystone.command;

import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.importing.BookComparison;
import dev.tallystone.pricing.importing.Candidate;
import dev.tallystone.pricing.importing.Finding;
import dev.tallystone.pricing.importing.ImportedPrices;
import dev.tallystone.pricing.importing.Refusal;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what an import found: every row is counted, and what is not taken says why. */
final class ImportReport {

    private static final int FEW = 20;

    private final PrintWriter out;
    private final int atMost;

    ImportReport(PrintWriter out, boolean all) {
        this.out = out;
        this.atMost = all ? Integer.MAX_VALUE : FEW;
    }

    void print(ImportedPrices imported, BookComparison comparison) {
        imported.offers().forEach(out::println);
        out.printf("rows %d = candidates %d + merged %d + refused %d%n", imported.rows(), imported.candidates().size(),
                imported.merged(), imported.refused().size());
        List<Finding> findings = comparison.findings();
        printFindings("new", findings.stream().filter(of -> is(of, Finding.Kind.NEW)).toList());
        printFindings("changed", findings.stream().filter(of -> is(of, Finding.Kind.CHANGED)).toList());
        printFindings("implausible", findings.stream().filter(of -> !of.doubts().isEmpty()).toList());
        printFindings("cannot be written", findings.stream().filter(of -> !of.obstacle().isEmpty()).toList());
        long unchanged = findings.stream().filter(of -> of.kind() == Finding.Kind.UNCHANGED).count();
        out.printf("%nunchanged (%d)%n", unchanged);
        printVanished(comparison.vanished());
        printRefused(imported);
    }

    private static boolean is(Finding finding, Finding.Kind kind) {
        return finding.kind() == kind && finding.doubts().isEmpty() && finding.obstacle().isEmpty();
    }

    private void printFindings(String title, List<Finding> findings) {
        var table = new TextTable(title);
        for (Finding finding : findings) {
            Candidate candidate = finding.candidate();
            table.add(candidate.sku(), RowText.place(candidate.price()), RowText.price(candidate.price()),
                    "from " + RowText.moment(candidate.price().from()), remark(finding));
        }
        table.print(out, atMost);
    }

    private static String remark(Finding finding) {
        String change = finding.differsFrom()
                .map(before -> "was " + RowText.price(before) + change(finding))
                .orElse("");
        String why = String.join("; ", finding.doubts());
        String obstacle = finding.obstacle();
        return List.of(change, why, obstacle)
                .stream()
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private static String change(Finding finding) {
        return finding.percent().map(percent -> ", " + RowText.percent(percent)).orElse("")
                + finding.factor().map(factor -> ", x" + factor.toPlainString()).orElse("");
    }

    private void printVanished(List<PriceRow> vanished) {
        var table = new TextTable("vanished: in the book from this offer and Region, absent in the files");
        vanished.forEach(row -> table.add(RowText.place(row), RowText.price(row), row.source()));
        table.print(out, atMost);
    }

    private void printRefused(ImportedPrices imported) {
        var reasons = new TextTable("reasons of refusal");
        imported.refusedByReason()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(reason -> reasons.add(Long.toString(reason.getValue()), reason.getKey().label()));
        reasons.print(out, Integer.MAX_VALUE);
        printUnmapped(imported);
        var table = new TextTable("refused");
        imported.refused()
                .stream()
                .sorted(Comparator.comparing(Refusal::reason))
                .forEach(refusal -> table.add(refusal.sku(), refusal.usagetype(), refusal.why()));
        table.print(out, atMost);
    }

    /** The work list of whoever keeps the names: the ones with most rows first. */
    private void printUnmapped(ImportedPrices imported) {
        Map<String, Long> names = imported.refused()
                .stream()
                .filter(refusal -> refusal.reason() == Refusal.Reason.UNMAPPED_MODEL)
                .collect(Collectors.groupingBy(Refusal::why, TreeMap::new, Collectors.counting()));
        var table = new TextTable("unmapped models by rows");
        names.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(name -> table.add(Long.toString(name.getValue()), name.getKey()));
        table.print(out, atMost);
    }
}
