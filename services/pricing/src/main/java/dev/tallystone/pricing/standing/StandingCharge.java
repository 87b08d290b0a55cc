package dev.tallystone.pricing.standing;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that costs by the calendar, used or not. The stated price is what the buyer pays: contracted, effective and
 * billed cost rest on it; {@link StandingCosts} knows the list price.
 */
public sealed interface StandingCharge permits Commitment, ReservedBlock, ModelStorage, ImportUnits {

    /** What every one says of itself. */
    Holding holding();

    /** Which it is. */
    StandingKind kind();

    /** Under which option it was bought, where that is one. */
    Optional<PricingOption> option();

    /** How much of it there is, such as {@code 2 units}, for people. */
    String amount();

    /** How it is paid, for people, after its price an hour. */
    String basis();

    /** What the hour in which {@code at} lies costs; nothing while it does not run. */
    Usd perHour(Instant at);

    /** Effective cost from the start until just before {@code at}. Never falls. */
    Usd effectiveBefore(Instant at);

    /**
     * What accrued within {@code [from, to)}, by price: one, or input and output apart. Their stated costs add up to
     * the effective cost of that stretch, to the last digit.
     */
    List<Accrual> accruals(Instant from, Instant to);

    /** Billed cost from the start until just before {@code at}. Never falls. */
    default Usd billedBefore(Instant at) {
        return effectiveBefore(at);
    }

    /** The next end of a term; none where there is no term, or it ends for good before. */
    Optional<Renewal> renewal(Instant at);

    /** The same at the list's price, as far as that has one. */
    StandingCharge atList(ListPrices list);

    /** What accrued within {@code [from, to)}, all of it at the stated price. Nothing where {@code to} is earlier. */
    default Costs accrued(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Costs.ZERO;
        }
        Usd effective = effectiveBefore(to).minus(effectiveBefore(from));
        return new Costs(effective, effective, effective, billedBefore(to).minus(billedBefore(from)));
    }

    /** Whether it runs at a time. */
    default boolean isActive(Instant at) {
        return holding().isActive(at);
    }

    /** For people; no two are the same. */
    default String id() {
        return holding().id();
    }

    /** Which account pays. */
    default String account() {
        return holding().account();
    }

    /** Where it is. */
    default String region() {
        return holding().region();
    }

    /** Id or ARN. */
    default String model() {
        return holding().model();
    }

    /** The team that it is for; empty while it is nobody's. */
    default String owner() {
        return holding().owner();
    }

    /** First moment that costs. */
    default Instant start() {
        return holding().start();
    }

    /** First moment that costs nothing any more; absent while it runs on. */
    default Optional<Instant> end() {
        return holding().end();
    }
}
