package dev.tallystone.pricing.focus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What FOCUS 1.2 asks of a column by itself, written down from the specification's text and not from our columns. Only
 * columns that our data calls for: FOCUS has some more for currencies, zones and invoices.
 *
 * @param nulls
 *            whether FOCUS allows null at all
 * @param allowed
 *            empty for any value
 */
record Requirement(String column, String level, String type, boolean nulls, Set<String> allowed) {

    private static final String TABLE = """
        BilledCost                 mandatory   decimal not-null
        BillingAccountId           mandatory   string  not-null
        BillingAccountName         mandatory   string  null
        BillingAccountType         conditional string  null
        BillingCurrency            mandatory   string  not-null  USD
        BillingPeriodEnd           mandatory   time    not-null
        BillingPeriodStart         mandatory   time    not-null
        CapacityReservationId      conditional string  null
        CapacityReservationStatus  conditional string  null      Used|Unused
        ChargeCategory             mandatory   string  not-null  Usage|Purchase|Tax|Credit|Adjustment
        ChargeClass                mandatory   string  null      Correction
        ChargeDescription          mandatory   string  null
        ChargeFrequency            recommended string  not-null  One-Time|Recurring|Usage-Based
        ChargePeriodEnd            mandatory   time    not-null
        ChargePeriodStart          mandatory   time    not-null
        CommitmentDiscountCategory conditional string  null      Spend|Usage
        CommitmentDiscountId       conditional string  null
        CommitmentDiscountName     conditional string  null
        CommitmentDiscountQuantity conditional decimal null
        CommitmentDiscountStatus   conditional string  null      Used|Unused
        CommitmentDiscountType     conditional string  null
        CommitmentDiscountUnit     conditional string  null
        ConsumedQuantity           conditional decimal null
        ConsumedUnit               conditional string  null
        ContractedCost             mandatory   decimal not-null
        ContractedUnitPrice        conditional decimal null
        EffectiveCost              mandatory   decimal not-null
        InvoiceIssuerName          mandatory   string  not-null
        ListCost                   mandatory   decimal not-null
        ListUnitPrice              conditional decimal null
        PricingCategory            conditional string  null      Standard|Dynamic|Committed|Other
        PricingQuantity            mandatory   decimal null
        PricingUnit                mandatory   string  null
        ProviderName               mandatory   string  not-null
        PublisherName              mandatory   string  not-null
        RegionId                   conditional string  null
        RegionName                 conditional string  null
        ResourceId                 conditional string  null
        ResourceName               conditional string  null
        ResourceType               conditional string  null
        ServiceCategory            mandatory   string  not-null  AI and Machine Learning
        ServiceName                mandatory   string  not-null
        ServiceSubcategory         recommended string  not-null  Generative AI
        SkuId                      conditional string  null
        SkuMeter                   conditional string  null
        SkuPriceDetails            conditional json    null
        SkuPriceId                 conditional string  null
        SubAccountId               conditional string  null
        SubAccountName             conditional string  null
        SubAccountType             conditional string  null
        Tags                       conditional json    null
        """;

    static final Map<String, Requirement> BY_COLUMN = TABLE.lines()
            .map(Requirement::parse)
            .collect(Collectors.toUnmodifiableMap(Requirement::column, Function.identity()));

    private static Requirement parse(String line) {
        List<String> words = Arrays.asList(line.split(" +", 5));
        return new Requirement(words.get(0), words.get(1), words.get(2), words.get(3).equals("null"),
                words.size() < 5 ? Set.of() : Set.of(words.get(4).split("\\|")));
    }
}
