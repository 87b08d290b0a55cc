package dev.tallystone.board;

import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.standing.StandingCharge;
import java.util.Optional;

/**
 * Which usage is asked for; what is absent does not matter.
 *
 * @param model
 *            base model, or the model as called while that is unresolved
 */
public record UsedFilter(Optional<String> model, Optional<String> region, Optional<Mode> mode, Optional<String> team) {

    /** Everything. */
    public static final UsedFilter ALL = new UsedFilter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    /** All that a model was used for. */
    public static UsedFilter ofModel(String model) {
        return new UsedFilter(Optional.of(model), Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean accepts(Usage usage, String teamOfIt) {
        return model.map(usage.model()::equals).orElse(true)
                && region.map(usage.cell().region()::equals).orElse(true)
                && mode.map(usage.mode()::equals).orElse(true)
                && team.map(teamOfIt::equals).orElse(true);
    }

    /** Whether a standing charge of a base model and team is asked for. What is kept was bought in no mode. */
    public boolean accepts(StandingCharge charge, String baseModel, String teamOfIt) {
        return model.map(baseModel::equals).orElse(true)
                && region.map(charge.region()::equals).orElse(true)
                && mode.map(asked -> modeOf(charge).filter(asked::equals).isPresent()).orElse(true)
                && team.map(teamOfIt::equals).orElse(true);
    }

    private static Optional<Mode> modeOf(StandingCharge charge) {
        return switch (charge.kind()) {
            case MODEL_UNITS -> Optional.of(Mode.PROVISIONED);
            case RESERVED -> Optional.of(Mode.RESERVED);
            case MODEL_STORAGE, IMPORT_UNITS -> Optional.empty();
        };
    }
}
