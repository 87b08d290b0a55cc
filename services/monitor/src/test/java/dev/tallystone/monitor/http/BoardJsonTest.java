package dev.tallystone.monitor.http;

import static dev.tallystone.monitor.Views.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.Views;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardJsonTest {

    /** 0.035 US dollars for a million tokens in. */
    private static final String NOVA_MICRO = "amazon.nova-micro-v1:0";

    @Test
    void saysOnlyThatThereIsNoBoardYet() throws IOException {
        assertThat(json(View.STARTING)).isEqualTo(new ObjectMapper()
                .readTree("{\"caught_up\": false, \"stale\": true}"));
    }

    @Test
    void tellsHowOldTheBoardIs() throws IOException {
        JsonNode fresh = json(Views.plain().of(NOVA_MICRO, 1), NOON.plusMillis(1_250));
        JsonNode old = json(Views.plain().of(NOVA_MICRO, 1), NOON.plusSeconds(61));

        assertThat(fresh.path("caught_up").asBoolean()).isTrue();
        assertThat(fresh.path("stale").asBoolean(true)).isFalse();
        assertThat(fresh.path("delay_ms").asLong()).isEqualTo(1_250);
        assertThat(fresh.path("closed_months").asInt(-1)).isZero();
        assertThat(fresh.path("published_at").asText()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(fresh.path("board").path("as_of").asText()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(old.path("stale").asBoolean()).isTrue();
    }

    @Test
    void writesMoneyAsExactDecimalTextHoweverSmall() throws IOException {
        JsonNode money = board(Views.plain().of(NOVA_MICRO, 1)).path("to_date").path("effective_cost");

        assertThat(money.isTextual()).isTrue();
        assertThat(money.asText()).isEqualTo("0.000000035");
    }

    @Test
    void saysByWhosePricesMoneyGoesAndWhatEndsSoon() throws IOException {
        var edp = new Agreement("edp", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                new PercentOff(BigDecimal.TEN), NOON.minusSeconds(90), NOON.plusSeconds(90), "annex B");

        JsonNode atList = board(Views.plain().of(NOVA_MICRO, 1)).path("contract");
        JsonNode contracted = board(Views.plain().agreed(edp).of(NOVA_MICRO, 1)).path("contract");

        assertThat(atList.path("basis").asText()).isEqualTo("at list");
        assertThat(atList.path("basis_of_month").asText()).isEqualTo("at list");
        assertThat(atList.path("warnings")).isEmpty();
        assertThat(contracted.path("basis").asText()).isEqualTo("contracted");
        assertThat(contracted.path("agreements").path(0).path("until").asText()).isEqualTo("2026-11-24T12:01:30Z");
        assertThat(contracted.path("warnings").path(0).asText()).contains("edp", "reverts to public price on",
                "in less than a day");
    }

    @Test
    void writesNoNumberWithAFraction() throws IOException {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(json(Views.plain().of(NOVA_MICRO, 1_234_567)));

        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            assertThat(node.isFloatingPointNumber()).as(node.toString()).isFalse();
            node.forEach(open::add);
        }
    }

    @Test
    void namesWhyAPartHasNoPriceAndQuotesNothingForIt() throws IOException {
        JsonNode line = board(Views.plain().of("nobody.knows-v1:0", 1_000)).path("models").path(0);

        assertThat(line.path("to_date").path("unpriced")).extracting(JsonNode::asText)
                .containsExactly("no price of input");
        assertThat(line.path("burn").path("unpriced")).isNotEmpty();
        assertThat(line.path("quotes").isObject()).isTrue();
        assertThat(line.path("quotes")).isEmpty();
    }

    @Test
    void namesNoReasonWhereAllIsPriced() throws IOException {
        JsonNode unpriced = board(Views.plain().of(NOVA_MICRO, 1_000)).path("to_date").path("unpriced");

        assertThat(unpriced.isArray()).isTrue();
        assertThat(unpriced).isEmpty();
    }

    @Test
    void writesAnAbsentEndAsNull() throws IOException {
        JsonNode owned = board(Views.plain().owning(unit(Optional.empty())).of(NOVA_MICRO, 1)).path("commitments");
        JsonNode ending = board(Views.plain().owning(unit(Optional.of(NOON))).of(NOVA_MICRO, 1)).path("commitments");

        assertThat(owned.path(0).path("end").isNull()).isTrue();
        assertThat(ending.path(0).path("end").asText()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(owned.path(0).path("kind").asText()).isEqualTo("MODEL_UNITS");
        assertThat(owned.path(0).path("next_renewal"))
                .isEqualTo(new ObjectMapper().readTree("{\"at\": \"2026-12-24T11:00:00Z\", \"automatic\": true}"));
        assertThat(ending.path(0).path("next_renewal").isNull()).isTrue();
    }

    @Test
    void writesQuantitiesByTheLabelsOfTheirMeasures() throws IOException {
        JsonNode counts = board(Views.plain().of(NOVA_MICRO, 1_234)).path("models").path(0).path("quantities_to_date");

        assertThat(counts).isEqualTo(new ObjectMapper().readTree("{\"requests\": 1, \"input\": 1234}"));
    }

    @Test
    void explainsTheReasonsOfItsDeadLettersAndNoOthers() throws IOException {
        View view = Views.plain()
                .rejecting(Map.of(RejectionReason.TOO_OLD, 2L, RejectionReason.FUTURE, 1L))
                .of(NOVA_MICRO, 1);

        JsonNode json = json(view);

        assertThat(json.path("board").path("trust").path("dead_letters").path("TOO_OLD").asLong()).isEqualTo(2);
        assertThat(json.path("rejection_reasons").size()).isEqualTo(2);
        assertThat(json.path("rejection_reasons").path("FUTURE").asText())
                .isEqualTo("the event's time lies more than five minutes after its arrival");
        assertThat(json.path("rejection_reasons").path("TOO_OLD").asText()).contains("ten minutes are closed");
    }

    @Test
    void keepsAHostileNameInsideItsTextAndItsLine() throws IOException {
        String hostile = "</script><img src=x onerror=alert(1)>\"},{\\\r\n\ndata: {}\n\n\u2028\u0000é";

        byte[] bytes = BoardJson.of(Views.plain().of(hostile, 1), NOON);

        assertThat(new ObjectMapper().readTree(bytes).path("board").path("models").path(0).path("model").asText())
                .isEqualTo(hostile);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).as("an event of the stream is one line")
                .doesNotContain("\n", "\r", "\u0000");
    }

    private static Commitment unit(Optional<Instant> end) {
        return new Commitment("fraud", "1", "us-east-1", "arn:aws:bedrock:us-east-1:1:provisioned-model/a", 1,
                PricingOption.PROVISIONED_1MO, Usd.of("21.18"), NOON.minusSeconds(3_600), end);
    }

    private static JsonNode board(View view) throws IOException {
        return json(view).path("board");
    }

    private static JsonNode json(View view) throws IOException {
        return json(view, NOON);
    }

    private static JsonNode json(View view, Instant now) throws IOException {
        return new ObjectMapper().readTree(BoardJson.of(view, now));
    }
}
