package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.GUARDRAIL_CONTENT;
import static dev.tallystone.invocation.Measure.GUARDRAIL_GROUNDING;
import static dev.tallystone.invocation.Measure.GUARDRAIL_PII;
import static dev.tallystone.invocation.Measure.GUARDRAIL_TOPIC;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.RERANK_UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is bought by the hour, the month or the policy, and what AWS no longer sells, by the book that we ship. */
class ShippedUnitsTest {

    private static final PriceBook BOOK = PriceBookReader.shipped();
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");

    private final Pricer pricer = new Pricer(BOOK, new ModelNames(List.of()));

    private static Instant noon(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    private static Optional<Usd> usd(String model, String region, Routing routing, PricingOption option,
            String measure, Instant at) {
        return BOOK.row(new PriceKey(model, region, routing, 0, ""), option, measure, at).map(PriceRow::usd);
    }

    /** AWS pricing pages of 2025-02-28 and 2026-07-24; Nova 2 Lite: Price List of 2026-08-02. */
    @ParameterizedTest
    @CsvSource({"anthropic.claude-instant-v1, us-east-1, 2025-06-01, 44, 39.60, 22",
            "anthropic.claude-v2:1, us-west-2, 2025-06-01, 70, 63, 35",
            "meta.llama3-1-70b-instruct-v1:0, us-west-2, 2026-11-01, 24, 21.18, 13.08",
            "meta.llama3-1-8b-instruct-v1:0, us-west-2, 2026-11-01, 24, 21.18, 13.08",
            "meta.llama3-2-90b-instruct-v1:0, us-west-2, 2026-05-01, 30, 26.48, 16.35",
            "meta.llama2-13b-chat-v1, us-east-1, 2025-06-01, 23.50, 21.18, 13.08",
            "cohere.command-text-v14, us-east-1, 2026-05-01, 49.50, 39.60, 23.77",
            "cohere.command-light-text-v14, us-east-1, 2026-05-01, 8.56, 6.85, 4.11",
            "cohere.embed-english-v3, us-east-1, 2026-11-01, 7.12, 6.76, 6.41",
            "amazon.titan-text-express-v1, us-east-1, 2025-06-01, 20.50, 18.40, 14.80",
            "amazon.titan-embed-image-v1, us-east-1, 2026-11-01, 9.38, 8.45, 6.75",
            "amazon.nova-canvas-v1:0, us-east-1, 2026-05-01, 60.50, 55, 30.25"})
    void hasUnitsByTheHourForEachTerm(String model, String region, String day, String none, String month, String six) {
        PriceKey key = new PriceKey(model, region, Routing.IN_REGION, 0, "");

        assertThat(pricer.unitHour(key, PricingOption.PROVISIONED_NONE, noon(day))).contains(Usd.of(none));
        assertThat(pricer.unitHour(key, PricingOption.PROVISIONED_1MO, noon(day))).contains(Usd.of(month));
        assertThat(pricer.unitHour(key, PricingOption.PROVISIONED_6MO, noon(day))).contains(Usd.of(six));
    }

    /** AWS pricing page of 2026-07-24, for an hour of a thousand tokens a minute. */
    @ParameterizedTest
    @CsvSource({"anthropic.claude-haiku-4-5-20251001-v1:0, GLOBAL, 0.06, 0.30, 0.054, 0.27",
            "anthropic.claude-haiku-4-5-20251001-v1:0, GEO, 0.066, 0.33, 0.0594, 0.297",
            "anthropic.claude-sonnet-4-6, IN_REGION, 0.198, 0.99, 0.1782, 0.891",
            "anthropic.claude-opus-4-5-20251101-v1:0, GLOBAL, 0.30, 1.50, 0.27, 1.35"})
    void hasReservedTokensByTermAndDirection(String model, Routing routing, String input1, String output1,
            String input3, String output3) {
        assertThat(usd(model, "eu-west-1", routing, PricingOption.RESERVED_1MO, PriceRow.RESERVED_INPUT, NOVEMBER))
                .contains(Usd.of(input1));
        assertThat(usd(model, "eu-west-1", routing, PricingOption.RESERVED_1MO, PriceRow.RESERVED_OUTPUT, NOVEMBER))
                .contains(Usd.of(output1));
        assertThat(usd(model, "eu-west-1", routing, PricingOption.RESERVED_3MO, PriceRow.RESERVED_INPUT, NOVEMBER))
                .contains(Usd.of(input3));
        assertThat(usd(model, "eu-west-1", routing, PricingOption.RESERVED_3MO, PriceRow.RESERVED_OUTPUT, NOVEMBER))
                .contains(Usd.of(output3));
    }

    private Costing charge(Calls calls, Measure measure, long amount) {
        int epoch = pricer.epochOf(NOVEMBER.toEpochMilli());
        return pricer.charge(pricer.usage(calls.cell(), epoch), Calls.counts(measure, amount), epoch);
    }

    /** Per 1,000 text units: 0.15 for content and topics, 0.10 for personal data and grounding. */
    @Test
    void chargesGuardrailsWithEveryModelCertainlyWhereARowNamesTheRegion() {
        Calls here = Calls.of("amazon.nova-pro-v1:0");

        assertThat(charge(here, GUARDRAIL_CONTENT, 1_000)).isEqualTo(new Costing.Priced(Usd.of("0.15")));
        assertThat(charge(here, GUARDRAIL_TOPIC, 1_000)).isEqualTo(new Costing.Priced(Usd.of("0.15")));
        assertThat(charge(here, GUARDRAIL_PII, 1_000)).isEqualTo(new Costing.Priced(Usd.of("0.10")));
        assertThat(charge(here, GUARDRAIL_GROUNDING, 1_000)).isEqualTo(new Costing.Priced(Usd.of("0.10")));
        assertThat(charge(here.region("eu-south-2"), GUARDRAIL_CONTENT, 1_000))
                .isEqualTo(new Costing.Priced(Usd.of("0.15")));
        assertThat(charge(Calls.of("amazon.nova-pro-v1:0").region("eu-west-1"), GUARDRAIL_CONTENT, 1_000))
                .as("a page that names no Region has it")
                .isEqualTo(new Costing.Priced(Costs.atList(Usd.of("0.15")), Usd.of("0.15")));
    }

    @Test
    void chargesAThousandRerankQueriesAtOneAndTwoDollars() {
        assertThat(charge(Calls.of("amazon.rerank-v1:0"), RERANK_UNITS, 1_000))
                .isEqualTo(new Costing.Priced(Usd.of("1")));
        assertThat(charge(Calls.of("cohere.rerank-v3-5:0"), RERANK_UNITS, 1_000))
                .isEqualTo(new Costing.Priced(Usd.of("2")));
    }

    @Test
    void keepsACustomModelForAMonthAndAnImportedOneByTheMinute() {
        assertThat(usd("amazon.bedrock-custom-model-storage", "us-east-1", Routing.IN_REGION,
                PricingOption.ON_DEMAND, PriceRow.MODEL_STORAGE, NOVEMBER)).contains(Usd.of("1.95"));
        assertThat(usd("amazon.bedrock-model-import-v1", "us-east-1", Routing.IN_REGION, PricingOption.ON_DEMAND,
                PriceRow.IMPORT_UNIT, noon("2026-07-23"))).contains(Usd.of("0.0785"));
        assertThat(usd("amazon.bedrock-model-import-v1", "us-east-1", Routing.IN_REGION, PricingOption.ON_DEMAND,
                PriceRow.IMPORT_UNIT, NOVEMBER)).contains(Usd.of("0.05718"));
        assertThat(usd("amazon.bedrock-model-import-v2", "eu-west-1", Routing.IN_REGION, PricingOption.ON_DEMAND,
                PriceRow.IMPORT_UNIT, NOVEMBER)).contains(Usd.of("0.1433"));
    }

    private static Eligibility.Verdict verdict(String model, String region, PricingOption option, Instant at) {
        return new Eligibility(BOOK).of(new PriceKey(model, region, Routing.IN_REGION, 0, ""), option, false, at);
    }

    @ParameterizedTest
    @CsvSource({"anthropic.claude-opus-5, us-east-1, provisioned_1mo, listed for Provisioned Throughput",
            "anthropic.claude-sonnet-4-6, us-east-1, flex, not sold for Claude",
            "anthropic.claude-sonnet-5, us-east-1, batch, N/A for batch",
            "cohere.command-text-v14, us-east-1, provisioned_6mo, not listed",
            "meta.llama3-2-90b-instruct-v1:0, us-west-2, provisioned_1mo, end of life",
            "amazon.nova-canvas-v1:0, us-east-1, on_demand, end of life",
            "anthropic.claude-sonnet-4-20250514-v1:0, us-east-1, on_demand, end of life",
            "openai.gpt-6.1-sol, us-east-1, priority, not supported",
            "amazon.nova-2-lite-v1:0, us-east-1, provisioned_6mo, no price by this option is known"})
    void saysWhyAnOptionCannotBeBoughtToday(String model, String region, String option, String why) {
        assertThat(verdict(model, region, PricingOption.ofLabel(option), NOVEMBER))
                .isInstanceOfSatisfying(Eligibility.Refused.class,
                        refused -> assertThat(refused.sentence()).contains(why));
    }

    @ParameterizedTest
    @CsvSource({"meta.llama3-1-70b-instruct-v1:0, us-west-2, provisioned_6mo",
            "amazon.nova-2-lite-v1:0, us-east-1, provisioned_1mo", "amazon.nova-pro-v1:0, us-east-1, batch",
            "cohere.embed-multilingual-v3, us-west-2, provisioned_none",
            "anthropic.claude-haiku-4-5-20251001-v1:0, us-east-1, reserved_3mo",
            "anthropic.claude-opus-4-1-20250805-v1:0, us-east-1, on_demand"})
    void sellsTodayWhatAwsLists(String model, String region, String option) {
        assertThat(verdict(model, region, PricingOption.ofLabel(option), NOVEMBER))
                .isInstanceOf(Eligibility.Sold.class);
    }

    @Test
    void vouchesForOpusFourOneUntilItEntersExtendedAccess() {
        Calls opus = Calls.of("anthropic.claude-opus-4-1-20250805-v1:0");
        int before = pricer.epochOf(noon("2026-10-07").toEpochMilli());
        int after = pricer.epochOf(noon("2026-10-08").toEpochMilli());
        var million = Calls.counts(INPUT, 1_000_000);

        assertThat(pricer.charge(pricer.usage(opus.cell(), before), million, before))
                .isEqualTo(new Costing.Priced(Usd.of("15")));
        assertThat(pricer.charge(pricer.usage(opus.cell(), after), million, after))
                .isEqualTo(new Costing.Priced(Costs.atList(Usd.of("15")), Usd.of("15")));
    }
}
