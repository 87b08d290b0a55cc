package dev.tallystone.pricing.importing;

import static dev.tallystone.pricing.importing.Refusal.Reason.CONTRADICTION;
import static dev.tallystone.pricing.importing.Refusal.Reason.NOT_UNDERSTOOD;
import static dev.tallystone.pricing.importing.Refusal.Reason.NO_MEASURE;
import static dev.tallystone.pricing.importing.Refusal.Reason.NO_OPTION;
import static dev.tallystone.pricing.importing.Refusal.Reason.OTHER_PRODUCT;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.book.PriceRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands what a row meters. A word that it does not know refuses the row: it may change the price. */
final class MeterReader {

    private static final List<String> MEDIA = List.of("image", "images", "video", "audio", "speech", "document");
    private static final List<String> NOT_SOLD_HERE = List.of("ultrafast", "fast");
    private static final Map<String, PricingOption> OPTIONS = Map.of("standard", PricingOption.ON_DEMAND, "default",
            PricingOption.ON_DEMAND, "batch", PricingOption.BATCH, "flex", PricingOption.FLEX, "priority",
            PricingOption.PRIORITY);

    private final OfferRow.Product product;
    private final String description;
    private final Words words;
    private final Words hints;

    private MeterReader(OfferRow.Product product, String description, String meter) {
        this.product = product;
        this.description = description;
        this.words = Words.of(meter);
        this.hints = Words.of(product.inferenceType());
    }

    static Meter read(OfferRow.Product product, String description, String meter) throws RefusedException {
        return meter.startsWith(UsageType.GUARDRAIL)
                ? GuardrailMeter.read(meter)
                : new MeterReader(product, description, meter).read();
    }

    private Meter read() throws RefusedException {
        Words feature = Words.of(product.feature());
        if (words.takeAny("custom", "customization", "training", "storage") || feature.has("customization")
                || feature.has("custom")) {
            throw new RefusedException(OTHER_PRODUCT, "customised models have prices of their own");
        }
        Meter meter = words.take("provisioned", "throughput")
                ? Meter.regional(CommitmentTerm.provisioned(words), PriceRow.MODEL_UNIT)
                : words.take("reserved") ? reserved() : perUse();
        words.takeAny("tokens", "token", "count", "text", "million", "units", "usage");
        if (!words.isEmpty()) {
            throw new RefusedException(NOT_UNDERSTOOD, "nothing is known of '%s'".formatted(words));
        }
        return meter;
    }

    private Meter reserved() throws RefusedException {
        PricingOption term = CommitmentTerm.reserved(words);
        boolean output = words.take("output", "tpm");
        if (!output && !words.take("input", "tpm")) {
            throw new RefusedException(NOT_UNDERSTOOD, "reserved, but neither InputTPM nor OutputTPM");
        }
        return new Meter(term, output ? PriceRow.RESERVED_OUTPUT : PriceRow.RESERVED_INPUT, routing(), false, "");
    }

    private Meter perUse() throws RefusedException {
        Optional<Meter> image = ImageMeter.read(words, product);
        if (image.isPresent()) {
            return image.get();
        }
        for (String medium : MEDIA) {
            if (words.has(medium) || hints.has(medium)) {
                throw new RefusedException(NO_MEASURE, "the price book does not count tokens of %s apart"
                        .formatted(medium));
            }
        }
        PricingOption option = option();
        Measure measure = measure();
        boolean longContext = words.take("lctx") || words.take("long", "ctx") || words.take("long", "context");
        return new Meter(option, measure.label(), routing(), longContext, "");
    }

    private PricingOption option() throws RefusedException {
        Words tier = Words.of(product.tier());
        for (String unsold : NOT_SOLD_HERE) {
            if (words.has(unsold) || tier.has(unsold) || hints.has(unsold)) {
                throw new RefusedException(NO_OPTION, "the price book has no option '%s'".formatted(unsold));
            }
        }
        var said = EnumSet.noneOf(PricingOption.class);
        OPTIONS.forEach((word, option) -> {
            boolean inTier = tier.take(word);
            if (words.take(word) || inTier || hints.has(word)) {
                said.add(option);
            }
        });
        if (Words.of(product.feature()).has("batch")) {
            said.add(PricingOption.BATCH);
        }
        if (words.take("latency", "optimized")) {
            said.add(PricingOption.LATENCY_OPTIMIZED);
        }
        if (said.size() > 1 || !tier.isEmpty()) {
            throw new RefusedException(CONTRADICTION,
                    "usage type, service_tier '%s', feature '%s' and inferenceType '%s' name the options %s"
                            .formatted(product.tier(), product.feature(), product.inferenceType(), said));
        }
        return said.isEmpty() ? PricingOption.ON_DEMAND : said.iterator().next();
    }

    private Measure measure() throws RefusedException {
        Measure measure = TokenMeasure.of(words);
        boolean hinted = hints.has("input") || hints.has("output");
        if (hinted && hints.has("output") != (measure == Measure.OUTPUT)) {
            throw new RefusedException(CONTRADICTION, "usage type says %s, inferenceType '%s'"
                    .formatted(measure.label(), product.inferenceType()));
        }
        return measure;
    }

    /** What is not global is regional, which covers geo; only a row that says no more than "geo" is geo's alone. */
    private Optional<Routing> routing() {
        if (words.take("global")) {
            words.takeAny("cross", "region");
            return Optional.of(Routing.GLOBAL);
        }
        if (words.take("geo")) {
            words.takeAny("cross", "region");
            return Words.of(description).has("regional") ? Optional.empty() : Optional.of(Routing.GEO);
        }
        return Optional.empty();
    }
}
