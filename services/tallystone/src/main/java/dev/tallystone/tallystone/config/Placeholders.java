package dev.tallystone.tallystone.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses what looks like a variable that nobody resolves. Kafka's clients resolve their own, of the providers that
 * {@code kafka.config.providers} names.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?:(?<provider>\\w+):)?[^}]*}?");

    private Placeholders() {}

    /**
     * Looks at every text.
     *
     * @throws IllegalArgumentException
     *             naming the key of the first that is not resolved
     */
    static void judge(JsonNode config) {
        String providers = config.path("kafka").path("config.providers").asText();
        judge("", config, Set.of(providers.strip().split("\\s*,\\s*", -1)));
    }

    private static void judge(String path, JsonNode node, Set<String> providers) {
        if (node.isTextual()) {
            judge(path, node.textValue(), path.startsWith("kafka.") ? providers : Set.of());
        }
        node.properties()
                .forEach(entry -> judge(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                        entry.getValue(), providers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            judge("%s[%d]".formatted(path, i), node.get(i), providers);
        }
    }

    private static void judge(String path, String text, Set<String> providers) {
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            String provider = found.group("provider");
            if (provider == null || !providers.contains(provider)) {
                throw new IllegalArgumentException(
                        "%s: %s is not resolved: variables are not read here; use --set, or for kafka one of its config.providers"
                                .formatted(path, found.group()));
            }
        }
    }
}
