package dev.tallystone.monitor.exposition;

import dev.tallystone.board.Board;
import dev.tallystone.board.Contract;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/** By whose prices money goes, and until when. As many series as agreements are entered, which is bounded. */
final class AgreementGauges {

    private AgreementGauges() {}

    static List<MetricSnapshot> of(Board board) {
        var ends = new Gauge("bedrock_agreement_end_timestamp_seconds",
                "When an agreement ends. Unless it is followed by another, the public price comes back then.");
        for (Contract.Line line : board.contract().agreements()) {
            ends.set(line.until().getEpochSecond(), "agreement", line.id(), "seller", line.seller(), "model",
                    line.model(), "followed", Boolean.toString(line.followed()));
        }
        return List.of(ends.build(),
                new Gauge("bedrock_price_basis_info",
                        "1 for how the money of now is called: at list, or contracted while an agreement holds.")
                        .set(1L, "basis", board.contract().basis())
                        .build());
    }
}
