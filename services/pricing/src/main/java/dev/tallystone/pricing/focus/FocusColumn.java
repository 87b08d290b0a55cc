package dev.tallystone.pricing.focus;

import static dev.tallystone.pricing.focus.FocusColumn.Level.CONDITIONAL;
import static dev.tallystone.pricing.focus.FocusColumn.Level.CUSTOM;
import static dev.tallystone.pricing.focus.FocusColumn.Level.MANDATORY;
import static dev.tallystone.pricing.focus.FocusColumn.Level.RECOMMENDED;
import static dev.tallystone.pricing.focus.FocusColumn.Nulls.ALLOWED;
import static dev.tallystone.pricing.focus.FocusColumn.Nulls.NEVER;
import static dev.tallystone.pricing.focus.FocusColumn.Type.DATE_TIME;
import static dev.tallystone.pricing.focus.FocusColumn.Type.DECIMAL;
import static dev.tallystone.pricing.focus.FocusColumn.Type.JSON;
import static dev.tallystone.pricing.focus.FocusColumn.Type.STRING;

import java.util.List;

/** The columns, in the order of the file: those of FOCUS 1.2 by name, then ours, which begin with {@code x_}. */
public enum FocusColumn {
    BILLED_COST("BilledCost", MANDATORY, DECIMAL, NEVER, "0 on usage that was paid ahead"),
    BILLING_ACCOUNT_ID("BillingAccountId", MANDATORY, STRING, NEVER, "the payer, from configuration"),
    BILLING_ACCOUNT_NAME("BillingAccountName", MANDATORY, STRING, ALLOWED, "null while not configured"),
    BILLING_ACCOUNT_TYPE("BillingAccountType", CONDITIONAL, STRING, NEVER, "from configuration"),
    BILLING_CURRENCY("BillingCurrency", MANDATORY, STRING, NEVER, "USD"),
    BILLING_PERIOD_END("BillingPeriodEnd", MANDATORY, DATE_TIME, NEVER, "first moment of the next UTC month"),
    BILLING_PERIOD_START("BillingPeriodStart", MANDATORY, DATE_TIME, NEVER, "first moment of a UTC month"),
    CAPACITY_RESERVATION_ID("CapacityReservationId", CONDITIONAL, STRING, ALLOWED, "owned units and blocks"),
    CAPACITY_RESERVATION_STATUS("CapacityReservationStatus", CONDITIONAL, STRING, ALLOWED, "Used or Unused"),
    CHARGE_CATEGORY("ChargeCategory", MANDATORY, STRING, NEVER, "Usage or Purchase"),
    CHARGE_CLASS("ChargeClass", MANDATORY, STRING, ALLOWED, "Correction when a closed month changes, else null"),
    CHARGE_DESCRIPTION("ChargeDescription", MANDATORY, STRING, NEVER, "for people"),
    CHARGE_FREQUENCY("ChargeFrequency", RECOMMENDED, STRING, NEVER, "Usage-Based, or Recurring on a purchase"),
    CHARGE_PERIOD_END("ChargePeriodEnd", MANDATORY, DATE_TIME, NEVER, "exclusive"),
    CHARGE_PERIOD_START("ChargePeriodStart", MANDATORY, DATE_TIME, NEVER, "inclusive"),
    COMMITMENT_DISCOUNT_CATEGORY("CommitmentDiscountCategory", CONDITIONAL, STRING, ALLOWED, "Usage"),
    COMMITMENT_DISCOUNT_ID("CommitmentDiscountId", CONDITIONAL, STRING, ALLOWED, "null without a term"),
    COMMITMENT_DISCOUNT_NAME("CommitmentDiscountName", CONDITIONAL, STRING, ALLOWED, "the name in configuration"),
    COMMITMENT_DISCOUNT_QUANTITY("CommitmentDiscountQuantity", CONDITIONAL, DECIMAL, ALLOWED,
            "bought, used or unused"),
    COMMITMENT_DISCOUNT_STATUS("CommitmentDiscountStatus", CONDITIONAL, STRING, ALLOWED, "Used or Unused on usage"),
    COMMITMENT_DISCOUNT_TYPE("CommitmentDiscountType", CONDITIONAL, STRING, ALLOWED,
            "Provisioned Throughput or Reserved Tier"),
    COMMITMENT_DISCOUNT_UNIT("CommitmentDiscountUnit", CONDITIONAL, STRING, ALLOWED, "as PricingUnit"),
    CONSUMED_QUANTITY("ConsumedQuantity", CONDITIONAL, DECIMAL, ALLOWED,
            "tokens, images, months and the like; null on what a commitment left unused"),
    CONSUMED_UNIT("ConsumedUnit", CONDITIONAL, STRING, ALLOWED, "null with ConsumedQuantity"),
    CONTRACTED_COST("ContractedCost", MANDATORY, DECIMAL, NEVER, "ContractedUnitPrice times PricingQuantity"),
    CONTRACTED_UNIT_PRICE("ContractedUnitPrice", CONDITIONAL, DECIMAL, ALLOWED, "null on a correction"),
    EFFECTIVE_COST("EffectiveCost", MANDATORY, DECIMAL, NEVER, "0 on a purchase"),
    INVOICE_ISSUER_NAME("InvoiceIssuerName", MANDATORY, STRING, NEVER, "by seller, from configuration"),
    LIST_COST("ListCost", MANDATORY, DECIMAL, NEVER, "ListUnitPrice times PricingQuantity"),
    LIST_UNIT_PRICE("ListUnitPrice", CONDITIONAL, DECIMAL, ALLOWED, "null on a correction"),
    PRICING_CATEGORY("PricingCategory", CONDITIONAL, STRING, NEVER,
            "Committed on usage of a commitment, else Standard"),
    PRICING_QUANTITY("PricingQuantity", MANDATORY, DECIMAL, NEVER, "in PricingUnit, exact"),
    PRICING_UNIT("PricingUnit", MANDATORY, STRING, NEVER, "such as 1000000 Tokens"),
    PROVIDER_NAME("ProviderName", MANDATORY, STRING, NEVER, "AWS, also for what its Marketplace sells"),
    PUBLISHER_NAME("PublisherName", MANDATORY, STRING, NEVER, "the maker of what the Marketplace sells, else AWS"),
    REGION_ID("RegionId", CONDITIONAL, STRING, ALLOWED, "the Region that was called"),
    REGION_NAME("RegionName", CONDITIONAL, STRING, ALLOWED, "the id where we know no name"),
    RESOURCE_ID("ResourceId", CONDITIONAL, STRING, ALLOWED, "an ARN as called; null for a plain model id"),
    RESOURCE_NAME("ResourceName", CONDITIONAL, STRING, ALLOWED, "of owned units alone"),
    RESOURCE_TYPE("ResourceType", CONDITIONAL, STRING, ALLOWED, "as the ARN says"),
    SERVICE_CATEGORY("ServiceCategory", MANDATORY, STRING, NEVER, "AI and Machine Learning"),
    SERVICE_NAME("ServiceName", MANDATORY, STRING, NEVER, "Amazon Bedrock, or the edition that is sold"),
    SERVICE_SUBCATEGORY("ServiceSubcategory", RECOMMENDED, STRING, NEVER, "Generative AI"),
    SKU_ID("SkuId", CONDITIONAL, STRING, NEVER, "model and measure"),
    SKU_METER("SkuMeter", CONDITIONAL, STRING, NEVER, "the measure"),
    SKU_PRICE_DETAILS("SkuPriceDetails", CONDITIONAL, JSON, ALLOWED, "what the price depends on"),
    SKU_PRICE_ID("SkuPriceId", CONDITIONAL, STRING, NEVER, "the place in the price book, without amount and dates"),
    SUB_ACCOUNT_ID("SubAccountId", CONDITIONAL, STRING, ALLOWED, "the account of the log"),
    SUB_ACCOUNT_NAME("SubAccountName", CONDITIONAL, STRING, ALLOWED, "from configuration"),
    SUB_ACCOUNT_TYPE("SubAccountType", CONDITIONAL, STRING, ALLOWED, "Account"),
    TAGS("Tags", CONDITIONAL, JSON, ALLOWED, "team, caller and the like"),
    X_BOOK_DIGEST("x_BookDigest", CUSTOM, STRING, NEVER, "of the price book"),
    X_COST_BASIS("x_CostBasis", CUSTOM, STRING, NEVER,
            "estimate at list, at contract or at stated price, and where the list cost of that comes from"),
    X_PRICE_EVIDENCE("x_PriceEvidence", CUSTOM, STRING, NEVER, "what kind of evidence the price rests on"),
    X_PRICE_SOURCE("x_PriceSource", CUSTOM, STRING, NEVER, "where the price was read"),
    X_PRICING_OPTION("x_PricingOption", CUSTOM, STRING, NEVER, "how it was bought, with the term"),
    X_ROUTING("x_Routing", CUSTOM, STRING, ALLOWED, "in_region, geo or global; null on owned units and what is kept"),
    X_UNCERTAIN("x_Uncertain", CUSTOM, STRING, NEVER, "true once nothing vouches for the price any more"),
    X_USED_METHOD("x_UsedMethod", CUSTOM, STRING, ALLOWED,
            "how used and unused were told apart; null but on hours of owned units and blocks");

