package dev.tallystone.board.why;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Usage;
import java.util.Locale;
import java.util.Optional;

/** Where a price of one model and image variant stands. */
record Place(Route route, int context) {

    /**
     * How a call was bought and where it went.
     *
     * @param routing
     *            absent while the model is unresolved
     */
    record Route(String region, Optional<Routing> routing, Mode mode, boolean custom) {

        /** For people, such as {@code flex in us-west-2 (global)}. */
        String label() {
            String how = routing.filter(way -> way != Routing.IN_REGION)
                    .map(way -> " (" + way.name().toLowerCase(Locale.ROOT) + ")")
                    .orElse("");
            return mode.label() + " in " + region + how;
        }
    }

    static Place of(Usage usage) {
        return new Place(new Route(usage.cell().region(), usage.priceKey().map(PriceKey::routing), usage.mode(),
                usage.custom()), usage.cell().context());
    }
}
