package dev.tallystone.pricing.standing;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.rule.ReservedTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Tokens a minute that are kept free, for a month or three. Billed by the month: all the hours of a paid month when it
 * begins. Effective by the started hour, so that both are equal at the end of each paid month.
 *
 * @param renews
 *            by itself until its end; without, it ends with its first term
 */
public record ReservedBlock(Holding holding, PricingOption term, ReservedTokens block,
        boolean renews) implements StandingCharge {

    /** A month that is paid when it begins: so many hours of the block, {@code [from, until)}. */
    public record PaidMonth(Instant from, Instant until) {}

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    public ReservedBlock {
        if (!PricingOption.RESERVED.contains(term)) {
            throw new IllegalArgumentException("term must be reserved_1mo or reserved_3mo, not " + term.label());
        }
        TermCalendar terms = TermCalendar.of(holding.start(), term).orElseThrow();
        holding = terms.bound(holding, renews);
        Instant end = holding.end().orElse(terms.after(1));
        long started = terms.startedBefore(end);
        if (!terms.after(started).equals(end)) {
            throw new IllegalArgumentException(
                    "end must be where a term ends, since it is paid to there: %s, not %s".formatted(started == 1
                            ? terms.after(1)
                            : terms.after(started - 1) + " or " + terms.after(started), end));
        }
    }

    @Override
    public StandingKind kind() {
        return StandingKind.RESERVED;
    }

    @Override
    public Optional<PricingOption> option() {
        return Optional.of(term);
    }

    @Override
    public String amount() {
        return "%,d tokens in and %,d out a minute".formatted(block.inputTpm(), block.outputTpm());
    }

    @Override
    public String basis() {
        return "billed when a month begins, used or not";
    }

    @Override
    public Usd perHour(Instant at) {
        return isActive(at) ? block.perHour() : Usd.ZERO;
    }

    @Override
    public Usd effectiveBefore(Instant at) {
        return block.perHour().times(holding.startedBefore(at, HOUR_MS));
    }

    @Override
    public List<Accrual> accruals(Instant from, Instant to) {
        long hours = holding.startedBefore(to, HOUR_MS) - holding.startedBefore(from, HOUR_MS);
        return List.of(
                accrual(PriceRow.RESERVED_INPUT, block.usdPerInputStepHour(), block.inputTpm(), hours),
                accrual(PriceRow.RESERVED_OUTPUT, block.usdPerOutputStepHour(), block.outputTpm(), hours));
    }

    private Accrual accrual(String measure, Usd usd, long tpm, long hours) {
        return new Accrual(new StandingPrice(model(), term, measure, usd),
                BigDecimal.valueOf(Math.multiplyExact(tpm / ReservedTokens.STEP, hours)));
    }

    @Override
    public Usd billedBefore(Instant at) {
        var months = new TermCalendar(start(), 1);
        Instant paidTo = months.after(months.startedBefore(holding.untilEnd(at)));
        return block.perHour().times(Duration.between(start(), paidTo).toHours());
    }

    /** The months that are billed within {@code [from, to)}. */
    public Stream<PaidMonth> billedIn(Instant from, Instant to) {
        var months = new TermCalendar(start(), 1);
        return LongStream
                .range(months.startedBefore(holding.untilEnd(from)), months.startedBefore(holding.untilEnd(to)))
                .mapToObj(month -> new PaidMonth(months.after(month), months.after(month + 1)));
    }

    @Override
    public Optional<Renewal> renewal(Instant at) {
        return TermCalendar.of(start(), term).flatMap(terms -> terms.renewal(at, holding, renews));
    }

    @Override
    public ReservedBlock atList(ListPrices list) {
        Usd input = list.of(model(), term, PriceRow.RESERVED_INPUT).orElse(block.usdPerInputStepHour());
        Usd output = list.of(model(), term, PriceRow.RESERVED_OUTPUT).orElse(block.usdPerOutputStepHour());
        return new ReservedBlock(holding, term,
                new ReservedTokens(input, output, block.inputTpm(), block.outputTpm()), renews);
    }
}
