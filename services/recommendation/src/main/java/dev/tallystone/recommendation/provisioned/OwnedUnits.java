package dev.tallystone.recommendation.provisioned;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.rule.Excess;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.recommendation.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The contracts on a custom model's units at one time. A month or six of commitment bind, and bind again when they
 * renew by themselves; a unit without commitment can be given back at any time. AWS changes the number of units of no
 * purchase (user guide: modify a Provisioned Throughput), so fewer of them means to buy those that are needed anew.
 */
public record OwnedUnits(List<Commitment> contracts, Instant at) {

    public OwnedUnits {
        contracts = List.copyOf(contracts);
    }

    /** Those of a subject whose model is the ARN as called. */
    public static OwnedUnits of(Collection<Commitment> all, Subject subject, Instant at) {
        return new OwnedUnits(all.stream()
                .filter(contract -> contract.account().equals(subject.account())
                        && contract.region().equals(subject.region()) && contract.model().equals(subject.model())
                        && contract.isActive(at))
                .toList(), at);
    }

    long units() {
        return contracts.stream().mapToLong(Commitment::units).sum();
    }

    /** What they cost an hour, by contract. */
    Usd perHour() {
        return contracts.stream().map(Commitment::perHour).reduce(Usd.ZERO, Usd::plus);
    }

    /** What callers do above them; empty where no contract says it, or two disagree. */
    Optional<Excess> excess() {
        List<Optional<Excess>> stated = contracts.stream().map(Commitment::excess).distinct().toList();
        return stated.size() == 1 ? stated.getFirst() : Optional.empty();
    }

    /** The part that cannot be given back now. */
    OwnedUnits bound() {
        return new OwnedUnits(contracts.stream().filter(contract -> boundUntil(contract).isPresent()).toList(), at);
    }

    /**
     * What an hour costs with so many units. More are bought beside what is owned; of fewer, what binds stays, and the
     * rest is bought anew.
     */
    Usd perHourWith(long needed, Usd usdPerUnitHour) {
        OwnedUnits kept = needed < units() ? bound() : this;
        return kept.perHour().plus(usdPerUnitHour.times(Math.max(0, needed - kept.units())));
    }

    /** The price of another unit where no list has one: that of the dearest contract. */
    Optional<TermPrice> contractPrice() {
        return contracts.stream()
                .max(Comparator.comparing(Commitment::usdPerUnitHour).thenComparing(Commitment::id))
                .map(contract -> new TermPrice(contract.term(), contract.usdPerUnitHour(),
                        "more units at the contract's price, since the list has none without commitment: "
                                + describe(contract)));
    }

    /** Every contract, for people. */
    List<String> prices() {
        return contracts.stream().map(OwnedUnits::describe).toList();
    }

    private static String describe(Commitment contract) {
        return "%s %s per model unit and hour, %d owned (contract %s, from %s)".formatted(contract.term().label(),
                contract.usdPerUnitHour(), contract.units(), contract.id(), date(contract.start()));
    }

    /** Until when each contract binds, for people. */
    List<String> bindings() {
        return contracts.stream()
                .flatMap(contract -> boundUntil(contract).stream()
                        .map(end -> "%d owned (contract %s) cannot be given back before %s: not in the saving"
                                .formatted(contract.units(), contract.id(), date(end))))
                .toList();
    }

    /** The end of the running term, or the contract's own end if that is earlier. */
    private Optional<Instant> boundUntil(Commitment contract) {
        if (contract.term() == PricingOption.PROVISIONED_NONE) {
            return Optional.empty();
        }
        long months = contract.term() == PricingOption.PROVISIONED_1MO ? 1 : 6;
        ZonedDateTime start = contract.start().atZone(ZoneOffset.UTC);
        long over = ChronoUnit.MONTHS.between(start, at.atZone(ZoneOffset.UTC)) / months;
        return LongStream.iterate(over, term -> term + 1)
                .mapToObj(term -> start.plusMonths(term * months).toInstant())
                .filter(end -> end.isAfter(at))
                .findFirst()
                .map(end -> contract.end().filter(end::isAfter).orElse(end));
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
