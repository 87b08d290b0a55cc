package dev.tallystone.board.whatif;

import dev.tallystone.board.Used;
import dev.tallystone.board.whatif.WhatIf.Replacement;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Usage as it would have been. Counts are rounded to whole tokens, half even. */
final class Reshaped {

    private static final List<Measure> TOKENS = Stream.concat(Measure.PROMPT_TOKENS.stream(), Stream.of(Measure.OUTPUT))
            .toList();

    private Reshaped() {}

    static Used withModel(Used used, Replacement other) {
        Usage usage = used.usage();
        var replaced = new Usage(usage.cell(), usage.priceKey()
                .map(key -> new PriceKey(other.model(), key.region(), key.routing(), key.context(), key.variant())),
                usage.mode(), false);
        return new Used(replaced, used.team(), used.epoch(), scaled(used.quantities(), TOKENS, other.tokenFactor()));
    }

    static Used share(Used used, BigDecimal part) {
        return new Used(used.usage(), used.team(), used.epoch(), scaled(used.quantities(), Measure.ALL, part));
    }

    /** What {@link #share} leaves, so that both together are all of it. */
    static Used rest(Used used, BigDecimal part) {
        Quantities taken = scaled(used.quantities(), Measure.ALL, part);
        long[] left = Measure.ALL.stream()
                .mapToLong(measure -> used.quantities().get(measure) - taken.get(measure))
                .toArray();
        return new Used(used.usage(), used.team(), used.epoch(), Quantities.of(left, 0));
    }

    private static Quantities scaled(Quantities quantities, Collection<Measure> measures, BigDecimal factor) {
        long[] sums = new long[Measure.ALL.size()];
        for (Measure measure : Measure.ALL) {
            long amount = quantities.get(measure);
            sums[measure.ordinal()] = measures.contains(measure)
                    ? BigDecimal.valueOf(amount)
                            .multiply(factor)
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact()
                    : amount;
        }
        return Quantities.of(sums, 0);
    }
}
