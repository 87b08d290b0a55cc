package dev.tallystone.monitor.exposition;

import dev.tallystone.board.Board;
import dev.tallystone.board.Trust;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.monitor.LiveUsage;
import dev.tallystone.monitor.View;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far the numbers can be believed. Stays when they are stale: that is when it is needed. */
final class TrustMetrics {

    private static final double MILLIS = 1_000;

    private TrustMetrics() {}

    static List<MetricSnapshot> of(View view, Instant now) {
        var metrics = new ArrayList<MetricSnapshot>();
        metrics.add(new Gauge("tallystone_caught_up", "1 once all that was written before the start is read.")
                .set(view.board().isPresent() ? 1 : 0)
                .build());
        metrics.add(new Gauge("tallystone_stale", "1 while the newest data is older than a minute, or there is none.")
                .set(view.isStale(now) ? 1 : 0)
                .build());
        view.board().ifPresent(board -> {
            addTimes(board, now, metrics);
            addRecords(board, view.live(), metrics);
        });
        return metrics;
    }

    private static void addTimes(Board board, Instant now, List<MetricSnapshot> metrics) {
        metrics.add(new Gauge("tallystone_as_of_timestamp_seconds", "Windows end here, in event time.")
                .set(board.asOf().toEpochMilli() / MILLIS)
                .build());
        metrics.add(new Gauge("tallystone_delay_seconds", "Our delay: how far the board lies behind the clock.")
                .set(seconds(Duration.between(board.asOf(), now)))
                .build());
        var delay = new Gauge("tallystone_source_delay_seconds",
                "How far the newest event of a source lies behind the board: its delay, or its silence.");
        board.trust()
                .newestEvents()
                .forEach((source, newest) -> delay
                        .set(Math.max(0, seconds(Duration.between(newest, board.asOf()))), "source", source.label()));
        metrics.add(delay.build());
        metrics.add(new Gauge("tallystone_price_book_info", "The price book in use.").set(1, "book",
                board.identity().bookName(), "digest", board.identity().bookDigest()).build());
        metrics.add(new Gauge("tallystone_folded_labels", "Lines shown as other, for want of room.")
                .set(board.folded().models(), "label", "model")
                .set(board.folded().teams(), "label", "team")
                .build());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    private static void addRecords(Board board, LiveUsage.Snapshot live, List<MetricSnapshot> metrics) {
        long dead = live.deadLetters().values().stream().mapToLong(Long::longValue).sum();
        metrics.add(new Counter("tallystone_records", "Records answered for in receipts, by result.")
                .set(live.tallied(), "result", "tallied")
                .set(live.duplicates(), "result", "duplicate")
                .set(dead, "result", "dead_letter")
                .build());
        var reasons = new Counter("tallystone_dead_letters", "Records that could not be counted, by reason.");
        RejectionReason.ALL.forEach(
                reason -> reasons.set(live.deadLetters().getOrDefault(reason, 0L), "reason", reason.name()));
        metrics.add(reasons.build());
        metrics.add(new Counter("tallystone_misplaced_records",
                "Tallied records whose key another partitioner placed: their copies may not be recognised.")
                .set(live.misplaced())
                .build());
        metrics.add(new Counter("tallystone_unremembered_records",
                "Tallied records whose id found no room: their copies would count again.").set(live.unremembered())
                .build());
        addChain(board.trust(), metrics);
    }

    /** Gauges: they describe the tallies that are kept, are there again after a start, and shrink as tallies go. */
    private static void addChain(Trust trust, List<MetricSnapshot> metrics) {
        metrics.add(new Gauge("tallystone_receipt_gaps",
                "Receipts, of those kept, that did not follow the one before: events are missing.")
                .set(trust.gaps())
                .build());
        metrics.add(new Gauge("tallystone_receipt_overlaps",
                "Receipts, of those kept, refused because their events stood there already.")
                .set(trust.overlaps())
                .build());
    }
}
