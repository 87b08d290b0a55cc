package dev.tallystone.monitor.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Board;
import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.BoardState;
import dev.tallystone.board.TeamRule;
import dev.tallystone.board.Trust;
import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.monitor.Views;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.Holding;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.recommendation.Rules;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Nova Micro costs $0.035 a million tokens in. */
class TeamGaugesTest {

    private static final String NOVA_MICRO = "amazon.nova-micro-v1:0";

    private static Map<String, Double> gauges(TallyRow... rows) {
        var values = new TreeMap<String, Double>();
        of(List.of(), rows).forEach(metric -> metric.getDataPoints()
                .forEach(point -> values.put(metric.getMetadata().getName(), point.getValue())));
        return values;
    }

    private static List<GaugeSnapshot> of(List<StandingCharge> standing, TallyRow... rows) {
        var settings = new BoardSettings(List.of("team"), List.of(), List.of(TeamRule.ofPrincipal("user/a", "ads")),
                standing, List.of(), Agreements.NONE,
                new Rules(BigDecimal.ZERO, BigDecimal.ONE, Duration.ofMinutes(1), Duration.ofHours(24)), 10, 10,
                IdlePolicy.OWN_LINE);
        var state = new BoardState(settings, PriceBookReader.shipped());
        state.merge(List.of(rows));
        Board board = state.board(Views.NOON, new Trust(Views.NOON.minusSeconds(3_600), Map.of(0, 1L), 1, 1, 0, 0,
                Map.of(), 0, 0, 0, 0, Map.of()));
        return TeamGauges.of(board).stream().map(GaugeSnapshot.class::cast).toList();
    }

    private static TallyRow row(String model, String principal, String stated, long millions) {
        var cell = new Cell("1", "us-east-1", model, new Caller(principal, List.of(stated)), "Converse", Source.KAFKA,
                "", "", 0, "", Outcome.OK, 0);
        return new TallyRow(new TallyKey(TallyKey.bucketOf(Views.NOON.minusSeconds(60).toEpochMilli()), cell),
                Quantities.of(Measure.REQUESTS, 1).plus(Quantities.of(Measure.INPUT, millions * 1_000_000)));
    }

    @Test
    void tellDollarsThatAreDisputedAndDollarsThatNobodyTakes() {
        assertThat(gauges(row(NOVA_MICRO, "user/a", "search", 2), row(NOVA_MICRO, "user/a", "ads", 4),
                row(NOVA_MICRO, "user/b", "", 8))).isEqualTo(Map.of("bedrock_team_disagreement_month_usd", 0.07,
                        "bedrock_unallocated_cost_month_usd", 0.28));
    }

    /** Noon of the day on which it began; nobody's unit ended the month before. */
    @Test
    void tellWhatATeamOwnsApartFromItsCalls() {
        Instant midnight = Views.NOON.truncatedTo(ChronoUnit.DAYS);
        var unit = new Commitment(new Holding("one", "1", "us-east-1", NOVA_MICRO, "ads", midnight, Optional.empty(),
                ""), 2, PricingOption.PROVISIONED_NONE, Usd.of("10"), false, Optional.empty());
        var over = new Commitment("old", "1", "us-east-1", NOVA_MICRO, 1, PricingOption.PROVISIONED_NONE,
                Usd.of("7"), midnight.minus(Duration.ofDays(90)), Optional.of(midnight.minus(Duration.ofDays(60))));

        var series = new TreeMap<String, Double>();
        of(List.of(unit, over), row(NOVA_MICRO, "user/b", "search", 1)).stream()
                .filter(metric -> metric.getMetadata().getName().startsWith("bedrock_team_standing"))
                .forEach(metric -> metric.getDataPoints()
                        .forEach(point -> series.put(metric.getMetadata().getName() + point.getLabels(),
                                point.getValue())));

        assertThat(series).isEqualTo(Map.of("bedrock_team_standing_usd_per_hour{team=\"ads\"}", 20.0,
                "bedrock_team_standing_cost_today_usd{team=\"ads\"}", 240.0,
                "bedrock_team_standing_cost_month_usd{team=\"ads\"}", 240.0));
    }

    @Test
    void areZeroWhereAllIsAllocatedAndAgreed() {
        assertThat(gauges(row(NOVA_MICRO, "user/a", "ads", 4))).isEqualTo(Map.of("bedrock_team_disagreement_month_usd",
                0.0, "bedrock_unallocated_cost_month_usd", 0.0));
    }

    @Test
    void areMissingWhereWhatIsUnallocatedHasNoPrice() {
        assertThat(gauges(row("nobody.knows-v1:0", "user/b", "", 1))).containsOnlyKeys(
                "bedrock_team_disagreement_month_usd");
    }
}
