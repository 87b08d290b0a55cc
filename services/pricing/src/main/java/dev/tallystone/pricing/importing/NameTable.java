package dev.tallystone.pricing.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.pricing.book.PriceBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which API id a price list means by a name. Case, blanks and punctuation do not matter; nothing else is forgiven. */
public final class NameTable {

    record Text(List<ModelText> models) {}

    record ModelText(String id, List<String> names, @JsonProperty("long_context") @Nullable Long longContext) {}

    private static final String EDITION = "(Amazon Bedrock Edition)";
    private static final ObjectMapper YAML = YAMLMapper
            .builder(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .build();

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Long> thresholds = new HashMap<>();

    private NameTable(Text text) {
        for (ModelText model : text.models()) {
            model.names().forEach(name -> add(name, model.id()));
            Long threshold = model.longContext();
            if (threshold != null) {
                require(ContextClass.THRESHOLDS.contains(threshold), "long_context of %s must be one of %s, not %d"
                        .formatted(model.id(), ContextClass.THRESHOLDS, threshold));
                thresholds.put(model.id(), threshold);
            }
        }
    }

    private void add(String name, String id) {
        String other = ids.put(key(name), id);
        require(other == null || other.equals(id), "name %s stands for %s and %s".formatted(name, other, id));
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException("model-names.yaml: " + message);
        }
    }

    /** The table that this release brings, {@code model-names.yaml}. */
    public static NameTable shipped() {
        try (InputStream yaml = NameTable.class.getResourceAsStream("model-names.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("model-names.yaml is not beside " + NameTable.class);
            }
            return read(yaml.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NameTable read(byte[] yaml) throws IOException {
        return new NameTable(YAML.readValue(yaml, Text.class));
    }

    /** The ids that some name leads to. */
    public Set<String> ids() {
        return Set.copyOf(ids.values());
    }

    /** The id of the model that a row names: by the marketplace's service name, else by attribute and usage type. */
    String modelOf(OfferRow.Product product, UsageType usage) throws RefusedException {
        if (usage.meter().startsWith(UsageType.GUARDRAIL)) {
            return PriceBook.GUARDRAILS;
        }
        if (usage.stem().isEmpty()) {
            return idOf(product.service());
        }
        String byStem = idOf(usage.stem());
        String byName = product.model().isEmpty() ? byStem : idOf(product.model());
        if (!byStem.equals(byName)) {
            throw new RefusedException(Refusal.Reason.CONTRADICTION, "usage type names %s (%s), model '%s' is %s"
                    .formatted(usage.stem(), byStem, product.model(), byName));
        }
        return byStem;
    }

    private String idOf(String name) throws RefusedException {
        String plain = name.replace(EDITION, "").strip();
        String id = ids.get(key(plain));
        if (id == null) {
            throw new RefusedException(Refusal.Reason.UNMAPPED_MODEL,
                    "unmapped model %s: add it to model-names.yaml".formatted(plain));
        }
        return id;
    }

    /** Above which a whole request of the model pays the price of long ones. */
    long threshold(String id) throws RefusedException {
        Long threshold = thresholds.get(id);
        if (threshold == null) {
            throw new RefusedException(Refusal.Reason.NO_THRESHOLD,
                    "a price of long requests, but model-names.yaml has no long_context of %s".formatted(id));
        }
        return threshold;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("latency optimized", "")
                .chars()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
