package dev.tallystone.monitor.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Board;
import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.BoardState;
import dev.tallystone.board.Trust;
import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.monitor.LiveUsage;
import dev.tallystone.monitor.View;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.recommendation.Rules;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardCollectorTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String NOVA_MICRO = "amazon.nova-micro-v1:0";

    @Test
    void exportsNothingOfUsageOrMoneyBeforeItHasCaughtUp() {
        assertThat(names(View.STARTING, NOON)).containsExactlyInAnyOrder("tallystone_caught_up", "tallystone_stale");
    }

    @Test
    void exportsMoneyWhileTheBoardIsOfTheLastMinute() {
        assertThat(names(viewOf(NOVA_MICRO), NOON.plusSeconds(59))).contains("bedrock_burn_rate_usd_per_hour",
                "bedrock_cost_usd", "tallystone_dead_letters");
    }

    @Test
    void keepsOnlyItsAgeAndCountersOnceTheBoardIsStale() {
        assertThat(names(viewOf(NOVA_MICRO), NOON.plusSeconds(61))).contains("tallystone_as_of_timestamp_seconds")
                .noneMatch(name -> name.contains("usd") || name.endsWith("_per_minute"));
    }

    @Test
    void givesAModelWithoutAPriceNoCostThatCouldLookFree() {
        var collected = collect(viewOf("nobody.knows-v1:0"), NOON);

        assertThat(points(collected, "bedrock_cost_to_date_usd")).isZero();
        assertThat(points(collected, "bedrock_unpriced_info")).isPositive();
    }

    private static View viewOf(String model) {
        var state = new BoardState(new BoardSettings(List.of(), List.of(), List.of(), List.of(), List.of(),
                new Rules(BigDecimal.ZERO, BigDecimal.ONE, Duration.ofMinutes(1), Duration.ofHours(24)), 10, 10),
                PriceBookReader.shipped());
        var cell = new Cell("1", "us-east-1", model, new Caller("user/a", List.of()), "Converse", Source.KAFKA, "", "",
                0,
                "", Outcome.OK, 0);
        Quantities usage = Quantities.of(Measure.REQUESTS, 1).plus(Quantities.of(Measure.INPUT, 1_000_000));
        state.merge(List
                .of(new TallyRow(new TallyKey(TallyKey.bucketOf(NOON.minusSeconds(60).toEpochMilli()), cell), usage)));
        Board board = state.board(NOON,
                new Trust(NOON.minusSeconds(3_600), Map.of(0, 1L), 1, 1, 0, 0, Map.of(), 0, 0, 0, 0,
                        Map.of()));
        return new View(Optional.of(board), NOON, LiveUsage.Snapshot.NONE);
    }

    private static List<MetricSnapshot> collect(View view, Instant now) {
        return new BoardCollector(() -> view, Clock.fixed(now, ZoneOffset.UTC)).collect().stream().toList();
    }

    private static List<String> names(View view, Instant now) {
        return collect(view, now).stream().map(metric -> metric.getMetadata().getName()).toList();
    }

    private static long points(List<MetricSnapshot> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.getMetadata().getName().equals(name))
                .filter(GaugeSnapshot.class::isInstance)
                .mapToLong(metric -> metric.getDataPoints().size())
                .sum();
    }
}
