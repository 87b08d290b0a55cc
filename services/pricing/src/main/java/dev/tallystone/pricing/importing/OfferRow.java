package dev.tallystone.pricing.importing;

import org.jspecify.annotations.Nullable;

/**
 * One row of an offer file: what is sold, and one price of it. Texts are as written, and empty where the file says
 * nothing.
 *
 * @param price
 *            null where a product has none
 */
public record OfferRow(Offer offer, Product product, @Nullable Price price) {

    /**
     * What is sold.
     *
     * @param model
     *            name for people; rows of the marketplace have it in {@code service}
     */
    public record Product(String sku, String usagetype, String regionCode, String model, String service,
            String feature, String inferenceType, String tier) {}

    /**
     * What it costs.
     *
     * @param kind
     *            {@code OnDemand}, also for Provisioned Throughput
     * @param amount
     *            decimal, in {@code currency}
     * @param begin
     *            where the price is one of several by volume, the volume at which it begins
     */
    public record Price(String kind, String unit, String description, String begin, String end, String currency,
            String amount, String effective) {}
}
