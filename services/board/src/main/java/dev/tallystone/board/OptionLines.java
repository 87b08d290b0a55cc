package dev.tallystone.board;

import dev.tallystone.board.Board.ModelLine;
import dev.tallystone.board.Board.OptionLine;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Recommendation;
import dev.tallystone.recommendation.Recommendation.Alternative;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares options over the models that have them: a sum over all would flatter an option that some models lack. */
final class OptionLines {

    private OptionLines() {}

    static List<OptionLine> of(List<ModelLine> models) {
        List<ModelLine> inUse = models.stream()
                .filter(line -> line.burn().usd().isPositive() || !line.burn().unpriced().isEmpty())
                .toList();
        return PricingOption.ALL.stream().map(option -> line(option, inUse)).toList();
    }

    private static OptionLine line(PricingOption option, List<ModelLine> inUse) {
        List<ModelLine> sold = inUse.stream()
                .filter(line -> line.burn().unpriced().isEmpty() && line.quotes().containsKey(option))
                .toList();
        Usd asBought = sold.stream().map(line -> line.burn().usd()).reduce(Usd.ZERO, Usd::plus);
        Usd quoted = sold.stream()
                .map(line -> line.quotes().getOrDefault(option, Usd.ZERO))
                .reduce(Usd.ZERO, Usd::plus);
        return new OptionLine(option, sold.size(), inUse.size(), asBought, quoted, OptionGuide.of(option));
    }

    /** Units cannot be quoted from five minutes: their price comes from the day that advice looked at. */
    static void addProvisioned(Map<PricingOption, Usd> quotes, String model, String region, Mode mode,
            List<Recommendation> advice) {
        if (mode != Mode.ON_DEMAND) {
            return;
        }
        for (Recommendation sized : advice) {
            boolean same = sized.option().isProvisioned() && sized.subject().model().equals(model)
                    && sized.subject().region().equals(region);
            if (same) {
                quotes.merge(sized.option(), sized.evidence().optionPerHour(), Usd::plus);
                sized.alternatives()
                        .forEach(other -> quote(other)
                                .ifPresent(usd -> quotes.merge(other.option(), usd, Usd::plus)));
            }
        }
    }

    private static Optional<Usd> quote(Alternative alternative) {
        return alternative.usdPerHour();
    }
}
