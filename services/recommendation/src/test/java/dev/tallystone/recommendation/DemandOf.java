package dev.tallystone.recommendation;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.MinuteDemand.Deferrable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Full minutes of one subject, from noon on. Each minute costs so many dollars; a part of it may be able to wait. */
public final class DemandOf {

    public static final long NOON = Instant.parse("2026-11-10T12:00:00Z").getEpochSecond() / 60;
    public static final Rules TEN_PERCENT_FOR_TEN_MINUTES = new Rules(new BigDecimal("0.10"), new BigDecimal("0.50"),
            Duration.ofMinutes(10), Duration.ofHours(24));

    private final List<MinuteDemand> minutes = new ArrayList<>();
    private long next = NOON;

    /** So many equal minutes. */
    public DemandOf minutes(int count, long input, long output, String usd) {
        return deferrable(count, input, output, usd, Deferrable.NONE, Deferrable.NONE);
    }

    /** So many equal minutes of which a part can wait. */
    public DemandOf deferrable(int count, long input, long output, String usd, Deferrable confirmed,
            Deferrable possible) {
        for (int i = 0; i < count; i++) {
            Quantities counts = Quantities.of(Measure.INPUT, input).plus(Quantities.of(Measure.OUTPUT, output));
            minutes.add(new MinuteDemand(next++, counts, Usd.of(usd), confirmed, possible));
        }
        return this;
    }

    /** So many minutes without traffic. */
    public DemandOf idle(int count) {
        next += count;
        return this;
    }

    public Demand of(String model, String region) {
        return new Demand(new Subject("123456789012", region, model),
                new PriceKey(model, region, Routing.IN_REGION, 0, ""), false, NOON, minutes, next);
    }

    /** Of a custom model that is called by this ARN. */
    public Demand ofCustom(String arn, String baseModel, String region) {
        return new Demand(new Subject("123456789012", region, arn),
                new PriceKey(baseModel, region, Routing.IN_REGION, 0, ""), true, NOON, minutes, next);
    }

    public static Deferrable part(String onDemand, String batch) {
        return new Deferrable(Usd.of(onDemand), Usd.of(batch));
    }
}
