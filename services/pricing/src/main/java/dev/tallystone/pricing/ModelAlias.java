package dev.tallystone.pricing;

import dev.tallystone.invocation.ModelId;
import dev.tallystone.invocation.ModelId.Routing;
import java.time.Instant;

/**
 * Says which base model an ARN stands for, during a time. Added today, it names last month's calls too.
 *
 * @param called
 *            the model as called, whole
 * @param custom
 *            the base model was fine-tuned, so that it has no on-demand price: nothing in the log says so
 * @param from
 *            first moment in event time
 * @param until
 *            first moment at which it no longer holds
 */
public record ModelAlias(String called, String baseModel, Routing routing, boolean custom, Instant from,
        Instant until) {

    public ModelAlias {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("the alias of %s must begin (%s) before it ends (%s)"
                    .formatted(called, from, until));
        }
        if (custom && !(ModelId.parse(called) instanceof ModelId.Provisioned)) {
            throw new IllegalArgumentException("aliases.custom is for a model that only owned units serve: called must "
                    + "be the ARN of a provisioned-model, not '%s'".formatted(called));
        }
    }

    /** Of a model that is as AWS sells it. */
    public ModelAlias(String called, String baseModel, Routing routing, Instant from, Instant until) {
        this(called, baseModel, routing, false, from, until);
    }
}
