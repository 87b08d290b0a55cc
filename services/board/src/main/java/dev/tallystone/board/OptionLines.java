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

/**
 * Compares options over the models that have them, and each model over the same work on both sides: a sum over all
 * would flatter an option that some models lack, and units that a day was looked at for are compared with what that day
 * cost, not with the last five minutes.
 */
final class OptionLines {

    private OptionLines() {}

    /** The work of owned units is paid by the calendar, so that nothing as bought can be compared with. */
    static List<OptionLine> of(List<ModelLine> models, List<Recommendation> advice) {
        List<ModelLine> inUse = models.stream()
                .filter(line -> line.mode() != Mode.PROVISIONED)
                .filter(line -> line.burn().usd().isPositive() || !line.burn().unpriced().isEmpty())
                .toList();
        return PricingOption.ALL.stream().map(option -> line(option, inUse, advice)).toList();
    }

    private static OptionLine line(PricingOption option, List<ModelLine> inUse, List<Recommendation> advice) {
        List<ModelLine> sold = inUse.stream()
                .filter(line -> line.burn().unpriced().isEmpty() && line.quotes().containsKey(option))
                .toList();
        Usd asBought = sold.stream().map(line -> asBought(option, line, advice)).reduce(Usd.ZERO, Usd::plus);
        Usd quoted = sold.stream()
                .map(line -> line.quotes().getOrDefault(option, Usd.ZERO))
                .reduce(Usd.ZERO, Usd::plus);
        return new OptionLine(option, sold.size(), inUse.size(), asBought, quoted, OptionGuide.of(option));
    }

    private static Usd asBought(PricingOption option, ModelLine line, List<Recommendation> advice) {
        return option.isProvisioned()
                ? advice.stream()
                        .filter(sized -> sizes(sized, line.model(), line.region()))
                        .map(sized -> sized.evidence().costPerHour())
                        .reduce(Usd.ZERO, Usd::plus)
                : line.burn().usd();
    }

    private static boolean sizes(Recommendation advice, String model, String region) {
        return advice.option().isProvisioned() && advice.subject().model().equals(model)
                && advice.subject().region().equals(region);
    }

    /** Units cannot be quoted from five minutes: their price comes from the day that advice looked at. */
    static void addProvisioned(Map<PricingOption, Usd> quotes, String model, String region, Mode mode,
            List<Recommendation> advice) {
        if (mode != Mode.ON_DEMAND) {
            return;
        }
        for (Recommendation sized : advice) {
            if (sizes(sized, model, region)) {
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
