package dev.tallystone.pricing.importing;

import static dev.tallystone.pricing.importing.Refusal.Reason.BAD_DATE;
import static dev.tallystone.pricing.importing.Refusal.Reason.NO_PRICE;
import static dev.tallystone.pricing.importing.Refusal.Reason.OTHER_OFFER;
import static dev.tallystone.pricing.importing.Refusal.Reason.OTHER_PRODUCT;
import static dev.tallystone.pricing.importing.Refusal.Reason.VOLUME_TIER;

import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.Evidence;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.book.PriceUnits;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns a row of an offer file into a price, or says why it is none. */
final class CandidateReader {

    private final NameTable names;

    CandidateReader(NameTable names) {
        this.names = names;
    }

    Candidate read(OfferRow row) throws RefusedException {
        OfferRow.Price price = price(row);
        UsageType usage = UsageType.of(row.product().usagetype());
        Meter meter = MeterReader.read(row.product(), price.description(), usage.meter());
        String model = names.modelOf(row.product(), usage);
        long above = meter.longContext() ? names.threshold(model) : 0;
        String region = RegionCodes.region(row.product().regionCode(), usage.code());
        Quoted quoted = Quoted.of(price, meter);
        var candidate = new PriceRow(model, Optional.of(region), meter.routing(), meter.option(), meter.measure(),
                above, meter.variant(), PriceUnits.sizeOf(meter.measure(), quoted.per()), quoted.per(),
                new Usd(quoted.usd()), from(price), Instant.MAX, Instant.MAX, row.offer().sourceId(),
                Evidence.ON_PRICE_LIST, "");
        return new Candidate(candidate, row.offer(), row.product().usagetype(), List.of(row.product().sku()));
    }

    private static OfferRow.Price price(OfferRow row) throws RefusedException {
        if (!Offer.KNOWN.contains(row.offer().code())) {
            throw new RefusedException(OTHER_OFFER,
                    "the offer must be one of %s, not '%s'".formatted(Offer.KNOWN, row.offer().code()));
        }
        OfferRow.Price price = row.price();
        if (price == null) {
            throw new RefusedException(NO_PRICE, "the file has no terms for this product");
        }
        if (!price.kind().equals("OnDemand")) {
            throw new RefusedException(OTHER_PRODUCT, "terms must be OnDemand, not " + price.kind());
        }
        if (!price.begin().equals("0") || !price.end().equals("Inf")) {
            throw new RefusedException(VOLUME_TIER, "one price of several: it holds from %s to %s of %s"
                    .formatted(price.begin(), price.end(), price.unit()));
        }
        return price;
    }

    private static Instant from(OfferRow.Price price) throws RefusedException {
        try {
            return Instant.parse(price.effective());
        } catch (DateTimeException e) {
            throw new RefusedException(BAD_DATE,
                    "effectiveDate must look like 2026-01-01T00:00:00Z, not '%s'".formatted(price.effective()));
        }
    }
}
