package dev.tallystone.board.options;

import dev.tallystone.board.options.OptionTable.TrafficShape;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What is true of an option today, for one model and its traffic. Sources: Bedrock user guide (service tiers, batch
 * inference, prov-throughput, custom models), AWS What's New 2025-11-26.
 *
 * @param discount
 *            one less quoted over on-demand, where both are known
 */
record Sold(PricingOption option, String verdict, boolean isSold, Quantities quantities, TrafficShape shape,
        Optional<BigDecimal> discount, long optionsSold, Optional<String> capacity) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In the order of {@link Taught#ASPECTS}. */
    List<String> texts() {
        return List.of(billing(), basis(), models(), strengths(), limits(), bestUse());
    }

    private String models() {
        String here = isSold ? "this one: sold" : "this one: " + verdict;
        return switch (option) {
            case ON_DEMAND -> here + "; since 2025-07 some customised models too, as custom-model-deployment";
            case BATCH -> here + "; only models with a batch price";
            case FLEX, PRIORITY -> here + "; no Claude";
            case LATENCY_OPTIMIZED -> here + "; few models and Regions";
            case PROVISIONED_NONE, PROVISIONED_1MO, PROVISIONED_6MO ->
                here + "; no current Claude, and nothing new on a legacy model";
            case RESERVED_1MO, RESERVED_3MO -> here + "; sold since 2025-11-26, Claude only in the lists that we have";
        };
    }

    private String billing() {
        return switch (option) {
            case ON_DEMAND, FLEX, PRIORITY, LATENCY_OPTIMIZED -> "per token or image, each call at once";
            case BATCH -> "per token; a stopped job pays for what it has processed";
            case PROVISIONED_NONE -> "by the hour until deleted, used or not";
            case PROVISIONED_1MO -> "1 month or 6, nothing between: by the hour, used or not; renews by itself";
            case PROVISIONED_6MO -> "6 months: by the hour, used or not; renews by itself";
            case RESERVED_1MO -> "monthly for 1 month, used or not; renews by itself";
            case RESERVED_3MO -> "monthly for 3 months, used or not; renews by itself";
        };
    }

    private String basis() {
        return switch (option) {
            case ON_DEMAND -> measured() + "; also by routing, context length, cache and tier";
            case BATCH -> "one .jsonl.out for each input file and a manifest, within 24 h";
            case FLEX, PRIORITY, LATENCY_OPTIMIZED -> "the measures of on-demand at prices of their own";
            case PROVISIONED_NONE, PROVISIONED_1MO, PROVISIONED_6MO ->
                "model units; what one serves is in no price list: " + capacity.orElse("not stated here");
            case RESERVED_1MO, RESERVED_3MO ->
                "tokens a minute, input and output apart, from 100,000 in and 10,000 out in steps of 1,000";
        };
    }

    private String measured() {
        long images = quantities.get(Measure.IMAGES);
        return images == 0
                ? "%,d tokens in, %,d out".formatted(quantities.promptTokens(), quantities.get(Measure.OUTPUT))
                : "%,d images counted, %,d tokens".formatted(images, quantities.tokens());
    }

    private String strengths() {
        return switch (option) {
            case ON_DEMAND -> "no commitment; %d other ways are sold".formatted(Math.max(0,
                    optionsSold - 1));
            case BATCH, FLEX -> discount.map(off -> "%s %% off here".formatted(percent(off)))
                    .orElse("discount not known for this traffic");
            case PRIORITY, LATENCY_OPTIMIZED -> discount.map(off -> "served first, at %s %% more"
                    .formatted(percent(off.negate()))).orElse("served first");
            case PROVISIONED_NONE, PROVISIONED_1MO, PROVISIONED_6MO ->
                "guaranteed: %s; needed in 99 of 100 minutes: %,d in, %,d out".formatted(
                        capacity.orElse("what your contract says"), shape.p99TokensIn(), shape.p99TokensOut());
            case RESERVED_1MO, RESERVED_3MO -> "kept free; excess is served at standard prices";
        };
    }

    private String limits() {
        return switch (option) {
            case ON_DEMAND -> shape.continuous()
                    ? "used all the time here (%s %% of minutes): compare below".formatted(percent(shape.hoursActive()))
                    : "quotas";
            case BATCH -> "up to 24 h; only where a batch price exists; compare Flex, which answers in line";
            case FLEX -> "may be slow or refused at peaks";
            case PRIORITY, LATENCY_OPTIMIZED -> "dearer";
            case PROVISIONED_NONE, PROVISIONED_1MO, PROVISIONED_6MO ->
                "no inference profiles, so one Region; idle hours cost the same";
            case RESERVED_1MO, RESERVED_3MO -> "through the account team; idle tokens cost the same";
        };
    }

    private String bestUse() {
        return switch (option) {
            case ON_DEMAND -> "here: busy in %s %% of minutes, variation %s".formatted(percent(shape.hoursActive()),
                    shape.variation().setScale(1, RoundingMode.HALF_EVEN));
            case BATCH -> "callers that state a deadline of a day or more";
            case FLEX -> "work that can be retried";
            case PRIORITY -> "few calls that must not wait";
            case LATENCY_OPTIMIZED -> "interactive work where seconds count";
            case PROVISIONED_NONE -> "custom models; measuring what a unit serves";
            case PROVISIONED_1MO, PROVISIONED_6MO -> "guaranteed capacity for a load that stays";
            case RESERVED_1MO, RESERVED_3MO -> "steady load that must not be throttled";
        };
    }

    private static String percent(BigDecimal share) {
        return share.multiply(HUNDRED).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }

    static Optional<BigDecimal> discount(Optional<Usd> quoted, Optional<Usd> onDemand) {
        return quoted.flatMap(usd -> onDemand.filter(Usd::isPositive)
                .map(full -> BigDecimal.ONE.subtract(usd.ratioTo(full))));
    }
}
