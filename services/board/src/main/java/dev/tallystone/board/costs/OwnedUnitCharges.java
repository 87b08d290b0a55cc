package dev.tallystone.board.costs;

import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.focus.Charge;
import dev.tallystone.pricing.focus.ChargePeriod;
import dev.tallystone.pricing.focus.CommitmentCharge;
import dev.tallystone.pricing.focus.OwnedCapacity;
import dev.tallystone.pricing.focus.Rate;
import dev.tallystone.pricing.focus.Tags;
import dev.tallystone.pricing.standing.Commitment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hours of owned units, by day. What a unit serves is not published, so a day with calls counts as used, whole, and
 * one without as unused.
 */
final class OwnedUnitCharges {

    private final Past past;
    private final UsedFilter filter;

    OwnedUnitCharges(Past past, UsedFilter filter) {
        this.past = past;
        this.filter = filter;
    }

    Stream<Charge> of(Span.Days span) {
        if (!filter.equals(UsedFilter.ALL)) {
            return Stream.empty();
        }
        return span.from()
                .datesUntil(span.to())
                .flatMap(day -> past.settings().commitments().stream().flatMap(owned -> charges(owned, day).stream()));
    }

    private List<CommitmentCharge> charges(Commitment owned, LocalDate day) {
        Instant from = later(Exporter.start(day), owned.start());
        Instant end = owned.end().orElse(Instant.MAX);
        Instant to = Stream.of(Exporter.start(day.plusDays(1)), past.asOf(), end)
                .min(Instant::compareTo)
                .orElse(past.asOf())
                .truncatedTo(ChronoUnit.HOURS);
        Instant begin = from.truncatedTo(ChronoUnit.HOURS);
        return begin.isBefore(to) ? charges(owned, model(owned), new ChargePeriod(begin, to), day) : List.of();
    }

    /** Units of a model that is not in the book, or whose ARN no alias names, are paid all the same. */
    private PriceBook.Model model(Commitment owned) {
        String id = past.pricer().baseModel(owned.model(), past.asOf());
        PriceBook.Model known = past.pricer().book().models().get(id);
        return known == null ? new PriceBook.Model(id, id, "unknown", "text", Seller.AWS, "") : known;
    }

    private List<CommitmentCharge> charges(Commitment owned, PriceBook.Model model, ChargePeriod period,
            LocalDate day) {
        long served = past.in(new Span.Days(day, day.plusDays(1)), UsedFilter.ALL)
                .stream()
                .filter(Exporter::isOwned)
                .filter(used -> used.usage().cell().model().equals(owned.model()))
                .mapToLong(used -> used.quantities().tokens())
                .sum();
        BigDecimal usd = owned.usdPerUnitHour().amount();
        var capacity = new OwnedCapacity(owned.model(), owned.id(), owned.account(), owned.region(), model,
                owned.term(), PriceRow.MODEL_UNIT, Rate.stated(usd, usd, "contract " + owned.id()));
        BigDecimal unitHours = BigDecimal
                .valueOf(Math.multiplyExact(owned.units(), Duration.between(period.from(), period.until()).toHours()));
        return CommitmentCharge.split(capacity, period, unitHours, served == 0 ? BigDecimal.ZERO : unitHours, served,
                Tags.NONE);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
