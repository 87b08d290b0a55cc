package dev.tallystone.pricing.importing;

import dev.tallystone.invocation.Measure;
import dev.tallystone.pricing.PricingOption;
import java.util.Optional;

/**
 * Images that are priced each, not by their tokens: {@code Created_image} of the marketplace,
 * {@code T2I-1024-Standard}, an image made of text alone, and {@code input-image} of embeddings.
 */
final class ImageMeter {

    private ImageMeter() {}

    static Optional<Meter> read(Words words, OfferRow.Product product) throws RefusedException {
        if (words.has("i2i")) {
            throw new RefusedException(Refusal.Reason.NO_MEASURE,
                    "an image made of an image is one of several tasks, which the price list does not name");
        }
        if (words.take("t2i")) {
            return Optional.of(new Meter(option(words, product), Measure.IMAGES.label(), Optional.empty(), false,
                    "%s/%s/*/TEXT_IMAGE".formatted(side(words), quality(words))));
        }
        if (words.take("created", "image")) {
            return Optional.of(Meter.regional(option(words, product), Measure.IMAGES.label()));
        }
        boolean byToken = words.has("token") || words.has("tokens");
        return !byToken && words.take("input", "image")
                ? Optional.of(Meter.regional(option(words, product), Measure.INPUT_IMAGES.label()))
                : Optional.empty();
    }

    private static PricingOption option(Words words, OfferRow.Product product) {
        boolean batch = words.take("batch");
        return batch || Words.of(product.feature()).has("batch") ? PricingOption.BATCH : PricingOption.ON_DEMAND;
    }

    private static String side(Words words) throws RefusedException {
        for (String side : new String[]{"512", "1024", "2048"}) {
            if (words.take(side)) {
                return side;
            }
        }
        throw new RefusedException(Refusal.Reason.NOT_UNDERSTOOD,
                "the side of an image must be 512, 1024 or 2048, not '%s'".formatted(words));
    }

    private static String quality(Words words) throws RefusedException {
        if (words.take("premium")) {
            return "premium";
        }
        if (words.take("standard")) {
            return "standard";
        }
        throw new RefusedException(Refusal.Reason.NOT_UNDERSTOOD,
                "the quality of an image must be Standard or Premium, not '%s'".formatted(words));
    }
}
