package dev.tallystone.monitor.exposition;

import dev.tallystone.invocation.Measure;
import dev.tallystone.monitor.LiveUsage;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Usage as counters, from the moment the monitor had caught up: {@code rate} first, then {@code sum}. */
final class UsageCounters {

    /** The disjoint kinds of token, so that a sum over them means something. */
    static final List<Measure> TOKEN_TYPES = tokenTypes();

    private UsageCounters() {}

    private static List<Measure> tokenTypes() {
        var types = new ArrayList<>(Measure.PROMPT_TOKENS);
        types.add(Measure.OUTPUT);
        return List.copyOf(types);
    }

    static List<MetricSnapshot> of(LiveUsage.Snapshot live) {
        var requests = new Counter("bedrock_requests", "Requests, by how they ended.");
        var tokens = new Counter("bedrock_tokens", "Tokens, by disjoint type.");
        var images = new Counter("bedrock_images", "Images generated.");
        live.bySeries().forEach((series, counted) -> {
            String[] labels = {"model", series.model(), "region", series.region(), "mode", series.mode().label()};
            counted.outcomes()
                    .forEach((outcome, count) -> requests.set(count, with(labels, "outcome", outcome.label())));
            for (Measure type : TOKEN_TYPES) {
                long count = counted.quantities().get(type);
                if (count > 0) {
                    tokens.set(count, with(labels, "token_type", type.label()));
                }
            }
            if (counted.quantities().get(Measure.IMAGES) > 0) {
                images.set(counted.quantities().get(Measure.IMAGES), labels);
            }
        });
        return List.of(requests.build(), tokens.build(), images.build());
    }

    static String[] with(String[] labels, String name, String value) {
        String[] more = Arrays.copyOf(labels, labels.length + 2);
        more[labels.length] = name;
        more[labels.length + 1] = value;
        return more;
    }
}
