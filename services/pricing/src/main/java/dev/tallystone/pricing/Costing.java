package dev.tallystone.pricing;

import java.util.List;

/** What counts cost under one option. */
public sealed interface Costing {

    /** All of it has a price. */
    record Priced(Usd usd) implements Costing {}

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
