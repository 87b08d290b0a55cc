package dev.tallystone.board.costs;

import dev.tallystone.board.Past;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.standing.ReservedBlock;
import dev.tallystone.pricing.standing.StandingCharge;
import java.util.Optional;

/** How usage was bought: by its mode, with the term of what is owned where that served it. */
final class Bought {

    private final Past past;
    private final BlockUse blocks;

    Bought(Past past) {
        this.past = past;
        this.blocks = new BlockUse(past);
    }

    String option(Usage usage, int epoch) {
        Mode mode = usage.mode();
        Optional<StandingCharge> owned = switch (mode) {
            case PROVISIONED -> past.standing()
                    .stream()
                    .filter(charge -> charge.model().equals(usage.cell().model()))
                    .findFirst();
            case RESERVED -> past.standing()
                    .stream()
                    .filter(charge -> charge instanceof ReservedBlock block && blocks.serves(block, usage, epoch))
                    .findFirst();
            case ON_DEMAND, BATCH, FLEX, PRIORITY, ULTRAFAST, LATENCY_OPTIMIZED -> Optional.empty();
        };
        return owned.flatMap(StandingCharge::option).map(PricingOption::label).orElse(mode.label());
    }
}
