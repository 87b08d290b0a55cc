package dev.tallystone.monitor.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tallystone.board.Board;
import dev.tallystone.board.Money;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.metering.Quantities;
import dev.tallystone.monitor.View;
import dev.tallystone.pricing.Usd;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The board as JSON: names in snake case, money and ratios as exact decimal strings, times in ISO 8601, quantities by
 * the labels of their measures.
 */
final class BoardJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(Usd.class, new UsdText())
                    .addSerializer(Money.class, new MoneyByCost())
                    .addSerializer(Quantities.class, new QuantitiesByLabel())
                    .addSerializer(BigDecimal.class, new DecimalText()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /**
     * What the page needs to know beside the board.
     *
     * @param rejectionReasons
     *            what the reasons of the board's dead letters mean, for people
     */
    private record Envelope(boolean caughtUp, boolean stale, long delayMs, Instant publishedAt,
            Map<RejectionReason, String> rejectionReasons, Board board) {}

    private record NotYet(boolean caughtUp, boolean stale) {}

    private static final class UsdText extends JsonSerializer<Usd> {

        @Override
        public void serialize(Usd usd, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(usd.amount().toPlainString());
        }
    }

    /** The four costs under FOCUS's names, what of them is uncertain, and what is missing. */
    private static final class MoneyByCost extends JsonSerializer<Money> {

        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            provider.defaultSerializeField("list_cost", money.costs().list(), json);
            provider.defaultSerializeField("contracted_cost", money.costs().contracted(), json);
            provider.defaultSerializeField("effective_cost", money.costs().effective(), json);
            provider.defaultSerializeField("billed_cost", money.costs().billed(), json);
            provider.defaultSerializeField("uncertain", money.uncertain(), json);
            provider.defaultSerializeField("unpriced", money.unpriced(), json);
            json.writeEndObject();
        }
    }

    private static final class DecimalText extends JsonSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal decimal, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(decimal.toPlainString());
        }
    }

    private static final class QuantitiesByLabel extends JsonSerializer<Quantities> {

        @Override
        public void serialize(Quantities quantities, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            for (Measure measure : Measure.ALL) {
                if (quantities.get(measure) != 0) {
                    json.writeNumberField(measure.label(), quantities.get(measure));
                }
            }
            json.writeEndObject();
        }
    }

    private BoardJson() {}

    static byte[] of(View view, Instant now) {
        Object body = view.board()
                .<Object>map(board -> new Envelope(true, view.isStale(now),
                        view.delay(now).map(Duration::toMillis).orElse(0L), view.publishedAt(),
                        meanings(board.trust().deadLetters().keySet()), board))
                .orElse(new NotYet(false, true));
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a board holds only texts, numbers and times", e);
        }
    }

    private static Map<RejectionReason, String> meanings(Set<RejectionReason> reasons) {
        var meanings = new EnumMap<RejectionReason, String>(RejectionReason.class);
        reasons.forEach(reason -> meanings.put(reason, reason.explanation()));
        return meanings;
    }
}
