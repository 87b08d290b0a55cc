package dev.tallystone.pricing.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads offer files one after the other, and accounts for each of their rows. One thread. */
public final class PriceImport {

    private final CandidateReader reader;
    private final Map<List<Object>, Candidate> candidates = new LinkedHashMap<>();
    private final Map<List<Object>, Candidate> contested = new HashMap<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Set<Offer> offers = new LinkedHashSet<>();
    private final Map<String, Set<String>> regions = new HashMap<>();
    private int rows;
    private int merged;

    public PriceImport(NameTable names) {
        this.reader = new CandidateReader(names);
    }

    /**
     * Reads one more file.
     *
     * @throws IllegalArgumentException
     *             when it is no whole offer file; the import must then be given up
     */
    public void read(InputStream file) throws IOException {
        OfferReader.read(file, this::accept);
    }

    /** What came of all rows read so far. */
    public ImportedPrices result() {
        return new ImportedPrices(rows, List.copyOf(candidates.values()), merged, refused, List.copyOf(offers),
                regions);
    }

    private void accept(OfferRow row) {
        rows++;
        offers.add(row.offer());
        if (!row.product().regionCode().isEmpty()) {
            noteRegion(row.offer(), row.product().regionCode());
        }
        try {
            add(reader.read(row));
        } catch (RefusedException e) {
            refused.add(e.of(row));
        }
    }

    private void noteRegion(Offer offer, String region) {
        regions.computeIfAbsent(offer.code(), _ -> new TreeSet<>()).add(region);
    }

    private void add(Candidate candidate) {
        List<Object> place = candidate.price().place();
        candidate.price().region().ifPresent(region -> noteRegion(candidate.offer(), region));
        Candidate rival = contested.get(place);
        Candidate same = candidates.get(place);
        if (rival != null) {
            refused.add(conflict(candidate, rival));
        } else if (same == null) {
            candidates.put(place, candidate);
        } else if (same.sameAmountAs(candidate)) {
            candidates.put(place, same.with(candidate));
            merged++;
        } else {
            contest(place, same, candidate);
        }
    }

    /** Nobody knows which of the two is right, so neither is taken, nor what was merged with the first. */
    private void contest(List<Object> place, Candidate first, Candidate second) {
        candidates.remove(place);
        contested.put(place, first);
        merged -= first.skus().size() - 1;
        for (String sku : first.skus()) {
            refused.add(conflict(new Candidate(first.price(), first.offer(), first.usagetype(), List.of(sku)), second));
        }
        refused.add(conflict(second, first));
    }

    private static Refusal conflict(Candidate candidate, Candidate rival) {
        return new Refusal(candidate.sku(), candidate.usagetype(), Refusal.Reason.CONFLICT,
                "%s per %s, but %s (%s) says %s of the same".formatted(candidate.price().usd(),
                        candidate.price().perUnit(), rival.sku(), rival.usagetype(), rival.price().usd()));
    }
}
