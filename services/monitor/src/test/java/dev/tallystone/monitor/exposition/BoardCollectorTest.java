package dev.tallystone.monitor.exposition;

import static dev.tallystone.monitor.Views.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.monitor.View;
import dev.tallystone.monitor.Views;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.Holding;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.math.BigDecimal;
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
                .isEqualTo(labels(collected, "bedrock_standing_usd_per_hour"))
                .isEqualTo("{commitment=\"fraud\",kind=\"model_units\",model=\"amazon.nova-micro-v1:0\","
                        + "region=\"us-east-1\",term=\"provisioned_1mo\"}");
    }

    @Test
    void givesUnitsThatRunOnAPriceAndNoEnd() {
        var collected = collect(Views.plain().owning(unit(Optional.empty())).of(NOVA_MICRO, 1), NOON);

        assertThat(value(collected, "bedrock_owned_units_usd_per_hour")).isEqualTo(21.18);
        assertThat(points(collected, "bedrock_commitment_end_timestamp_seconds")).isZero();
    }

    @Test
    void tellsWhatATermRenewsAndWhatTheMonthHasCost() {
        var once = new Commitment(new Holding("once", "1", "us-east-1", NOVA_MICRO, "search", NOON.minusSeconds(3_600),
                Optional.empty(), ""), 1, PricingOption.PROVISIONED_1MO, Usd.of("10"), false, Optional.empty());
        var stored = new ModelStorage(new Holding("stored", "1", "us-east-1", "arn", "",
                Instant.parse("2026-11-01T00:00:00Z"), Optional.empty(), ""), Usd.of("720"));

        var renewing = collect(Views.plain().owning(unit(Optional.empty())).of(NOVA_MICRO, 1), NOON);
        var ending = collect(Views.plain().owning(once).of(NOVA_MICRO, 1), NOON);
        var kept = collect(Views.plain().owning(stored).of(NOVA_MICRO, 1), NOON);

        String renewal = "bedrock_commitment_renewal_timestamp_seconds";
        assertThat(value(renewing, renewal)).as("2026-12-24T11:00:00Z").isEqualTo(1_798_110_000);
        assertThat(labels(renewing, renewal)).contains("automatic=\"true\"");
        assertThat(labels(ending, renewal)).contains("automatic=\"false\"", "commitment=\"once\"");
        assertThat(points(kept, renewal)).isZero();
        assertThat(points(kept, "bedrock_owned_units_usd_per_hour")).isZero();
        assertThat(value(kept, "bedrock_standing_cost_month_usd")).as("23 days and 12 h of a dollar").isEqualTo(564);
        assertThat(labels(kept, "bedrock_standing_cost_month_usd"))
                .isEqualTo("{commitment=\"stored\",kind=\"model_storage\",owner=\"unallocated\"}");
        assertThat(labels(ending, "bedrock_standing_cost_month_usd")).contains("owner=\"search\"");
    }

    @Test
    void tellsWhatEveryKindCostsAnHourAndWhenItEnds() {
        var imported = new ImportUnits(new Holding("import", "1", "us-east-1", "arn", "", NOON.minusSeconds(3_600),
                Optional.of(NOON.plusSeconds(90)), ""), "v1", 2, Usd.of("0.05"));

        var collected = collect(Views.plain().owning(imported).of(NOVA_MICRO, 1), NOON);

        assertThat(value(collected, "bedrock_standing_usd_per_hour")).as("2 units, 60 minutes").isEqualTo(6);
        assertThat(labels(collected, "bedrock_standing_usd_per_hour")).contains("kind=\"import_units\"",
                "term=\"none\"");
        assertThat(value(collected, "bedrock_commitment_end_timestamp_seconds")).isEqualTo(1_795_521_690);
        assertThat(points(collected, "bedrock_owned_units_usd_per_hour")).isZero();
    }

    @Test
    void tellsByWhosePricesMoneyGoesAndWhenAnAgreementEnds() {
        var edp = new Agreement("edp", Optional.of(Seller.AWS), Optional.empty(), Optional.empty(), Optional.empty(),
                new PercentOff(BigDecimal.TEN), NOON.minusSeconds(90), NOON.plusSeconds(90), "annex B");

        var collected = collect(Views.plain().agreed(edp).of(NOVA_MICRO, 1), NOON);
        var without = collect(viewOf(NOVA_MICRO), NOON);

        assertThat(value(collected, "bedrock_agreement_end_timestamp_seconds")).isEqualTo(1_795_521_690);
        assertThat(labels(collected, "bedrock_agreement_end_timestamp_seconds"))
                .isEqualTo("{agreement=\"edp\",followed=\"false\",model=\"all\",seller=\"aws\"}");
        assertThat(labels(collected, "bedrock_price_basis_info")).isEqualTo("{basis=\"contracted\"}");
        assertThat(points(without, "bedrock_agreement_end_timestamp_seconds")).isZero();
        assertThat(labels(without, "bedrock_price_basis_info")).isEqualTo("{basis=\"at list\"}");
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
