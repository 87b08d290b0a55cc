package dev.tallystone.pricing.book;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A price book as written: each component is a key of the YAML file. What is absent is null, and nothing is judged.
 *
 * @param complete
 *            the last key, so that a half-written file is known as such
 */
record BookText(@Nullable String book, @Nullable String currency, @Nullable Map<String, SourceText> sources,
        @Nullable List<ModelText> models, @Nullable List<LifecycleText> lifecycle,
        @JsonProperty("not_sold") @Nullable List<NotSoldText> notSold, @Nullable List<RowText> prices,
        @Nullable Boolean complete) {

    record SourceText(@Nullable String title, @Nullable String seen, @Nullable String evidence) {}

    record ModelText(@Nullable String id, @Nullable String name, @Nullable String provider, @Nullable String kind,
            @Nullable String seller, @JsonProperty("unit_context") @Nullable String unitContext) {}

    record LifecycleText(@Nullable String model, @Nullable String region, @Nullable String state,
            @Nullable String from, @Nullable String source) {}

    record NotSoldText(@Nullable String model, @Nullable String region, @Nullable List<String> options,
            @Nullable String from, @Nullable String why, @Nullable String source) {}

    record RowText(@Nullable String model, @Nullable String region, @Nullable String routing,
            @Nullable String option, @Nullable String measure, @Nullable Long above, @Nullable String variant,
            @Nullable String per, @Nullable String usd, @Nullable String from, @Nullable String until,
            @JsonProperty("certain_until") @Nullable String certainUntil, @Nullable String source,
            @Nullable String evidence, @Nullable String note) {}
}
