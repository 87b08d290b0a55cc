package dev.tallystone.board;

import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Usd;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A sum of which a part may have no price.
 *
 * @param unpriced
 *            why a part is not in it, each reason once; empty when all is priced
 */
public record Money(Usd usd, Set<String> unpriced) {

    /** Nothing, of which all is priced. */
    public static final Money NONE = new Money(Usd.ZERO, Set.of());

    public Money {
        unpriced = Collections.unmodifiableSortedSet(new TreeSet<>(unpriced)); // equal order on every replica
    }

    /** With one more costing. */
    Money plus(Costing costing) {
        return switch (costing) {
            case Costing.Priced(var more) -> new Money(usd.plus(more), unpriced);
            case Costing.Unpriced(var why) -> plus(new Money(Usd.ZERO, Set.copyOf(why)));
        };
    }

    /** Both together. */
    Money plus(Money other) {
        var why = new TreeSet<>(unpriced);
        why.addAll(other.unpriced);
        return new Money(usd.plus(other.usd), why);
    }
}
