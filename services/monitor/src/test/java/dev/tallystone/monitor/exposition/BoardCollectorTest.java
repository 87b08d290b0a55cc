package dev.tallystone.monitor.exposition;

import static dev.tallystone.monitor.Views.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.monitor.View;
import dev.tallystone.monitor.Views;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardCollectorTest {

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

    @Test
    void exportsGapsAndOverlapsAsTheyStandSinceARestartMustNotCountThemAgain() {
        var collected = collect(Views.plain().broken(2, 3).of(NOVA_MICRO, 1), NOON);

        assertThat(value(collected, "tallystone_receipt_gaps")).isEqualTo(2);
        assertThat(value(collected, "tallystone_receipt_overlaps")).isEqualTo(3);
    }

    @Test
    void tellsWhenOwnedUnitsEnd() {
        var collected = collect(Views.plain().owning(unit(Optional.of(NOON.plusSeconds(90)))).of(NOVA_MICRO, 1), NOON);

        assertThat(value(collected, "bedrock_commitment_end_timestamp_seconds")).isEqualTo(1_795_521_690);
        assertThat(labels(collected, "bedrock_commitment_end_timestamp_seconds"))
                .isEqualTo(labels(collected, "bedrock_owned_units_usd_per_hour"))
                .isEqualTo("{commitment=\"fraud\",model=\"amazon.nova-micro-v1:0\",region=\"us-east-1\","
                        + "term=\"provisioned_1mo\"}");
    }

    @Test
    void givesUnitsThatRunOnAPriceAndNoEnd() {
        var collected = collect(Views.plain().owning(unit(Optional.empty())).of(NOVA_MICRO, 1), NOON);

        assertThat(value(collected, "bedrock_owned_units_usd_per_hour")).isEqualTo(21.18);
        assertThat(points(collected, "bedrock_commitment_end_timestamp_seconds")).isZero();
    }

    private static Commitment unit(Optional<Instant> end) {
        return new Commitment("fraud", "1", "us-east-1", NOVA_MICRO, 1, PricingOption.PROVISIONED_1MO, Usd.of("21.18"),
                NOON.minusSeconds(3_600), end);
    }

    private static View viewOf(String model) {
        return Views.plain().of(model, 1_000_000);
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

    private static double value(List<MetricSnapshot> metrics, String name) {
        return gauge(metrics, name).getValue();
    }

    private static String labels(List<MetricSnapshot> metrics, String name) {
        return gauge(metrics, name).getLabels().toString();
    }

    private static GaugeDataPointSnapshot gauge(List<MetricSnapshot> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.getMetadata().getName().equals(name))
                .map(GaugeSnapshot.class::cast)
                .map(metric -> metric.getDataPoints().getFirst())
                .findFirst()
                .orElseThrow();
    }
}