    /** Whether a dataset must have the column. */
    public enum Level {
        MANDATORY,
        /** If the provider supports what it is about. */
        CONDITIONAL,
        RECOMMENDED,
        /** Not of FOCUS. */
        CUSTOM
    }

    /** How a value is written. */
    public enum Type {
        STRING,
        /** Plain digits, exact. */
        DECIMAL,
        /** UTC, whole seconds, ending in {@code Z}. */
        DATE_TIME,
        /** An object of texts, itself as one text. */
        JSON
    }

    /** Whether a row may leave it out. */
    public enum Nulls {
        NEVER,
        ALLOWED
    }

    /** All of them, in their stable order. */
    public static final List<FocusColumn> ALL = List.of(values());

    private final String id;
    private final Level level;
    private final Type type;
    private final Nulls nulls;
    private final String rule;

    FocusColumn(String id, Level level, Type type, Nulls nulls, String rule) {
        this.id = id;
        this.level = level;
        this.type = type;
        this.nulls = nulls;
        this.rule = rule;
    }

    /** The name in the header. */
    public String id() {
        return id;
    }

    /** Whether a dataset must have it. */
    public Level level() {
        return level;
    }

    /** How it is written. */
    public Type type() {
        return type;
    }

    /** Whether a row may leave it out: our rows, which may be stricter than FOCUS. */
    public Nulls nulls() {
        return nulls;
    }

    /** What stands in it, for people. */
    public String rule() {
        return rule;
    }
}
