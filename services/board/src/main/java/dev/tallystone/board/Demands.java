package dev.tallystone.board;

import dev.tallystone.invocation.Deadline;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Demand;
import dev.tallystone.recommendation.MinuteDemand;
import dev.tallystone.recommendation.MinuteDemand.Deferrable;
import dev.tallystone.recommendation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lays out the last day of full minutes for each subject, as advice needs it. Only work bought on demand can be moved;
 * of a custom model only the number of its units is in question.
 */
final class Demands {

    /** Units are sold in-Region, so that routing is asked for first; and every replica asks for the same one. */
    private static final Comparator<PriceKey> BY_ROUTING = Comparator.comparing(PriceKey::routing)
            .thenComparing(PriceKey::variant);

    private final Pricer pricer;
    private final int deadlineIndex;
    private final Duration batchDeadline;
    private final DemandMinutes minutes = new DemandMinutes(this::addMinutes);
    private int namingEpoch = -1;

    Demands(Pricer pricer, BoardSettings settings) {
        this.pricer = pricer;
        this.deadlineIndex = settings.metadataKeys().indexOf("deadline");
        this.batchDeadline = settings.rules().batchDeadline();
    }

    /** An event of this minute was counted. */
    void touch(long minute) {
        minutes.touch(minute);
    }

    /**
     * In the order of the subjects' names, which hold at the end minute. Minutes that began before counting did are not
     * full.
     */
    List<Demand> of(Collection<CellState> cells, Instant countedSince, long endMinute) {
        long counted = Math.ceilDiv(countedSince.toEpochMilli(), CellHistory.MINUTE_MS);
        long startMinute = Math.max(counted, endMinute - Demand.WINDOW_MINUTES);
        nameAt(pricer.epochOf(endMinute * CellHistory.MINUTE_MS));
        Map<Subject, List<CellState>> bySubject = cells.stream()
                .filter(cell -> isAdvised(usage(cell)))
                .collect(Collectors.groupingBy(this::subject));
        minutes.moveTo(startMinute, endMinute, bySubject);
        return bySubject.entrySet()
                .stream()
                .map(entry -> demand(entry.getKey(), entry.getValue(), startMinute, endMinute))
                .sorted(Comparator.comparing(demand -> demand.subject().toString()))
                .toList();
    }

    private Demand demand(Subject subject, List<CellState> cells, long startMinute, long endMinute) {
        PriceKey key = cells.stream()
                .map(cell -> usage(cell).priceKey())
                .flatMap(Optional::stream)
                .min(BY_ROUTING)
                .orElseThrow(() -> new IllegalStateException("no price key of " + subject));
        var ofAnyLength = new PriceKey(key.baseModel(), key.region(), key.routing(), 0, key.variant());
        boolean custom = cells.stream().anyMatch(cell -> usage(cell).custom());
        return new Demand(subject, ofAnyLength, custom, startMinute, minutes.of(subject), endMinute);
    }

    private Usage usage(CellState cell) {
        return pricer.usage(cell.cell(), namingEpoch);
    }

    private static boolean isAdvised(Usage usage) {
        return usage.priceKey().isPresent() && (usage.mode() == Mode.ON_DEMAND || usage.custom());
    }

    private void nameAt(int epoch) {
        if (epoch != namingEpoch) {
            minutes.clear();
            namingEpoch = epoch;
        }
    }

    /** Of a custom model as it is called: another ARN is another purchase. */
    private Subject subject(CellState state) {
        Cell cell = state.cell();
        Usage usage = usage(state);
        return new Subject(cell.account(), cell.region(), usage.custom() ? cell.model() : usage.model());
    }

    private void addMinutes(CellState cell, long from, long to, Map<Long, MinuteDemand> ofSubject) {
        cell.history().minutes(from, to).forEach((minute, quantities) -> {
            int epoch = pricer.epochOf(minute * CellHistory.MINUTE_MS);
            Usage usage = pricer.usage(cell.cell(), epoch);
            if (pricer.charge(usage, quantities, epoch) instanceof Costing.Priced priced) {
                Usd onDemand = priced.costs().effective();
                ofSubject.merge(minute, demand(cell.cell(), usage, minute, quantities, onDemand, epoch), Demands::plus);
            }
        });
    }

    private MinuteDemand demand(Cell cell, Usage usage, long minute, Quantities quantities, Usd onDemand, int epoch) {
        boolean streamed = cell.operation().endsWith("Stream");
        Costing batch = pricer.quote(usage, PricingOption.BATCH, quantities, epoch);
        Deferrable deferrable = !streamed && batch instanceof Costing.Priced priced
                ? new Deferrable(onDemand, priced.costs().effective())
                : Deferrable.NONE;
        return new MinuteDemand(minute, quantities, onDemand, canWait(cell) ? deferrable : Deferrable.NONE, deferrable);
    }

    private boolean canWait(Cell cell) {
        return deadlineIndex >= 0 && Deadline.parse(cell.caller().metadata(deadlineIndex))
                .map(deadline -> deadline.compareTo(batchDeadline) >= 0)
                .orElse(false);
    }

    private static MinuteDemand plus(MinuteDemand one, MinuteDemand other) {
        return new MinuteDemand(one.minute(), one.quantities().plus(other.quantities()),
                one.onDemand().plus(other.onDemand()), one.confirmed().plus(other.confirmed()),
                one.possible().plus(other.possible()));
    }
}
