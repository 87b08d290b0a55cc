package dev.tallystone.tallystone.command;

import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.importing.BookComparison;
import dev.tallystone.pricing.importing.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a person accepts: kinds of finding, as far as they look right, and single rows by SKU, however they look. */
record Acceptance(List<String> kinds, List<String> skus) {

    static final Set<String> KINDS = Set.of("new", "changed", "unchanged");

    boolean isEmpty() {
        return kinds.isEmpty() && skus.isEmpty();
    }

    /** Named SKUs that no candidate has. */
    Set<String> unknown(BookComparison comparison) {
        var unknown = new TreeSet<>(skus);
        comparison.findings().forEach(finding -> finding.candidate().skus().forEach(unknown::remove));
        return unknown;
    }

    /** Named rows that cannot be written all the same. */
    List<Finding> impossible(BookComparison comparison) {
        return comparison.findings().stream().filter(finding -> isNamed(finding) && !finding.canBeWritten()).toList();
    }

    List<Finding> accepted(BookComparison comparison, PriceBook book) {
        return comparison.findings()
                .stream()
                .filter(finding -> isAccepted(finding)
                        || (kinds.contains("unchanged") && finding.confirms(book)))
                .toList();
    }

    private boolean isNamed(Finding finding) {
        return finding.candidate().skus().stream().anyMatch(skus::contains);
    }

    private boolean isAccepted(Finding finding) {
        boolean byKind = finding.doubts().isEmpty() && kinds.contains(finding.kind().name().toLowerCase(Locale.ROOT));
        return finding.canBeWritten() && (byKind || isNamed(finding));
    }
}
