package dev.tallystone.pricing.standing;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A custom model that is kept. A full calendar month in UTC costs the stated price; of another, each begun hour of the
 * clock costs its part. Billed as it accrues: an assumption, as AWS says only "per month". The part of a month that has
 * passed is rounded to twenty decimals at each hour, half to even, and an hour costs the difference of two such parts:
 * a quantity of months that its price multiplies exactly.
 */
public record ModelStorage(Holding holding, Usd usdPerMonth) implements StandingCharge {

    private static final String IN_THE_BOOK = "amazon.bedrock-custom-model-storage";
    private static final int DECIMALS = 20;

    @Override
    public StandingKind kind() {
        return StandingKind.MODEL_STORAGE;
    }

    @Override
    public Optional<PricingOption> option() {
        return Optional.empty();
    }

    @Override
    public String amount() {
        return "1 model";
    }

    @Override
    public String basis() {
        return "the month's price over its hours";
    }

    @Override
    public Usd perHour(Instant at) {
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        return isActive(at)
                ? usdPerMonth.times(sinceEpoch(hour.plus(1, ChronoUnit.HOURS)).subtract(sinceEpoch(hour)))
                : Usd.ZERO;
    }

    @Override
    public Usd effectiveBefore(Instant at) {
        return usdPerMonth.times(monthsBefore(at));
    }

    @Override
    public List<Accrual> accruals(Instant from, Instant to) {
        return List.of(new Accrual(
                new StandingPrice(IN_THE_BOOK, PricingOption.ON_DEMAND, PriceRow.MODEL_STORAGE, usdPerMonth),
                monthsBefore(to).subtract(monthsBefore(from))));
    }

    private BigDecimal monthsBefore(Instant at) {
        if (!start().isBefore(at)) {
            return BigDecimal.ZERO;
        }
        Instant lastMoment = holding.untilEnd(at).minusNanos(1);
        return sinceEpoch(lastMoment.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS))
                .subtract(sinceEpoch(start().truncatedTo(ChronoUnit.HOURS)));
    }

    private static BigDecimal sinceEpoch(Instant hour) {
        YearMonth month = YearMonth.from(hour.atZone(ZoneOffset.UTC));
        Instant first = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return BigDecimal.valueOf(ChronoUnit.HOURS.between(first, hour))
                .divide(BigDecimal.valueOf(month.lengthOfMonth() * 24L), DECIMALS, RoundingMode.HALF_EVEN)
                .add(BigDecimal.valueOf(ChronoUnit.MONTHS.between(YearMonth.of(1970, 1), month)));
    }

    @Override
    public Optional<Renewal> renewal(Instant at) {
        return Optional.empty();
    }

    @Override
    public ModelStorage atList(ListPrices list) {
        return list.of(IN_THE_BOOK, PricingOption.ON_DEMAND, PriceRow.MODEL_STORAGE)
                .map(usd -> new ModelStorage(holding, usd))
                .orElse(this);
    }
}
