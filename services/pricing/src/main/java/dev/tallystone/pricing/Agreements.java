package dev.tallystone.pricing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What was negotiated. Of those that cover a price, the first listed holds: discounts are never added up. */
public record Agreements(List<Agreement> listed) {

    /** Nothing was entered: every figure is at list. */
    public static final Agreements NONE = new Agreements(List.of());

    public Agreements {
        listed = List.copyOf(listed);
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
}
