package dev.tallystone.board;

import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A sum of which a part may have no price, or none that is certain.
 *
 * @param uncertain
 *            the part of the effective cost that rests on prices which are not certain
 * @param unpriced
 *            why a part is not in it, each reason once; empty when all is priced
 */
public record Money(Costs costs, Usd uncertain, Set<String> unpriced) {

    /** Nothing, of which all is priced. */
    public static final Money NONE = new Money(Costs.ZERO, Usd.ZERO, Set.of());

    public Money {
        unpriced = Collections.unmodifiableSortedSet(new TreeSet<>(unpriced)); // equal order on every replica
    }

    /** The effective cost, which is what advice compares. */
    public Usd usd() {
        return costs.effective();
    }

    /** With one more costing. */
    public Money plus(Costing costing) {
        return switch (costing) {
            case Costing.Priced(var more, var notCertain) -> new Money(costs.plus(more), uncertain.plus(notCertain),
                    unpriced);
            case Costing.Unpriced(var why) -> plus(new Money(Costs.ZERO, Usd.ZERO, Set.copyOf(why)));
        };
    }

    /** With a standing charge. */
    public Money plus(Costs more) {
        return new Money(costs.plus(more), uncertain, unpriced);
    }

    /** Both together. */
    public Money plus(Money other) {
        var why = new TreeSet<>(unpriced);
        why.addAll(other.unpriced);
        return new Money(costs.plus(other.costs), uncertain.plus(other.uncertain), why);
    }
}
