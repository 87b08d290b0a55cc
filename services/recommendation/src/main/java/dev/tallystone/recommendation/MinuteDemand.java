package dev.tallystone.recommendation;

import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Usd;

/**
 * One full minute of a subject's traffic.
 *
 * @param minute
 *            whole minutes since 1970
 * @param onDemand
 *            what it cost at on-demand list prices; nothing on owned units
 * @param confirmed
 *            the part whose callers say that they can wait a day
 * @param possible
 *            the part that is not streamed, so that nothing in the log says it could not wait
 */
public record MinuteDemand(long minute, Quantities quantities, Usd onDemand, Deferrable confirmed,
        Deferrable possible) {

    /** A minute without traffic. */
    static MinuteDemand idle(long minute) {
        return new MinuteDemand(minute, Quantities.NONE, Usd.ZERO, Deferrable.NONE, Deferrable.NONE);
    }

    /** A part of the minute, as bought and as a batch job. */
    public record Deferrable(Usd onDemand, Usd batch) {

        /** No part at all. */
        public static final Deferrable NONE = new Deferrable(Usd.ZERO, Usd.ZERO);

        /** Both together. */
        public Deferrable plus(Deferrable other) {
            return new Deferrable(onDemand.plus(other.onDemand), batch.plus(other.batch));
        }

        /** What batch would save. */
        public Usd saving() {
            return onDemand.minus(batch);
        }
    }
}
