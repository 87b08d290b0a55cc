package dev.tallystone.metering;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Outcome;

/**
 * Everything a price, a team or a piece of advice may depend on: calls that agree in all of it are summed. Nothing here
 * is interpreted; {@code ""} stands for what the records do not say.
 *
 * @param region
 *            the Region that was called
 * @param model
 *            id or ARN as called
 * @param tier
 *            service tier as stated
 * @param performance
 *            latency mode as stated
 * @param context
 *            see {@link ContextClass}
 * @param variant
 *            for images, {@code side/quality/steps/task}
 * @param caveats
 *            bits of {@link dev.tallystone.invocation.Caveat}
 */
public record Cell(String account, String region, String model, Caller caller, String operation, Source source,
        String tier, String performance, int context, String variant, Outcome outcome, int caveats) {

    /** Stands for texts beyond a bound. */
    public static final String OTHER = "~other";
}
