package dev.tallystone.pricing.importing;

/**
 * A row of an offer file that became no price.
 *
 * @param usagetype
 *            as written
 * @param why
 *            for people, with the offending value and what would have been right
 */
public record Refusal(String sku, String usagetype, Reason reason, String why) {

    /** Kinds of refusal, in the order of a report. */
    public enum Reason {
        /** No API id is known for the name. */
        UNMAPPED_MODEL("unmapped model"),
        /** The price book counts no such thing. */
        NO_MEASURE("no measure in the price book"),
        /** Sold in a way that the price book does not know. */
        NO_OPTION("no option in the price book"),
        /** Customisation and other products, or another kind of term. */
        OTHER_PRODUCT("another product"),
        /** A price of long requests, and nothing says from which length. */
        NO_THRESHOLD("threshold not known"),
        /** A word of the usage type, or the whole, means nothing to us. */
        NOT_UNDERSTOOD("usage type not understood"),
        /** The row says two things about one. */
        CONTRADICTION("contradicts itself"),
        UNKNOWN_REGION("unknown Region"),
        UNKNOWN_UNIT("unknown unit"),
        /** Not in US dollars, no decimal, negative, or too fine. */
        BAD_PRICE("not a price"),
        BAD_DATE("not a date"),
        /** A product without price. */
        NO_PRICE("without a price"),
        /** One of several prices by volume. */
        VOLUME_TIER("priced by volume"),
        OTHER_OFFER("another offer"),
        /** Two rows price one thing differently. */
        CONFLICT("conflict");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }
}
