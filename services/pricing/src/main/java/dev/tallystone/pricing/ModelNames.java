package dev.tallystone.pricing;

import dev.tallystone.invocation.ModelId;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Binds a cell's model to a base model: by the id itself, else by an alias that held at the time, else not at all. */
public final class ModelNames {

    private record Resolved(String baseModel, Routing routing, boolean custom) {}

    private final List<ModelAlias> aliases;

    /** The first alias that holds decides. */
    public ModelNames(List<ModelAlias> aliases) {
        this.aliases = List.copyOf(aliases);
    }

    /** What a cell is to pricing, for calls at a time. */
    public Usage resolve(Cell cell, Instant at) {
        ModelId id = ModelId.parse(cell.model());
        Optional<Resolved> resolved = resolve(id, at);
        return new Usage(cell,
                resolved.map(model -> new PriceKey(model.baseModel, cell.region(), model.routing, cell.context(),
                        cell.variant())),
                Mode.of(cell, id instanceof ModelId.Provisioned), resolved.map(Resolved::custom).orElse(false));
    }

    /** The base model of a called id or ARN at a time, if anything says so. */
    Optional<String> baseModel(String called, Instant at) {
        return resolve(ModelId.parse(called), at).map(Resolved::baseModel);
    }

    private Optional<Resolved> resolve(ModelId id, Instant at) {
        return switch (id) {
            case ModelId.Foundation(var base, var routing) -> Optional.of(new Resolved(base, routing, false));
            case ModelId.Provisioned(var arn) -> byAlias(arn, at);
            case ModelId.Hidden(_, var arn) -> byAlias(arn, at);
            case ModelId.Unrecognised(var text) -> byAlias(text, at);
        };
    }

    private Optional<Resolved> byAlias(String called, Instant at) {
        return aliases.stream()
                .filter(alias -> alias.called().equals(called) && !at.isBefore(alias.from())
                        && at.isBefore(alias.until()))
                .findFirst()
                .map(alias -> new Resolved(alias.baseModel(), alias.routing(), alias.custom()));
    }

    /** The moments at which an alias begins or ends: between two of them, names do not change. */
    public List<Instant> changes() {
        return aliases.stream()
                .flatMap(alias -> List.of(alias.from(), alias.until()).stream())
                .sorted()
                .distinct()
                .toList();
    }
}
