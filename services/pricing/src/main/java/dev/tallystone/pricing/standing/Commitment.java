package dev.tallystone.pricing.standing;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.rule.Excess;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Owned model units. They are billed by the hour from start to end, used or not, without any event that says so.
 * Started hours count whole: an assumption, since AWS says only "per hour".
 *
 * @param holding
 *            its model is the provisioned model's ARN, by which its calls are known
 * @param renews
 *            by itself, as AWS does, until its end; without, it ends with its first term
 * @param excess
 *            what callers do with what AWS refuses above the units; empty while unknown. No charge depends on it
 */
public record Commitment(Holding holding, long units, PricingOption term, Usd usdPerUnitHour,
        boolean renews, Optional<Excess> excess) implements StandingCharge {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    public Commitment {
        if (units < 1 || !term.isProvisioned()) {
            throw new IllegalArgumentException("commitment %s must own units under a provisioned term, not %d under %s"
                    .formatted(holding.id(), units, term.label()));
        }
        Optional<TermCalendar> terms = TermCalendar.of(holding.start(), term);
        if (renews && terms.isEmpty()) {
            throw new IllegalArgumentException("renews must be left out or false under %s, which has no term to renew"
                    .formatted(term.label()));
        }
        if (terms.isPresent()) {
            holding = terms.get().bound(holding, renews);
        }
    }

    /** Of nobody, and renewing if it has a term. */
    public Commitment(String id, String account, String region, String model, long units, PricingOption term,
            Usd usdPerUnitHour, Instant start, Optional<Instant> end) {
        this(new Holding(id, account, region, model, "", start, end, ""), units, term, usdPerUnitHour,
                term != PricingOption.PROVISIONED_NONE, Optional.empty());
    }

    @Override
    public StandingKind kind() {
        return StandingKind.MODEL_UNITS;
    }

    @Override
    public Optional<PricingOption> option() {
        return Optional.of(term);
    }

    @Override
    public String amount() {
        return "%,d unit%s".formatted(units, units == 1 ? "" : "s");
    }

    @Override
    public String basis() {
        return "for every started hour, used or not";
    }

    /** What an hour costs. */
    public Usd perHour() {
        return usdPerUnitHour.times(units);
    }

    @Override
    public Usd perHour(Instant at) {
        return isActive(at) ? perHour() : Usd.ZERO;
    }

    @Override
    public Usd effectiveBefore(Instant at) {
        return perHour().times(hours(at));
    }

    @Override
    public List<Accrual> accruals(Instant from, Instant to) {
        return List.of(new Accrual(new StandingPrice(model(), term, PriceRow.MODEL_UNIT, usdPerUnitHour),
                BigDecimal.valueOf(Math.multiplyExact(units, hours(to) - hours(from)))));
    }

    /**
     * When the hours begin that accrue within {@code [from, to)}; each is billed whole, also where it outlasts them.
     */
    public Stream<Instant> hoursBegunIn(Instant from, Instant to) {
        return LongStream.range(hours(from), hours(to)).mapToObj(hour -> start().plusMillis(hour * HOUR_MS));
    }

    private long hours(Instant at) {
        return holding.startedBefore(at, HOUR_MS);
    }

    @Override
    public Optional<Renewal> renewal(Instant at) {
        return TermCalendar.of(start(), term).flatMap(terms -> terms.renewal(at, holding, renews));
    }

    @Override
    public Commitment atList(ListPrices list) {
        return list.of(model(), term, PriceRow.MODEL_UNIT)
                .map(usd -> new Commitment(holding, units, term, usd, renews, excess))
                .orElse(this);
    }
}
