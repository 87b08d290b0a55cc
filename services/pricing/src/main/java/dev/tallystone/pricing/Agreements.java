package dev.tallystone.pricing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was negotiated. Of those that cover a price, the first listed holds: discounts are never added up. */
public record Agreements(List<Agreement> listed) {

    /** How prices are called where nothing negotiated holds. */
    public static final String AT_LIST = "at list";

    /** How prices are called where something negotiated holds: what it does not cover is at list all the same. */
    public static final String CONTRACTED = "contracted";

    /** How many may be entered: each has a series of its own. */
    public static final int MAX = 200;

    /** So long before an end people are told. */
    public static final Duration NOTICE = Duration.ofDays(30);

    private static final int MAX_TOLD = 5;

    /** Nothing was entered: every figure is at list. */
    public static final Agreements NONE = new Agreements(List.of());

    public Agreements {
        listed = List.copyOf(listed);
        if (listed.size() > MAX) {
            throw new IllegalArgumentException("agreements must be %d at most, not %d".formatted(MAX, listed.size()));
        }
        Set<String> ids = new HashSet<>();
        for (Agreement agreement : listed) {
            if (!ids.add(agreement.id())) {
                throw new IllegalArgumentException(
                        "agreements must each have an id of their own, not '%s' twice".formatted(agreement.id()));
            }
        }
    }

    /** A price as it holds for the buyer. */
    UnitPrice applyTo(UnitPrice price, Seller seller, Instant at) {
        return listed.stream()
                .filter(agreement -> agreement.covers(price.row(), seller, at))
                .findFirst()
                .map(price::under)
                .orElse(price);
    }

    /** The moments at which one begins or ends. */
    Stream<Instant> changes() {
        return listed.stream().flatMap(agreement -> Stream.of(agreement.from(), agreement.until()));
    }

    /** {@value #AT_LIST} or {@value #CONTRACTED}, by what holds at a moment. */
    public String basis(Instant at) {
        return basis(at, at.plusMillis(1));
    }

    /** {@value #AT_LIST} or {@value #CONTRACTED}, by what held at any time of {@code [from, to)}. */
    public String basis(Instant from, Instant to) {
        return listed.stream().anyMatch(agreement -> agreement.overlaps(from, to)) ? CONTRACTED : AT_LIST;
    }

    /** {@link #basis} in a few more words, such as {@code at list: no agreement is entered}. */
    public String told(Instant at) {
        return told(at, at.plusMillis(1));
    }

    /** {@link #basis} of {@code [from, to)} in a few more words. */
    public String told(Instant from, Instant to) {
        if (basis(from, to).equals(AT_LIST)) {
            return AT_LIST + (listed.isEmpty() ? ": no agreement is entered" : ": no agreement holds at that time");
        }
        return CONTRACTED + ": " + listed.stream()
                .filter(agreement -> agreement.overlaps(from, to))
                .limit(MAX_TOLD)
                .map(agreement -> "%s (%s)".formatted(agreement.id(), agreement.terms().words()))
                .collect(Collectors.joining(", ")) + more(from, to);
    }

    private String more(Instant from, Instant to) {
        long holding = listed.stream().filter(agreement -> agreement.overlaps(from, to)).count();
        return holding > MAX_TOLD ? " and %d more".formatted(holding - MAX_TOLD) : "";
    }

    /** Whether another holds when it ends, for all that it was for; else the public price comes back. */
    public boolean isFollowed(Agreement agreement) {
        return listed.stream().anyMatch(other -> other.follows(agreement));
    }

    /** For people: which of them end within {@link #NOTICE}, and that the public price comes back. */
    public List<String> warnings(Instant at) {
        return listed.stream()
                .filter(agreement -> at.isBefore(agreement.until()) && !agreement.until().isAfter(at.plus(NOTICE)))
                .filter(agreement -> !isFollowed(agreement))
                .map(agreement -> warning(agreement, at))
                .toList();
    }

    private static String warning(Agreement agreement, Instant at) {
        long days = Duration.between(at, agreement.until()).toDays();
        return "agreement %s (%s: %s; %s) reverts to public price on %s, %s".formatted(agreement.id(),
                agreement.scope(), agreement.terms().words(), agreement.source(), day(agreement.until()),
                days == 0 ? "in less than a day" : "in %d day%s".formatted(days, days == 1 ? "" : "s"));
    }

    /** The moment itself unless it is a midnight in UTC. */
    private static String day(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(at) ? day.toString() : at.toString();
    }
}
