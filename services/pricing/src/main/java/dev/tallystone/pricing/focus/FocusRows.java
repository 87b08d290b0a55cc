package dev.tallystone.pricing.focus;

import static dev.tallystone.pricing.focus.FocusColumn.*;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.focus.FocusRow.Draft;
import java.util.Locale;

/** Makes one row of one charge. */
public final class FocusRows {

    private static final String AWS = "AWS";

    private final Payer payer;
    private final String bookDigest;

    /** Takes the {@linkplain dev.tallystone.pricing.book.PriceBook#digest digest} of the book that gave the prices. */
    public FocusRows(Payer payer, String bookDigest) {
        if (bookDigest.isBlank()) {
            throw new IllegalArgumentException("rows must name their price book by its digest, not ''");
        }
        this.payer = payer;
        this.bookDigest = bookDigest;
    }

    /** Always the same row of the same charge. */
    public FocusRow row(PricedCharge charge) {
        return priced(charge).build();
    }

    private Draft priced(PricedCharge charge) {
        Draft row = new Draft();
        putAccounts(row, charge);
        putPeriods(row, charge);
        putService(row, charge);
        putPrice(row, charge);
        putCosts(row, charge.costs());
        return switch (charge) {
            case UsageCharge usage -> usage(row, usage);
            case CommitmentCharge commitment -> CapacityColumns.hours(row, commitment);
            case PurchaseCharge purchase -> CapacityColumns.purchase(row, purchase);
            case CalendarCharge kept -> kept(row, kept);
        };
    }

    private void putAccounts(Draft row, PricedCharge charge) {
        row.put(BILLING_ACCOUNT_ID, payer.id())
                .put(BILLING_ACCOUNT_NAME, payer.name())
                .put(BILLING_ACCOUNT_TYPE, payer.type())
                .put(SUB_ACCOUNT_ID, charge.account())
                .put(SUB_ACCOUNT_NAME, payer.accountNames().getOrDefault(charge.account(), ""))
                .put(SUB_ACCOUNT_TYPE, charge.account().isBlank() ? "" : "Account")
                .put(TAGS, charge.tags().byKey());
    }

    private static void putPeriods(Draft row, PricedCharge charge) {
        ChargePeriod month = ChargePeriod.of(charge.period().month());
        row.put(BILLING_PERIOD_START, month.from())
                .put(BILLING_PERIOD_END, month.until())
                .put(CHARGE_PERIOD_START, charge.period().from())
                .put(CHARGE_PERIOD_END, charge.period().until());
    }

    private void putService(Draft row, PricedCharge charge) {
        Seller seller = charge.model().seller();
        row.put(PROVIDER_NAME, AWS)
                .put(PUBLISHER_NAME, seller == Seller.AWS ? AWS : charge.model().provider())
                .put(INVOICE_ISSUER_NAME, payer.issuerFor(seller))
                .put(SERVICE_CATEGORY, "AI and Machine Learning")
                .put(SERVICE_SUBCATEGORY, "Generative AI")
                .put(SERVICE_NAME, serviceOf(charge))
                .put(REGION_ID, charge.region())
                .put(REGION_NAME, RegionNames.of(charge.region()));
    }

    private static String serviceOf(PricedCharge charge) {
        return switch (charge.model().seller()) {
            case AWS -> "Amazon Bedrock";
            case MARKETPLACE -> charge.model().name() + " (Amazon Bedrock Edition)";
        };
    }

    private void putPrice(Draft row, PricedCharge charge) {
        Rate rate = charge.rate();
        Sku sku = charge.sku();
        row.put(SKU_ID, sku.id())
                .put(SKU_METER, sku.meter())
                .put(SKU_PRICE_ID, sku.priceId())
                .put(SKU_PRICE_DETAILS, sku.details())
                .put(LIST_UNIT_PRICE, charge.unit().priceOf(rate.list()))
                .put(CONTRACTED_UNIT_PRICE, charge.unit().priceOf(rate.contracted()))
                .put(PRICING_QUANTITY, charge.pricingQuantity())
                .put(PRICING_UNIT, charge.unit().label())
                .put(PRICING_CATEGORY, "Standard")
                .put(X_BOOK_DIGEST, bookDigest)
                .put(X_COST_BASIS, rate.basisLabel())
                .put(X_PRICE_EVIDENCE, rate.evidence())
                .put(X_PRICE_SOURCE, rate.source())
                .put(X_PRICING_OPTION, sku.option().label())
                .put(X_UNCERTAIN, Boolean.toString(!rate.certain()));
    }

    private static void putCosts(Draft row, Costs costs) {
        row.put(BILLING_CURRENCY, "USD")
                .put(LIST_COST, costs.list())
                .put(CONTRACTED_COST, costs.contracted())
                .put(EFFECTIVE_COST, costs.effective())
                .put(BILLED_COST, costs.billed());
    }

    private static Draft usage(Draft row, UsageCharge usage) {
        Resource.of(usage.called())
                .ifPresent(resource -> row.put(RESOURCE_ID, resource.id()).put(RESOURCE_TYPE, resource.type()));
        return row.put(CONSUMED_QUANTITY, usage.counted())
                .put(CONSUMED_UNIT, usage.unit().consumedUnit())
                .put(CHARGE_CATEGORY, "Usage")
                .put(CHARGE_FREQUENCY, "Usage-Based")
                .put(X_ROUTING, usage.routing().name().toLowerCase(Locale.ROOT))
                .put(CHARGE_DESCRIPTION, "%s: %s, %s".formatted(usage.model().name(), usage.sku().meter(),
                        usage.mode().label()));
    }

    private static Draft kept(Draft row, CalendarCharge kept) {
        Resource.of(kept.kept())
                .ifPresent(resource -> row.put(RESOURCE_ID, resource.id())
                        .put(RESOURCE_TYPE, resource.type())
                        .put(RESOURCE_NAME, kept.name()));
        return row.put(CONSUMED_QUANTITY, kept.counted())
                .put(CONSUMED_UNIT, kept.unit().consumedUnit())
                .put(CHARGE_CATEGORY, "Usage")
                .put(CHARGE_FREQUENCY, "Usage-Based")
                .put(CHARGE_DESCRIPTION, "%s: %s".formatted(kept.name(), kept.sku().meter()));
    }
}
