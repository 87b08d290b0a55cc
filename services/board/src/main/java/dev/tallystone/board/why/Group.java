package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Cell;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one sender did with one model in both periods, and what that did to its cost.
 *
 * @param ok
 *            of successful calls
 * @param failed
 *            of all others
 * @param senderRequests
 *            successful requests of the sender to all models
 */
record Group(Key key, List<Slice> ok, List<Slice> failed, Ratio senderRequests, Map<Cause, Usd> terms) {

    /** Who calls, as fine as it is known: callers of one name in two accounts may do different work. */
    record Sender(String account, String caller, String team) {}

    /**
     * Who calls what.
     *
     * @param variant
     *            of images
     */
    record Key(Sender sender, String model, String variant) {

        static Key of(Entry entry) {
            Usage usage = entry.usage();
            Cell cell = usage.cell();
            return new Key(new Sender(cell.account(), entry.caller(), entry.team()), usage.model(),
                    usage.priceKey().map(PriceKey::variant).orElse(cell.variant()));
        }
    }

    /** Successful requests. */
    Ratio requests() {
        return count(slice -> slice.measure() == Measure.REQUESTS);
    }

    /** Successful requests of several. */
    static Ratio requests(List<Group> groups) {
        return groups.stream().map(Group::requests).reduce(Ratio.NONE, Ratio::plus);
    }

    /** Of successful calls. */
    Ratio count(Predicate<Slice> which) {
        return count(ok, which);
    }

    static Ratio count(List<Slice> slices, Predicate<Slice> which) {
        return slices.stream().filter(which).map(Slice::count).reduce(Ratio.NONE, Ratio::plus);
    }

    Usd of(Cause cause) {
        return terms.getOrDefault(cause, Usd.ZERO);
    }

    static Usd sum(List<Group> groups, Cause cause) {
        return groups.stream().map(group -> group.of(cause)).reduce(Usd.ZERO, Usd::plus);
    }

    /** The one that a cause moved most. */
    static Optional<Group> mostMoved(List<Group> groups, Cause cause) {
        return groups.stream()
                .filter(group -> !group.of(cause).equals(Usd.ZERO))
                .max(Comparator.comparing(group -> group.of(cause).amount().abs()));
    }
}
