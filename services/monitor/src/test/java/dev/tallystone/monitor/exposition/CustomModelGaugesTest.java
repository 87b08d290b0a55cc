package dev.tallystone.monitor.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Board;
import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.BoardState;
import dev.tallystone.board.Trust;
import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.recommendation.Rules;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A custom model calls for 3 units of 1,000 tokens a minute, and one is owned; its base model is called as much. */
class CustomModelGaugesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String LLAMA = "meta.llama3-1-70b-instruct-v1:0";
    private static final String FRAUD = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/fraud";

    private static Board board() {
        var custom = new ModelAlias(FRAUD, LLAMA, Routing.IN_REGION, true, Instant.EPOCH, Instant.MAX);
        var owned = new Commitment("fraud", "123456789012", "us-west-2", FRAUD, 1, PricingOption.PROVISIONED_NONE,
                Usd.of("24"), Instant.EPOCH, Optional.empty());
        var state = new BoardState(new BoardSettings(List.of(), List.of(custom), List.of(), List.of(owned),
                List.of(new UnitCapacity(LLAMA, 1_000, 1_000, "contract")),
                Agreements.NONE,
                new Rules(BigDecimal.ZERO, BigDecimal.ONE, Duration.ofMinutes(1), Duration.ofHours(24)), 10, 10,
                IdlePolicy.OWN_LINE),
                PriceBookReader.shipped());
        state.merge(List.of(row(FRAUD), row(LLAMA)));
        return state.board(NOON, new Trust(NOON.minusSeconds(60), Map.of(0, 1L), 1, 1, 0, 0, Map.of(), 0, 0, 0, 0,
                Map.of()));
    }

    private static TallyRow row(String model) {
        var cell = new Cell("123456789012", "us-west-2", model, new Caller("user/a", List.of()), "Converse",
                Source.KAFKA, "", "", 0, "", Outcome.OK, 0);
        Quantities usage = Quantities.of(Measure.REQUESTS, 1).plus(Quantities.of(Measure.INPUT, 3_000));
        return new TallyRow(new TallyKey(TallyKey.bucketOf(NOON.minusSeconds(60).toEpochMilli()), cell), usage);
    }

    private static Map<String, Double> byModel(String metric) {
        return RecommendationGauges.of(board())
                .stream()
                .filter(snapshot -> snapshot.getMetadata().getName().equals(metric))
                .map(GaugeSnapshot.class::cast)
                .flatMap(gauge -> gauge.getDataPoints().stream())
                .filter(point -> "provisioned_none".equals(point.getLabels().get("option")))
                .collect(Collectors.toMap(point -> model(point.getLabels()),
                        GaugeSnapshot.GaugeDataPointSnapshot::getValue));
    }

    private static String model(Labels labels) {
        return String.valueOf(labels.get("model"));
    }

    @Test
    void tellsTheOwnedUnitsOfACustomModelAlone() {
        assertThat(byModel("bedrock_owned_model_units")).isEqualTo(Map.of(FRAUD, 1.0));
    }

    @Test
    void keepsACustomModelApartFromItsBaseModel() {
        assertThat(byModel("bedrock_recommended_model_units")).isEqualTo(Map.of(FRAUD, 3.0, LLAMA, 3.0));
        assertThat(byModel("bedrock_recommendation_state")).as("a need stands, a loss does not")
                .isEqualTo(Map.of(FRAUD, 1.0, LLAMA, 0.0));
    }
}
