package dev.tallystone.invocation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model id or ARN says by its shape. Bound when read, never when counted: an ARN that hides its model is named
 * later by an alias.
 *
 * <p>
 * Shapes: Bedrock user guide (inference profiles) and the service authorization reference.
 */
public sealed interface ModelId {

    /** How a call is routed; many models have a price for each. */
    enum Routing {
        IN_REGION,
        GEO,
        GLOBAL
    }

    /** A base model that the id names itself, without geography prefix and context suffix. */
    record Foundation(String baseModel, Routing routing) implements ModelId {}

    /**
     * A provisioned model: its tokens are paid by the hour.
     *
     * @param arn
     *            whole, for the alias table
     */
    record Provisioned(String arn) implements ModelId {}

    /**
     * An ARN that hides its model.
     *
     * @param kind
     *            the ARN's resource type, such as {@code application-inference-profile}
     * @param arn
     *            whole, for the alias table
     */
    record Hidden(String kind, String arn) implements ModelId {}

    /** Neither an id nor an ARN that could name a model. */
    record Unrecognised(String text) implements ModelId {}

    /** Reads any text as called; never fails. */
    static ModelId parse(String called) {
        Matcher arn = Shape.ARN.matcher(called);
        if (!arn.matches()) {
            return foundation(called).orElse(new Unrecognised(called));
        }
        return switch (arn.group("kind")) {
            case "foundation-model", "inference-profile" ->
                foundation(arn.group("name")).orElse(new Unrecognised(called));
            case "provisioned-model" -> new Provisioned(called);
            case String kind -> new Hidden(kind, called);
        };
    }

    private static Optional<ModelId> foundation(String id) {
        Matcher matcher = Shape.FOUNDATION.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String prefix = matcher.group("prefix");
        Routing routing = prefix == null
                ? Routing.IN_REGION
                : prefix.equals("global.") ? Routing.GLOBAL : Routing.GEO;
        return Optional.of(new Foundation(matcher.group("base"), routing));
    }

    /** The patterns; they stand apart because an interface has no private constants. */
    final class Shape {

        private static final Pattern ARN = Pattern
                .compile("arn:[a-z-]+:[a-z-]+:[a-z0-9-]*:\\d*:(?<kind>[a-z-]+)/(?<name>.+)");
        private static final Pattern FOUNDATION = Pattern.compile(
                "(?<prefix>global\\.|us-gov\\.|us\\.|eu\\.|apac\\.|jp\\.|au\\.|ca\\.|sa\\.|me\\.|af\\.)?"
                        + "(?<base>[a-z0-9-]+\\.[A-Za-z0-9._-]+(:\\d+)?)(?<context>:\\d+k?|:mm)?");

        private Shape() {}
    }
}
