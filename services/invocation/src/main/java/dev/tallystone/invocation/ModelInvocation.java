package dev.tallystone.invocation;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One call of one model, as counted. Texts are {@code ""} where the record says nothing.
 *
 * @param id
 *            the identity by which copies are recognised
 * @param occurredAt
 *            the record's own timestamp
 * @param region
 *            the Region that was called
 * @param model
 *            id or ARN as called
 * @param tier
 *            service tier as stated
 * @param performance
 *            latency mode as stated
 * @param variant
 *            for images, {@code side/quality/steps/task}
 * @param measures
 *            only those above zero
 */
public record ModelInvocation(UUID id, Instant occurredAt, String account, String region, String model, Caller caller,
        String operation, String tier, String performance, String variant, Outcome outcome, Set<Caveat> caveats,
        Map<Measure, Long> measures) {

    public ModelInvocation {
        caveats = Set.copyOf(caveats);
        measures = measures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(measures));
    }

    static ModelInvocation of(InvocationCursor cursor) {
        var caveats = EnumSet.noneOf(Caveat.class);
        Caveat.ALL.stream().filter(caveat -> caveat.in(cursor.caveats())).forEach(caveats::add);
        var measures = new EnumMap<Measure, Long>(Measure.class);
        Measure.ALL.stream()
                .filter(measure -> cursor.measure(measure) > 0)
                .forEach(measure -> measures.put(measure, cursor.measure(measure)));
        return new ModelInvocation(new UUID(cursor.idHigh(), cursor.idLow()),
                Instant.ofEpochMilli(cursor.occurredAtMs()), cursor.account(), cursor.region(), cursor.model(),
                cursor.caller(), cursor.operation(), cursor.tier(), cursor.performance(), cursor.variant(),
                cursor.outcome(), caveats, measures);
    }

    /** A count of this call. */
    public long measure(Measure measure) {
        return measures.getOrDefault(measure, 0L);
    }
}
