package dev.tallystone.monitor.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.unitcosts.Coverage;
import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.board.unitcosts.Stretch;
import dev.tallystone.board.unitcosts.UnitEconomics.PerOne;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.Views;
import dev.tallystone.monitor.denominators.QueryStatus;
import dev.tallystone.pricing.Usd;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DenominatorCollectorTest {

    private static final DenominatorKey TICKETS = new DenominatorKey("tickets", Optional.of("support"),
            Optional.empty());
    private static final View VIEW = Views.plain().of("amazon.nova-micro-v1:0", 1_000);

    private static PerOne perOne(Optional<Usd> usd) {
        var hour = new Stretch(Views.NOON.minusSeconds(7_200), Views.NOON.minusSeconds(3_600));
        return new PerOne(TICKETS, new Coverage(List.of(hour), BigDecimal.TEN, true, List.of()), Optional.empty(), usd,
                List.of());
    }

    private static Map<String, Double> scraped(Instant now, PerOne latest, QueryStatus... queries) {
        var collector = new DenominatorCollector(() -> VIEW, () -> List.of(latest), () -> List.of(queries),
                Clock.fixed(now, ZoneOffset.UTC));
        var values = new TreeMap<String, Double>();
        collector.collect()
                .forEach(metric -> metric.getDataPoints()
                        .forEach(point -> values.put(metric.getMetadata().getName() + labels(point), value(point))));
        return values;
    }

    private static String labels(DataPointSnapshot point) {
        var text = new StringBuilder();
        point.getLabels().forEach(label -> text.append(' ').append(label.getValue()));
        return text.toString();
    }

    private static double value(DataPointSnapshot point) {
        return point instanceof CounterDataPointSnapshot counter
                ? counter.getValue()
                : ((GaugeDataPointSnapshot) point).getValue();
    }

    @Test
    void showsWhatOneCostAndUntilWhen() {
        assertThat(scraped(Views.NOON, perOne(Optional.of(Usd.of("0.125"))))).isEqualTo(Map.of(
                "bedrock_unit_cost_usd tickets  support", 0.125,
                "bedrock_unit_cost_until_timestamp_seconds tickets  support",
                (double) Views.NOON.minusSeconds(3_600).getEpochSecond()));
    }

    @Test
    void hasNoSeriesWhereThereIsNoUnitCost() {
        assertThat(scraped(Views.NOON, perOne(Optional.empty()))).isEmpty();
    }

    @Test
    void showsNoCostOnceTheViewIsStale() {
        Instant late = Views.NOON.plus(View.STALE_AFTER).plus(Duration.ofSeconds(1));
        var query = new QueryStatus(TICKETS, Optional.empty(), 3, "no");

        assertThat(scraped(late, perOne(Optional.of(Usd.of("0.125"))), query)).isEqualTo(Map.of(
                "tallystone_denominator_errors tickets", 3.0));
    }

    @Test
    void addsUpTheQueriesOfANameAndShowsTheOneThatSucceededLongestAgo() {
        var ofSales = new DenominatorKey("tickets", Optional.of("sales"), Optional.empty());
        assertThat(scraped(Views.NOON, perOne(Optional.empty()),
                new QueryStatus(TICKETS, Optional.of(Instant.ofEpochSecond(500)), 1, ""),
                new QueryStatus(ofSales, Optional.of(Instant.ofEpochSecond(400)), 2, "no"))).isEqualTo(Map.of(
                        "tallystone_denominator_errors tickets", 3.0,
                        "tallystone_denominator_last_success_timestamp_seconds tickets", 400.0));
    }
}
