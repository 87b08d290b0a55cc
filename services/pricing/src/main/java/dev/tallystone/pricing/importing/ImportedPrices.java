package dev.tallystone.pricing.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every row of some offer files became: {@code rows = candidates + merged + refused}.
 *
 * @param rows
 *            how many the files have
 * @param candidates
 *            one for each place, in the order of the files
 * @param merged
 *            rows that say what another says; their SKUs stand in its candidate
 * @param regions
 *            which Regions each offer spoke of, refused rows too where their Region was stated
 */
public record ImportedPrices(int rows, List<Candidate> candidates, int merged, List<Refusal> refused,
        List<Offer> offers, Map<String, Set<String>> regions) {

    public ImportedPrices {
        candidates = List.copyOf(candidates);
        refused = List.copyOf(refused);
        offers = List.copyOf(offers);
        regions = Map.copyOf(regions);
        if (rows != candidates.size() + merged + refused.size()) {
            throw new IllegalStateException("a row is not accounted for: %d rows, %d candidates, %d merged, %d refused"
                    .formatted(rows, candidates.size(), merged, refused.size()));
        }
    }

    /** How often each reason was given. */
    public Map<Refusal.Reason, Long> refusedByReason() {
        return refused.stream().collect(Collectors.groupingBy(Refusal::reason, Collectors.counting()));
    }

    /** Whether two rows price one thing differently. */
    public boolean hasConflicts() {
        return refused.stream().anyMatch(refusal -> refusal.reason() == Refusal.Reason.CONFLICT);
    }
}
