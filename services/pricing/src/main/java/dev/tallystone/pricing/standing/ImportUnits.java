package dev.tallystone.pricing.standing;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Units that serve an imported model without a pause. AWS bills them by the minute in windows of five from the first
 * call; a begun window counts whole.
 *
 * @param version
 *            of the unit, as the book names it: {@code v1}, or {@code v2} for the weights of OpenAI
 */
public record ImportUnits(Holding holding, String version, long units, Usd usdPerUnitMinute) implements StandingCharge {

    private static final long WINDOW_MINUTES = 5;
    private static final long WINDOW_MS = Duration.ofMinutes(WINDOW_MINUTES).toMillis();
    private static final long MINUTES_PER_HOUR = 60;

    public ImportUnits {
        if (units < 1) {
            throw new IllegalArgumentException("units must be 1 or more, not " + units);
        }
        if (!version.equals("v1") && !version.equals("v2")) {
            throw new IllegalArgumentException("version must be v1 or v2, not '%s'".formatted(version));
        }
    }

    @Override
    public StandingKind kind() {
        return StandingKind.IMPORT_UNITS;
    }

    @Override
    public Optional<PricingOption> option() {
        return Optional.empty();
    }

    @Override
    public String amount() {
        return "%,d import unit%s".formatted(units, units == 1 ? "" : "s");
    }

    @Override
    public String basis() {
        return "for every begun five minutes";
    }

    @Override
    public Usd perHour(Instant at) {
        return isActive(at) ? usdPerUnitMinute.times(units).times(MINUTES_PER_HOUR) : Usd.ZERO;
    }

    @Override
    public Usd effectiveBefore(Instant at) {
        return usdPerUnitMinute.times(units).times(minutes(at));
    }

    @Override
    public List<Accrual> accruals(Instant from, Instant to) {
        return List.of(new Accrual(
                new StandingPrice(inTheBook(), PricingOption.ON_DEMAND, PriceRow.IMPORT_UNIT, usdPerUnitMinute),
                BigDecimal.valueOf(Math.multiplyExact(units, minutes(to) - minutes(from)))));
    }

    private long minutes(Instant at) {
        return holding.startedBefore(at, WINDOW_MS) * WINDOW_MINUTES;
    }

    private String inTheBook() {
        return "amazon.bedrock-model-import-" + version;
    }

    @Override
    public Optional<Renewal> renewal(Instant at) {
        return Optional.empty();
    }

    @Override
    public ImportUnits atList(ListPrices list) {
        return list.of(inTheBook(), PricingOption.ON_DEMAND, PriceRow.IMPORT_UNIT)
                .map(usd -> new ImportUnits(holding, version, units, usd))
                .orElse(this);
    }
}
