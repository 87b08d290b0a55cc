package dev.tallystone.board.costs;

import dev.tallystone.board.Past;
import dev.tallystone.board.Used;
import dev.tallystone.invocation.ModelId;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.pricing.standing.ReservedBlock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How much of a reserved block was used, input and output apart: where minutes are kept by minute, else by whole day.
 * Calls count that say they were served by the reserved tier. Blocks of one model, Region and account serve together,
 * each by its share.
 */
final class BlockUse {

    private static final int DECIMALS = 10;
    private static final long MINUTES_PER_HOUR = 60;

    private final Past past;
    private final Served served;

    BlockUse(Past past) {
        this.past = past;
        this.served = new Served(past, Mode.RESERVED);
    }

    /** Of {@code [from, to)}, a part of one UTC day, of which {@code whole} is all thousands of tokens for hours. */
    Use of(ReservedBlock block, String measure, BigDecimal whole, Instant from, Instant to) {
        if (!served.keepsMinutes(block, from, to)) {
            long tokens = tokens(block, measure, served.ofDay(from, to).toList());
            return Use.of(whole, part(tokens, share(block, measure, from)), Use.BY_DAY);
        }
        BigDecimal used = BigDecimal.ZERO;
        long consumed = 0;
        for (Map.Entry<Long, List<Used>> minute : served.minutes(block, from, to).entrySet()) {
            Instant at = Instant.ofEpochMilli(minute.getKey() * CellHistory.MINUTE_MS);
            BigDecimal share = share(block, measure, at);
            long inPool = Math.min(tokens(block, measure, minute.getValue()), pool(block, measure, at));
            used = used.add(BigDecimal.valueOf(inPool).multiply(share));
            consumed += part(inPool, share);
        }
        BigDecimal steps = used.divide(BigDecimal.valueOf(ReservedTokens.STEP * MINUTES_PER_HOUR), DECIMALS,
                RoundingMode.DOWN);
        return Use.of(steps.min(whole), consumed, "by minute");
    }

    /** Of what all blocks serve that serve with it at a time. */
    private BigDecimal share(ReservedBlock block, String measure, Instant at) {
        return BigDecimal.valueOf(tpm(block, measure))
                .divide(BigDecimal.valueOf(pool(block, measure, at)), DECIMALS, RoundingMode.DOWN);
    }

    /** At least one, so that what was used was used by something. */
    private static long part(long tokens, BigDecimal share) {
        return tokens == 0 ? 0 : Math.max(1, share.multiply(BigDecimal.valueOf(tokens)).longValue());
    }

    private long pool(ReservedBlock block, String measure, Instant at) {
        return past.standing()
                .stream()
                .filter(ReservedBlock.class::isInstance)
                .map(ReservedBlock.class::cast)
                .filter(other -> other.equals(block) || (other.isActive(at) && servesAs(other, block, at)))
                .mapToLong(other -> tpm(other, measure))
                .sum();
    }

    private boolean servesAs(ReservedBlock other, ReservedBlock block, Instant at) {
        return other.account().equals(block.account()) && other.region().equals(block.region())
                && model(other, at).equals(model(block, at)) && routing(other) == routing(block);
    }

    private long tokens(ReservedBlock block, String measure, Collection<Used> calls) {
        return calls.stream()
                .filter(used -> serves(block, used.usage(), used.epoch()))
                .mapToLong(used -> counted(measure, used.quantities()))
                .sum();
    }

    /** Whether the block is of what was called. */
    boolean serves(ReservedBlock block, Usage usage, int epoch) {
        return usage.mode() == Mode.RESERVED
                && usage.cell().account().equals(block.account())
                && usage.cell().region().equals(block.region())
                && usage.model().equals(model(block, past.pricer().momentOf(epoch)))
                && usage.priceKey().map(PriceKey::routing).orElse(Routing.IN_REGION) == routing(block);
    }

    private String model(ReservedBlock block, Instant at) {
        return past.pricer().baseModel(block.model(), at);
    }

    /** What the block serves: its model says so. */
    static Routing routing(ReservedBlock block) {
        return ModelId.parse(block.model()) instanceof ModelId.Foundation(_, var named) ? named : Routing.IN_REGION;
    }

    private static long tpm(ReservedBlock block, String measure) {
        return measure.equals(PriceRow.RESERVED_INPUT) ? block.block().inputTpm() : block.block().outputTpm();
    }

    private static long counted(String measure, Quantities quantities) {
        return measure.equals(PriceRow.RESERVED_INPUT)
                ? ReservedTokens.inputOf(quantities)
                : ReservedTokens.outputOf(quantities);
    }
}
