package dev.tallystone.pricing.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of every row of the samples, written from reading them. */
class SampleAccountingTest {

    @ParameterizedTest
    @ValueSource(strings = {"offer-getproducts-AmazonBedrock-2026-01-14.jsonl",
            "offer-bulkshape-AmazonBedrock-sample.json"})
    void accountsForTheRowsThatAwsSells(String file) {
        ImportedPrices prices = Samples.read(file);

        assertThat(prices.rows()).isEqualTo(10);
        assertThat(prices.merged()).isZero();
        assertThat(Samples.lines(prices)).containsExactlyInAnyOrder(
                "22JCSSB8Q7DZHH75 amazon.bedrock-guardrails eu-south-2 regional on_demand guardrail_content 0 0.15/1K text units",
                "22KGYDDQ2UGX8HE8 amazon.nova-lite-v1:0 me-central-1 regional on_demand cache_read 0 0.015/1M tokens",
                "22N5RSVZ4UPG5A9U mistral.ministral-3-14b-instruct eu-south-1 regional batch input 0 0.12/1M tokens",
                "22QFG9GV6593XE7S amazon.titan-image-generator-v2:0 us-west-2 regional provisioned_6mo model_unit 0 13/hour",
                "23D9EJ59JF59BUQP amazon.nova-2-lite-v1:0 ca-west-1 global priority cache_read 0 1.4875/1M tokens",
                "23TRQN2KXK9SK4CQ openai.gpt-oss-120b-1:0 sa-east-1 regional priority input 0 0.315/1M tokens");
        assertThat(prices.refusedByReason())
                .isEqualTo(Map.of(Refusal.Reason.NO_MEASURE, 3L, Refusal.Reason.UNMAPPED_MODEL, 1L));
        assertThat(prices.refused()).extracting(Refusal::sku)
                .containsExactlyInAnyOrder("226EKWYF6VFZ9VFF", "235R3JMEZGM3RU77", "23R596ABAM8D4GFZ",
                        "23NRJASXXNNMRPFG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offer-getproducts-AmazonBedrockFoundationModels-2026-01-19.jsonl",
            "offer-bulkshape-AmazonBedrockFoundationModels-sample.json"})
    void accountsForTheRowsOfTheMarketplace(String file) {
        ImportedPrices prices = Samples.read(file);

        assertThat(prices.rows()).isEqualTo(11);
        assertThat(prices.merged()).isZero();
        assertThat(prices.refused()).isEmpty();
        assertThat(Samples.lines(prices)).containsExactlyInAnyOrder(
                "233XTX36VZGMFF6W anthropic.claude-haiku-4-5-20251001-v1:0 ap-northeast-2 global on_demand input 0 1/1M tokens",
                "23BZFQDRQ75JZHB6 anthropic.claude-sonnet-4-5-20250929-v1:0 ap-southeast-4 regional on_demand cache_read 200000 0.66/1M tokens",
                "23NE5WPRQPKDHE46 anthropic.claude-sonnet-4-5-20250929-v1:0 ap-south-1 global on_demand cache_write_1h 200000 12/1M tokens",
                "23SEA6A9MVZDAYC3 meta.llama2-13b-chat-v1 us-west-2 regional provisioned_6mo model_unit 0 13.08/hour",
                "23SH328YUJQD4F6R anthropic.claude-sonnet-4-5-20250929-v1:0 eu-north-1 global batch output 0 7.5/1M tokens",
                "244AV9BT9XQ6R6MS anthropic.claude-3-haiku-20240307-v1:0 eu-central-2 regional batch output 0 0.625/1M tokens",
                "246GTCNWECFUENQ2 anthropic.claude-sonnet-4-20250514-v1:0 us-west-1 regional batch output 0 7.5/1M tokens",
                "24889WWNM2QMJDX8 anthropic.claude-sonnet-4-20250514-v1:0 us-west-2 regional batch input 0 1.5/1M tokens",
                "24E2H25A7CFG4YP8 cohere.command-light-text-v14 us-west-2 regional provisioned_none model_unit 0 8.56/hour",
                "24HZT5KVABJWGMDH anthropic.claude-sonnet-4-5-20250929-v1:0 ap-northeast-3 regional reserved_1mo reserved_output 0 0.99/1K TPM hour",
                "24RH22FQXS3GBYQA anthropic.claude-3-5-sonnet-20240620-v1:0 ap-northeast-1 regional batch input 0 1.5/1M tokens");
    }

    @Test
    void takesTheEffectiveDateAndTheOfferAsStated() {
        ImportedPrices prices = Samples.read("offer-getproducts-AmazonBedrockFoundationModels-2026-01-19.jsonl");

        assertThat(prices.candidates().getFirst().price().from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(prices.candidates().getLast().price().from()).isEqualTo(Instant.parse("2025-12-01T00:00:00Z"));
        assertThat(prices.offers()).containsExactly(
                new Offer("AmazonBedrockFoundationModels", "20260119134201", "2026-01-19T13:42:01Z"));
    }

    @Test
    void accountsForTheNewestRows() {
        ImportedPrices prices = Samples.readTable("pricelist-rows-us-east-1-2026-10-06.csv");

        assertThat(prices.rows()).isEqualTo(23);
        assertThat(prices.candidates()).hasSize(22);
        assertThat(prices.merged()).isZero();
        assertThat(prices.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.sku()).isEqualTo("5KXP72H8PB39FPU8");
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NO_MEASURE);
        });
        assertThat(Samples.lines(prices)).contains(
                "52N8MSMVG6VCJNYC xai.grok-4.6 us-east-1 global on_demand input 0 2/1M tokens",
                "83U3G5RSJJF89KY7 amazon.nova-2-lite-v1:0 us-east-1 global batch input 0 0.15/1M tokens",
                "8Z4D5YJ9KP2G3SFM amazon.bedrock-guardrails us-east-1 regional on_demand guardrail_content 0 0.15/1K text units",
                "92VA9VXMDHMBNGF4 xai.grok-4.3 us-east-1 regional flex input 0 0.625/1M tokens",
                "7UPQCUUWGSG49JQS xai.grok-4.6 us-east-1 regional priority output 0 11.55/1M tokens");
    }

    @Test
    void mergesWhatBothConventionsSayOfOneModel() {
        ImportedPrices prices = Samples.readTable("pricelist-qwen3-32b-both-conventions-2026-07-27.csv");

        assertThat(prices.rows()).isEqualTo(16);
        assertThat(prices.merged()).isEqualTo(8);
        assertThat(prices.refused()).isEmpty();
        String model = "qwen.qwen3-32b-v1:0 us-east-1 regional ";
        assertThat(Samples.lines(prices)).containsExactly("ROW01+ROW02 " + model + "on_demand input 0 0.15/1M tokens",
                "ROW03+ROW04 " + model + "on_demand output 0 0.6/1M tokens",
                "ROW05+ROW06 " + model + "flex input 0 0.075/1M tokens",
                "ROW07+ROW08 " + model + "flex output 0 0.3/1M tokens",
                "ROW09+ROW10 " + model + "priority input 0 0.2625/1M tokens",
                "ROW11+ROW12 " + model + "priority output 0 1.05/1M tokens",
                "ROW13+ROW14 " + model + "batch input 0 0.075/1M tokens",
                "ROW15+ROW16 " + model + "batch output 0 0.3/1M tokens");
    }
}
