package dev.tallystone.pricing;

/**
 * The four costs of the same work, in US dollars, exact (FOCUS 1.2: ListCost, ContractedCost, EffectiveCost,
 * BilledCost).
 *
 * @param list
 *            at public list prices
 * @param contracted
 *            at the prices of an agreement, before commitments
 * @param effective
 *            after everything, with what was paid ahead spread over the time it serves: what advice and budgets use
 * @param billed
 *            what an invoice of that time asks for
 */
public record Costs(Usd list, Usd contracted, Usd effective, Usd billed) {

    /** Nothing. */
    public static final Costs ZERO = atList(Usd.ZERO);

    /** No agreement and no commitment: all four are the same. */
    public static Costs atList(Usd usd) {
        return new Costs(usd, usd, usd, usd);
    }

    /** Pay per use: billed as it is used, at the contracted price. */
    public static Costs perUse(Usd list, Usd contracted) {
        return new Costs(list, contracted, contracted, contracted);
    }

    /** Both together. */
    public Costs plus(Costs other) {
        return new Costs(list.plus(other.list), contracted.plus(other.contracted), effective.plus(other.effective),
                billed.plus(other.billed));
    }

    /** The difference, of which each part may be negative. */
    public Costs minus(Costs other) {
        return new Costs(list.minus(other.list), contracted.minus(other.contracted), effective.minus(other.effective),
                billed.minus(other.billed));
    }
}
