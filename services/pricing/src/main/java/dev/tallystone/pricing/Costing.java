package dev.tallystone.pricing;

import java.util.List;

/** What counts cost under one option. */
public sealed interface Costing {

    /**
     * All of it has a price.
     *
     * @param uncertain
     *            the part of the effective cost that rests on prices which are not certain
     */
    record Priced(Costs costs, Usd uncertain) implements Costing {

        /** At list, and certain. */
        public Priced(Usd usd) {
            this(Costs.atList(usd), Usd.ZERO);
        }
    }

    /**
     * Some of it has none, so there is no sum: half a price would look like a saving.
     *
     * @param why
     *            for people, such as {@code no price of output}
     */
    record Unpriced(List<String> why) implements Costing {

        public Unpriced {
            why = List.copyOf(why);
        }
    }
}
