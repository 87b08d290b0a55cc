package dev.tallystone.monitor.exposition;

import dev.tallystone.board.Board;
import dev.tallystone.board.Board.ModelLine;
import dev.tallystone.invocation.Measure;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/** Usage of the last full minute in event time. */
final class UsageGauges {

    private UsageGauges() {}

    static List<MetricSnapshot> of(Board board) {
        var requests = new Gauge("bedrock_requests_per_minute", "Requests of the last full minute.");
        var tokens = new Gauge("bedrock_tokens_per_minute", "Tokens of the last full minute, by disjoint type.");
        var images = new Gauge("bedrock_images_per_minute", "Images of the last full minute.");
        for (ModelLine line : board.models()) {
            String[] labels = MoneyGauges.labels(line);
            requests.set(line.lastMinute().get(Measure.REQUESTS), labels);
            for (Measure type : UsageCounters.TOKEN_TYPES) {
                if (line.quantitiesToDate().get(type) > 0) {
                    tokens.set(line.lastMinute().get(type), UsageCounters.with(labels, "token_type", type.label()));
                }
            }
            if (line.quantitiesToDate().get(Measure.IMAGES) > 0) {
                images.set(line.lastMinute().get(Measure.IMAGES), labels);
            }
        }
        return List.of(requests.build(), tokens.build(), images.build());
    }
}
