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
import dev.tallystone.board.Money;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Answers as JSON: names in snake case, money and ratios as exact decimal strings, times in ISO 8601, quantities by the
 * labels of their measures.
 */
final class ApiJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(Usd.class, new UsdText())
                    .addSerializer(Costs.class, new CostsByName())
                    .addSerializer(Money.class, new MoneyByCost())
                    .addSerializer(Quantities.class, new QuantitiesByLabel())
                    .addSerializer(BigDecimal.class, new DecimalText()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final class UsdText extends JsonSerializer<Usd> {

        @Override
        public void serialize(Usd usd, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(usd.amount().toPlainString());
        }
    }

    /** The four costs under FOCUS's names. */
    private static final class CostsByName extends JsonSerializer<Costs> {

        @Override
        public void serialize(Costs costs, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            write(costs, json, provider);
            json.writeEndObject();
        }

        static void write(Costs costs, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeField("list_cost", costs.list(), json);
            provider.defaultSerializeField("contracted_cost", costs.contracted(), json);
            provider.defaultSerializeField("effective_cost", costs.effective(), json);
            provider.defaultSerializeField("billed_cost", costs.billed(), json);
        }
    }

    /** Costs, what of them is uncertain, and what is missing. */
    private static final class MoneyByCost extends JsonSerializer<Money> {

        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            CostsByName.write(money.costs(), json, provider);
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

    private ApiJson() {}

    static byte[] bytes(Object answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers hold only texts, numbers and times", e);
        }
    }
}
