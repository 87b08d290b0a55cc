package dev.tallystone.pricing.book;

/** What kind of evidence a price rests on, the weakest first. */
public enum Evidence {
    /** A page, a model card or a news item says so. */
    ANNOUNCED,
    /** A row of the AWS Price List says so. */
    ON_PRICE_LIST,
    /** Somebody was billed so. */
    ON_INVOICE
}
