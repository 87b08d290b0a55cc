package dev.tallystone.pricing.importing;

/** Carries a refusal to where the row is known; never leaves the package. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal.Reason reason;

    RefusedException(Refusal.Reason reason, String why) {
        super(why, null, false, false);
        this.reason = reason;
    }

    Refusal of(OfferRow row) {
        return new Refusal(row.product().sku(), row.product().usagetype(), reason, String.valueOf(getMessage()));
    }
}
