package dev.tallystone.board.costs;

import dev.tallystone.board.Past;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.focus.CalendarCharge;
import dev.tallystone.pricing.focus.ChargePeriod;
import dev.tallystone.pricing.focus.CommitmentCharge;
import dev.tallystone.pricing.focus.OwnedCapacity;
import dev.tallystone.pricing.focus.PricedCharge;
import dev.tallystone.pricing.focus.PurchaseCharge;
import dev.tallystone.pricing.focus.Rate;
import dev.tallystone.pricing.focus.Sku;
import dev.tallystone.pricing.focus.Tags;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.pricing.standing.Accrual;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.ReservedBlock;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.pricing.standing.StandingPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The charges of one standing charge in a stretch in which no list price and no name changes. */
final class StandingRows {

    private final Past past;
    private final UnitUse units;
    private final BlockUse blocks;

    StandingRows(Past past) {
        this.past = past;
        this.units = new UnitUse(past);
        this.blocks = new BlockUse(past);
    }

    /** Takes the base model, and the list's row for each of the charge's prices. */
    List<PricedCharge> of(StandingCharge charge, String model, List<Optional<PriceRow>> listed, Instant from,
            Instant to) {
        var rows = new ArrayList<PricedCharge>();
        List<Accrual> accruals = charge.accruals(from, to);
        for (int i = 0; i < accruals.size(); i++) {
            Accrual accrual = accruals.get(i);
            Rate rate = rate(charge, accrual.price(), listed.get(i));
            switch (charge) {
                case Commitment owned -> rows.addAll(hours(owned, capacity(owned, owned.model(), model, "",
                        accrual.price(), rate), accrual, from, to));
                case ReservedBlock block -> rows.addAll(reserved(block, capacity(block, block.id(), model,
                        BlockUse.routing(block).name().toLowerCase(Locale.ROOT),
                        accrual.price(), rate), accrual, from, to));
                case ModelStorage _,ImportUnits _ -> rows.addAll(kept(charge, accrual, rate, from, to));
            }
        }
        return rows;
    }

    private static Rate rate(StandingCharge charge, StandingPrice price, Optional<PriceRow> listed) {
        BigDecimal paid = price.stated().amount();
        String named = charge.holding().source();
        String source = named.isBlank() ? "configuration of " + charge.id() : named;
        return listed.map(row -> Rate.stated(row.usdPerUnit(), paid, "%s; list: %s".formatted(source, row.source())))
                .orElseGet(() -> Rate.stated(paid, source));
    }

    private OwnedCapacity capacity(StandingCharge charge, String id, String model, String routing,
            StandingPrice price, Rate rate) {
        return new OwnedCapacity(id, charge.id(), charge.account(), charge.region(), model(model), price.option(),
                price.measure(), routing, rate);
    }

    /** What is not in the book, or whose ARN no alias names, is paid all the same. */
    private PriceBook.Model model(String id) {
        PriceBook.Model known = past.pricer().book().models().get(id);
        return known == null ? new PriceBook.Model(id, id, "unknown", "text", Seller.AWS, "") : known;
    }

    private List<CommitmentCharge> hours(Commitment owned, OwnedCapacity capacity, Accrual accrual, Instant from,
            Instant to) {
        return accrual.quantity().signum() == 0
                ? List.of()
                : split(owned, capacity, accrual, units.of(owned, capacity, accrual.quantity(), from, to), from, to);
    }

    private List<CommitmentCharge> split(StandingCharge charge, OwnedCapacity capacity, Accrual accrual, Use use,
            Instant from, Instant to) {
        return CommitmentCharge.split(capacity, period(charge, from, to), accrual.quantity(), use.used(),
                use.consumed(), use.method(), tags(charge));
    }

    private List<PricedCharge> reserved(ReservedBlock block, OwnedCapacity capacity, Accrual accrual, Instant from,
            Instant to) {
        var rows = new ArrayList<PricedCharge>();
        long steps = (accrual.price().measure().equals(PriceRow.RESERVED_INPUT)
                ? block.block().inputTpm()
                : block.block().outputTpm()) / ReservedTokens.STEP;
        block.billedIn(from, to)
                .forEach(month -> rows.add(new PurchaseCharge(capacity,
                        new ChargePeriod(month.from().truncatedTo(ChronoUnit.SECONDS),
                                month.until().truncatedTo(ChronoUnit.SECONDS)),
                        steps, tags(block))));
        if (accrual.quantity().signum() != 0) {
            Use use = blocks.of(block, accrual.price().measure(), accrual.quantity(), from, to);
            rows.addAll(split(block, capacity, accrual, use, from, to));
        }
        return rows;
    }

    private List<CalendarCharge> kept(StandingCharge charge, Accrual accrual, Rate rate, Instant from, Instant to) {
        StandingPrice price = accrual.price();
        var sku = new Sku(price.model(), price.measure(), price.option(), charge.region(), "", 0, "");
        return accrual.quantity().signum() == 0
                ? List.of()
                : List.of(new CalendarCharge(period(charge, from, to), charge.account(), charge.region(),
                        charge.model(), charge.id(), model(price.model()), sku, rate, accrual.quantity(),
                        tags(charge)));
    }

    private static ChargePeriod period(StandingCharge charge, Instant from, Instant to) {
        return ChargePeriod.around(charge.start().isAfter(from) ? charge.start() : from, charge.holding().untilEnd(to));
    }

    private Tags tags(StandingCharge charge) {
        return Tags.of(Map.of("team", past.teamOf(charge)), Map.of());
    }
}
