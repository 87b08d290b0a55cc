package dev.tallystone.pricing.book;

import static dev.tallystone.pricing.PricingOption.BATCH;
import static dev.tallystone.pricing.PricingOption.FLEX;
import static dev.tallystone.pricing.PricingOption.LATENCY_OPTIMIZED;
import static dev.tallystone.pricing.PricingOption.ON_DEMAND;
import static dev.tallystone.pricing.PricingOption.PRIORITY;
import static dev.tallystone.pricing.PricingOption.PROVISIONED_1MO;
import static dev.tallystone.pricing.PricingOption.PROVISIONED_6MO;
import static dev.tallystone.pricing.PricingOption.PROVISIONED_NONE;
import static dev.tallystone.pricing.PricingOption.RESERVED_1MO;
import static dev.tallystone.pricing.PricingOption.RESERVED_3MO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.book.Published.Figure;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a scrape of the AWS pricing page, whose columns are the page's headings and whose Regions were lost. */
final class PageRows {

    /** What a heading is the price of; the first that is found decides. */
    private record Column(Pattern heading, Set<PricingOption> options, Set<String> measures, long per) {}

    private static final Set<PricingOption> OF_THE_TABLE = Set.of();
    private static final Set<String> NOT_MEASURED = Set.of();
    private static final long MILLION = 1_000_000;
    private static final long MS = 1_000;
    private static final List<Column> COLUMNS = List.of(
            column("\\btrain|image seen|\\(audio\\)|output tokens \\(image\\)|document image|text request|per image$|requests",
                    OF_THE_TABLE, NOT_MEASURED, 1),
            column("input tpm with 1-month", Set.of(RESERVED_1MO), Set.of("reserved_input"), 1),
            column("input tpm with 3-month", Set.of(RESERVED_3MO), Set.of("reserved_input"), 1),
            column("output tpm with 1-month", Set.of(RESERVED_1MO), Set.of("reserved_output"), 1),
            column("output tpm with 3-month", Set.of(RESERVED_3MO), Set.of("reserved_output"), 1),
            column("1-month commitment", Set.of(PROVISIONED_1MO), Set.of("model_unit"), 1),
            column("6-month commitment", Set.of(PROVISIONED_6MO), Set.of("model_unit"), 1),
            column("no commitment|no-commit", Set.of(PROVISIONED_NONE), Set.of("model_unit"), 1),
            column("store each|storage cost", Set.of(ON_DEMAND), Set.of("model_storage"), 1),
            column("custom model unit per min", Set.of(ON_DEMAND), Set.of("import_unit"), 1),
            column("cache read|cached input", OF_THE_TABLE, Set.of("cache_read"), MILLION),
            column("5m cache write", OF_THE_TABLE, Set.of("cache_write_5m"), MILLION),
            column("1hr? cache write", OF_THE_TABLE, Set.of("cache_write_1h"), MILLION),
            column("cache write", OF_THE_TABLE, Set.of("cache_write_30m", "cache_write_5m"), MILLION),
            column("input tokens \\(batch\\)", Set.of(BATCH), Set.of("input"), MILLION),
            column("output tokens \\(batch\\)", Set.of(BATCH), Set.of("output"), MILLION),
            column("output tokens", OF_THE_TABLE, Set.of("output"), MILLION),
            column("input tokens|text input", OF_THE_TABLE, Set.of("input"), MILLION),
            column("image input", OF_THE_TABLE, Set.of("input_images"), 1),
            column("second of audio", OF_THE_TABLE, NOT_MEASURED, 1),
            column("second of video", OF_THE_TABLE, Set.of("media_ms"), MS),
            column("image generated|generated image|per generation", OF_THE_TABLE, Set.of("images"), 1),
            column("queries", OF_THE_TABLE, Set.of("rerank_units"), 1_000));
    private static final Map<String, PricingOption> TABLES = Map.of("batch", BATCH, "flex", FLEX, "priority",
            PRIORITY);
    private static final Pattern USD = Pattern.compile("\\$ ?(\\d+(?:\\.\\d+)?)");
    private static final List<String> NOT_NAMES = List.of("price", "prce", "hierarchy", "pricing_category", "sub_tab",
            "provider", "column", "regions", "modality", "resolution", "calculation", "cost", "v1.0", "v2.0");

    private PageRows() {}

    private static Column column(String heading, Set<PricingOption> options, Set<String> measures, long per) {
        return new Column(Pattern.compile(heading), options, measures, per);
    }

    static Published read(String line) throws IOException {
        JsonNode row = new ObjectMapper().readTree(line);
        String table = row.path("Hierarchy_Path").asText() + " " + row.path("Pricing_Category").asText();
        String name = name(row);
        var figures = new ArrayList<Figure>();
        for (Map.Entry<String, JsonNode> cell : row.properties()) {
            String text = cell.getValue().asText();
            figure(heading(cell.getKey(), name, text), text, options(table, name)).ifPresent(figures::add);
        }
        boolean global = table.contains("Global");
        return new Published(clean(row.has("v2.0") ? name + " v2.0" : name), Optional.empty(),
                global ? Optional.of(Routing.GLOBAL) : Optional.empty(), figures);
    }

    /**
     * Of import units, the heading stands where other tables have the name; some cells say themselves what they are.
     */
    private static String heading(String key, String name, String cell) {
        String heading = key.startsWith("v") ? name : key.equals("Price") ? cell : key.replace('\u00a0', ' ');
        return heading.toLowerCase(Locale.ROOT);
    }

    private static String name(JsonNode row) {
        var names = new ArrayList<String>();
        row.fieldNames().forEachRemaining(key -> {
            if (NOT_NAMES.stream().noneMatch(no -> key.toLowerCase(Locale.ROOT).contains(no))) {
                names.add(row.get(key).asText());
            }
        });
        return names.isEmpty() ? row.path("Column_0").asText() : names.getFirst();
    }

    private static String clean(String name) {
        return name.replaceAll("\\*|\\(w/ .*\\)|\\(Public .*\\)|\\(On-demand\\)|\\(Batch\\)|\u00a0", "").strip();
    }

    private static Set<PricingOption> options(String table, String name) {
        String text = table.toLowerCase(Locale.ROOT);
        if (text.contains("latency optimized") || name.contains("latency optimized")) {
            return Set.of(LATENCY_OPTIMIZED);
        }
        if (text.contains("input modalities")) {
            return Set.of(ON_DEMAND, BATCH, FLEX, PRIORITY); // the tab was lost
        }
        if (name.contains("(Batch)")) {
            return Set.of(BATCH);
        }
        return TABLES.entrySet()
                .stream()
                .filter(entry -> text.contains("> " + entry.getKey()))
                .map(entry -> Set.of(entry.getValue()))
                .findFirst()
                .orElse(Set.of(ON_DEMAND));
    }

    private static Optional<Figure> figure(String heading, String cell, Set<PricingOption> ofTheTable) {
        Matcher usd = USD.matcher(cell);
        return usd.find()
                ? COLUMNS.stream()
                        .filter(column -> column.heading.matcher(heading).find())
                        .findFirst()
                        .map(column -> new Figure(column.options.isEmpty() ? ofTheTable : column.options,
                                column.measures, new BigDecimal(usd.group(1)), column.per))
                : Optional.empty();
    }
}
