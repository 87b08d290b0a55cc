package dev.tallystone.pricing.focus;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was called, if it is a thing of its own and not just a model by its id.
 *
 * @param id
 *            an ARN
 * @param type
 *            what the ARN says it is, such as {@code Application Inference Profile}
 */
record Resource(String id, String type) {

    private static final Pattern ARN = Pattern
            .compile("arn:[a-z-]+:[a-z-]+:[a-z0-9-]*:\\d*:(?<kind>[a-z]+(-[a-z]+)*)/\\S+");

    /** Reads any text as called; never fails. */
    static Optional<Resource> of(String called) {
        Matcher arn = ARN.matcher(called);
        return arn.matches() ? Optional.of(new Resource(called, Sku.title(arn.group("kind"), "-"))) : Optional.empty();
    }
}
