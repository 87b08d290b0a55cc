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
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.recommendation.Rules;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Nova Micro costs $0.035 a million tokens in. */
class TeamGaugesTest {

    private static final String NOVA_MICRO = "amazon.nova-micro-v1:0";

    private static Map<String, Double> gauges(TallyRow... rows) {
        var settings = new BoardSettings(List.of("team"), List.of(), List.of(TeamRule.ofPrincipal("user/a", "ads")),
                List.of(), List.of(), Agreements.NONE,
                new Rules(BigDecimal.ZERO, BigDecimal.ONE, Duration.ofMinutes(1), Duration.ofHours(24)), 10, 10,
                IdlePolicy.OWN_LINE);
        var state = new BoardState(settings, PriceBookReader.shipped());
        state.merge(List.of(rows));
        Board board = state.board(Views.NOON, new Trust(Views.NOON.minusSeconds(3_600), Map.of(0, 1L), 1, 1, 0, 0,
                Map.of(), 0, 0, 0, 0, Map.of()));
        var values = new TreeMap<String, Double>();
        TeamGauges.of(board)
                .forEach(metric -> ((GaugeSnapshot) metric).getDataPoints()
                        .forEach(point -> values.put(metric.getMetadata().getName(), point.getValue())));
        return values;
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
