package dev.tallystone.recommendation.provisioned;

import dev.tallystone.pricing.rule.Excess;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people are told of the units that a custom model needs and of those that are owned. */
record CustomModelWords(Sized sized, OwnedUnits owned) {

    private static final long MINUTES_PER_HOUR = 60;
    private static final String UNTOLD = "the log tells no tokens of a throttled call, so that the need may be larger";

    /** In one sentence. */
    String because() {
        long units = sized.units();
        return "a custom model has no on-demand price: this one needs %d model unit%s for every full minute%s"
                .formatted(units, units == 1 ? "" : "s", against(units, owned.units()));
    }

    private String against(long needed, long has) {
        if (needed == has) {
            return ", which is what is owned";
        }
        return has == 0
                ? ", and none is stated under commitments"
                : " where %d %s owned, %s".formatted(has, has == 1 ? "is" : "are",
                        needed > has ? served(has) : returnable(needed, has));
    }

    private String served(long has) {
        BigDecimal percent = BigDecimal.ONE.subtract(sized.spillShare(has)).movePointRight(2);
        return "enough for %s %% of its tokens".formatted(percent.setScale(1, RoundingMode.FLOOR));
    }

    private String returnable(long needed, long has) {
        long free = has - Math.max(needed, owned.bound().units());
        return "of which %s can be given back".formatted(free == 0 ? "none" : free);
    }

    /** The contracts, and what a unit costs beside them if any is bought. */
    List<String> prices(TermPrice price) {
        var prices = new ArrayList<>(owned.prices());
        if (sized.units() != owned.units()) {
            prices.add(price.source());
        }
        return prices;
    }

    /** What becomes of calls above the units, as the contracts say it. */
    private String excess() {
        Optional<Excess> stated = owned.excess();
        return stated.map(excess -> switch (excess) {
            case SPILL ->
                "callers go on by on-demand above the units (excess: spill): %s paid there, as the model that "
                        .formatted(above()) + "is then called, and in no figure here";
            case THROTTLE -> "callers are refused above the units (excess: throttle): %s unserved, which is no saving; "
                    .formatted(above()) + UNTOLD;
        }).orElse("what exceeds the units is throttled, and " + UNTOLD);
    }

    private String above() {
        long tokens = sized.spilledTokens(owned.units());
        return "%,d token%s of the window above them %s".formatted(tokens, tokens == 1 ? "" : "s",
                tokens == 1 ? "is" : "are");
    }

    List<String> assumptions() {
        var assumptions = new ArrayList<String>();
        assumptions.add(sized.assumedCapacity());
        assumptions.add(excess());
        assumptions.add("the model is custom because its alias says so; some can be deployed on demand instead");
        if (owned.units() == 0) {
            assumptions.add("its calls were answered, so units are owned: state them under commitments");
        }
        if (sized.units() < owned.units()) {
            assumptions.addAll(owned.bindings());
        }
        long minutes = sized.demand().fullMinutes();
        if (minutes < MINUTES_PER_HOUR) {
            assumptions.add("from %d minutes: the peak of the day may be yet to come".formatted(minutes));
        }
        return assumptions;
    }
}
