package dev.tallystone.pricing.importing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A usage type in its parts. AWS writes {@code USE1-Nova2.0Lite-input-tokens-batch} or
 * {@code USE1-qwen.qwen3-32b-mantle-input-tokens-flex}, the marketplace
 * {@code USE1-MP:USE1_InputTokenCount_Global-Units} without a model.
 *
 * @param code
 *            of the Region; empty if there is none
 * @param stem
 *            names the model; empty where {@code servicename} does
 * @param meter
 *            what is metered, with {@code -} or {@code _} between words, or in camel case
 */
record UsageType(String code, String stem, String meter) {

    private static final Pattern CODE = Pattern.compile("(?<code>[A-Z]{2,4}\\d?)-(?<rest>.+)");
    private static final Pattern MARKETPLACE = Pattern
            .compile("MP:(?:[A-Z]{2,4}\\d?_)?(?<meter>.+?)(?:-Units)?");
    private static final Pattern OF_AWS = Pattern.compile("(?<stem>.+?)(?:-mantle)?-"
            + "(?<meter>(?:text-)?(?:input|output|cache|cached)(?:-.+)?|ProvisionedThroughput.*|[TI]2I-.+)");
    private static final Pattern LATENCY = Pattern.compile("(?<stem>.+)-LatencyOptimized");

    /** What is metered of a guardrail begins so. */
    static final String GUARDRAIL = "Guardrail";

    static UsageType of(String text) throws RefusedException {
        Matcher coded = CODE.matcher(text);
        boolean known = coded.matches() && (RegionCodes.isKnown(coded.group("code"))
                || Character.isDigit(coded.group("code").charAt(coded.group("code").length() - 1)));
        String code = known ? coded.group("code") : "";
        String rest = known ? coded.group("rest") : text;
        Matcher marketplace = MARKETPLACE.matcher(rest);
        if (marketplace.matches()) {
            return new UsageType(code, "", marketplace.group("meter"));
        }
        return rest.startsWith(GUARDRAIL) ? new UsageType(code, "", rest) : ofAws(code, rest, text);
    }

    private static UsageType ofAws(String code, String rest, String text) throws RefusedException {
        Matcher matcher = OF_AWS.matcher(rest);
        if (!matcher.matches()) {
            throw new RefusedException(Refusal.Reason.NOT_UNDERSTOOD,
                    "'%s' names no tokens, images, model units or guardrail units".formatted(text));
        }
        Matcher latency = LATENCY.matcher(matcher.group("stem"));
        return latency.matches()
                ? new UsageType(code, latency.group("stem"), matcher.group("meter") + "-LatencyOptimized")
                : new UsageType(code, matcher.group("stem"), matcher.group("meter"));
    }
}
