package dev.tallystone.pricing;

import dev.tallystone.invocation.ModelId.Routing;
import java.time.Instant;

/**
 * Says which base model an ARN stands for, during a time. Added today, it names last month's calls too.
 *
 * @param called
 *            the model as called, whole
 * @param from
 *            first moment in event time
 * @param until
 *            first moment at which it no longer holds
 */
public record ModelAlias(String called, String baseModel, Routing routing, Instant from, Instant until) {

    public ModelAlias {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("the alias of %s must begin (%s) before it ends (%s)"
                    .formatted(called, from, until));
        }
    }
}
