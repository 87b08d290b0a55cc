package dev.tallystone.board.chargeback;

import dev.tallystone.board.Past;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.allocation.Capacity;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.ReservedBlock;
import dev.tallystone.pricing.standing.StandingCharge;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is served together: all units of one provisioned model, or all blocks of one model id in one account and Region,
 * since nothing tells which of them a call used.
 */
public final class ServingCapacity {

    private ServingCapacity() {}

    /** Of all that serves with a charge at a time; absent where nobody states what a unit serves. */
    public static Optional<Capacity> of(Past past, StandingCharge charge, Instant at) {
        return switch (charge) {
            case Commitment units -> unit(past, units, at).map(unit -> Capacity.of(unit, units(past, units, at)));
            case ReservedBlock block -> blocks(past, block, at).map(other -> Capacity.of(other.block()))
                    .reduce(Capacity::plus);
            case ModelStorage _,ImportUnits _ -> Optional.empty();
        };
    }

    private static Optional<UnitCapacity> unit(Past past, Commitment units, Instant at) {
        String model = past.pricer().baseModel(units.model(), at);
        return past.settings()
                .capacities()
                .stream()
                .filter(capacity -> capacity.baseModel().equals(model))
                .findFirst();
    }

    private static long units(Past past, Commitment units, Instant at) {
        return past.settings()
                .commitments()
                .stream()
                .filter(other -> other.model().equals(units.model()) && other.isActive(at))
                .mapToLong(Commitment::units)
                .sum();
    }

    private static Stream<ReservedBlock> blocks(Past past, ReservedBlock block, Instant at) {
        return past.settings()
                .standing()
                .stream()
                .filter(ReservedBlock.class::isInstance)
                .map(ReservedBlock.class::cast)
                .filter(other -> other.account().equals(block.account()) && other.region().equals(block.region())
                        && other.isActive(at) && other.model().equals(block.model()));
    }
}
