package dev.tallystone.pricing.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each trap of AWS's price lists once. */
class CandidateReaderTest {

    private static final String MARKETPLACE = "AmazonBedrockFoundationModels";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "USE1-AcmeOne-input-tokens | us-east-1 regional on_demand input 0",
            "USE1-acme.one-mantle-input-tokens-standard | us-east-1 regional on_demand input 0",
            "USE1-AcmeOne-text-output-tokens-flex-cross-region-global | us-east-1 global flex output 0",
            "USE1-AcmeOne-input-tokens-cross-region-global-batch | us-east-1 global batch input 0",
            "USE1-acme.one-mantle-input-tokens-global-standard | us-east-1 global on_demand input 0",
            "USE1-AcmeOne-output-tokens-long-context-cross-region-global | us-east-1 global on_demand output 200000",
            "USE1-AcmeOne-cache-read-input-token-count | us-east-1 regional on_demand cache_read 0",
            "USE1-AcmeOne-cache-write-input-token-count-priority | us-east-1 regional priority cache_write_5m 0",
            "USE1-AcmeOne-LatencyOptimized-input-tokens | us-east-1 regional latency_optimized input 0",
            "EU-AcmeOne-input-tokens | eu-west-1 regional on_demand input 0",
            "APS3-AcmeOne-input-tokens | ap-south-1 regional on_demand input 0",
            "UGW1-AcmeOne-input-tokens | us-gov-west-1 regional on_demand input 0"})
    void understandsWhatAwsSells(String usagetype, String expected) {
        assertThat(Samples.lines(Listed.imported(Listed.usage(usagetype))))
                .containsExactly("SKU1 acme.one " + expected + " 3/1M tokens");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"InputTokenCount | regional on_demand input 0",
            "InputTokenCount_Global | global on_demand input 0",
            "InputTokenCount_Batch | regional batch input 0",
            "OutputTokenCount_Global_Batch | global batch output 0",
            "InputTokenCount_LCtx | regional on_demand input 200000",
            "CacheReadInputTokenCount_LCtx_Global | global on_demand cache_read 200000",
            "CacheWriteInputTokenCount | regional on_demand cache_write_5m 0",
            "CacheWrite1hInputTokenCount_Global | global on_demand cache_write_1h 0",
            "OutputTokenCount_LatencyOptimized | regional latency_optimized output 0",
            "OutputTokenCount_Geo | geo on_demand output 0",
            "MillionBatchResponseTokens | regional batch output 0",
            "input_tokens_standard | regional on_demand input 0",
            "input_tokens_global_batch | global batch input 0",
            "output_tokens_long_ctx_global_standard | global on_demand output 200000",
            "cache_read_tokens_standard | regional on_demand cache_read 0",
            "cached_input_tokens_batch | regional batch cache_read 0",
            "cache_write_tokens_1h_global_standard | global on_demand cache_write_1h 0",
            "cache_write_tokens_30m_long_ctx_standard | regional on_demand cache_write_30m 200000"})
    void understandsTheMarketplaceOldAndNew(String meter, String expected) {
        assertThat(Samples.lines(Listed.imported(marketplace(meter).with("unit", "1M tokens").with("usd", "3"))))
                .containsExactly("SKU1 acme.one us-east-1 " + expected + " 3/1M tokens");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ProvisionedThroughput_NoCommit_ModelUnits_Usage | provisioned_none",
            "ProvisionedThroughput_1MonthCommit_ModelUnits_Usage | provisioned_1mo",
            "ProvisionedThroughput_6MonthsCommit_ModelUnits_Usage | provisioned_6mo"})
    void understandsModelUnits(String meter, String option) {
        Listed row = marketplace(meter).with("unit", "Units")
                .with("description", "Provisioned Throughput Hourly Price (No Commit)")
                .with("usd", "44");

        assertThat(Samples.lines(Listed.imported(row)))
                .containsExactly("SKU1 acme.one us-east-1 regional %s model_unit 0 44/hour".formatted(option));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Reserved_1Month_InputTPM_Geo | Units | Per Hour per 1K Input TPM Reserved 1 Month Regional "
                    + "| regional reserved_1mo reserved_input 0 0.3/1K TPM hour",
            "Reserved_3Month_OutputTPM_Global | 1K TPM Hour | x | global reserved_3mo reserved_output 0 0.3/1K TPM hour",
            "Reserved_3Month_OutputTPM_Global | 1M TPM Hour | x "
                    + "| global reserved_3mo reserved_output 0 0.0003/1K TPM hour"})
    void understandsReservedTokens(String meter, String unit, String description, String expected) {
        Listed row = marketplace(meter).with("unit", unit).with("description", description).with("usd", "0.3");

        assertThat(Samples.lines(Listed.imported(row))).containsExactly("SKU1 acme.one us-east-1 " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1K tokens | x | 3", "1M tokens | x | 0.003",
            "Units | Million Input Tokens Global | 0.003"})
    void readsTheUnitOfEachRow(String unit, String description, String expected) {
        Listed row = Listed.row().with("unit", unit).with("description", description);

        assertThat(Listed.imported(row).candidates().getFirst().price().usd().amount())
                .isEqualByComparingTo(expected);
    }

    @Test
    void takesATextUnitForOneWhateverTheDescriptionSays() {
        Listed row = Listed.usage("EUS2-Guardrail-ContentPolicyUnitsConsumed")
                .with("unit", "TextUnit")
                .with("description", "$0.15 per 1K text units")
                .with("usd", "0.00015");

        assertThat(Samples.lines(Listed.imported(row))).containsExactly(
                "SKU1 amazon.bedrock-guardrails eu-south-2 regional on_demand guardrail_content 0 0.15/1K text units");
    }

    @Test
    void knowsABatchRowByItsFeatureAlone() {
        Listed row = Listed.row().with("feature", "Batch Inference").with("inferenceType", "Input tokens");

        assertThat(Samples.lines(Listed.imported(row))).first().asString().contains(" batch input ");
        assertThat(Samples.lines(Listed.imported(row.with("feature", "On-demand Inference")))).first()
                .asString()
                .contains(" on_demand input ");
    }

    @Test
    void pricesAnImageBySizeAndQuality() {
        Listed created = marketplace("Created_image").with("servicename", "Acme Image (Amazon Bedrock Edition)")
                .with("unit", "image")
                .with("usd", "0.08");
        Listed sized = Listed.usage("USE1-AcmeImage-T2I-1024-Standard").with("unit", "image").with("usd", "0.04");

        assertThat(Samples.lines(Listed.imported(created)))
                .containsExactly("SKU1 acme.image us-east-1 regional on_demand images 0 0.08/image");
        assertThat(Listed.imported(sized).candidates().getFirst().price().variant())
                .isEqualTo("1024/standard/*/TEXT_IMAGE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "usagetype | USE1-AcmeThree-input-tokens | UNMAPPED_MODEL | unmapped model AcmeThree: add it to model-names.yaml",
            "model | Acme Three | UNMAPPED_MODEL | unmapped model Acme Three: add it to model-names.yaml",
            "usagetype | USE1-AcmeOne-speech-input-tokens | UNMAPPED_MODEL | AcmeOne-speech",
            "model | Acme Two | CONTRADICTION | usage type names AcmeOne (acme.one), model 'Acme Two' is acme.two",
            "usagetype | USE1-AcmeOne-input-video-token-count | NO_MEASURE | tokens of video",
            "inferenceType | Input Audio Token Count | NO_MEASURE | tokens of audio",
            "usagetype | USE1-GuardrailChecks-ContentFilterCheckUnitsConsumed | NO_MEASURE | another API",
            "usagetype | USE1-Guardrail-SensitiveInformationPolicyFreeUnitsConsumed | NO_MEASURE | does not count",
            "usagetype | USE1-AcmeImage-I2I-512-Premium | NO_MEASURE | several tasks",
            "service_tier | ultrafast | NO_OPTION | ultrafast",
            "usagetype | USE1-AcmeOne-input-tokens-custom-model | OTHER_PRODUCT | customised",
            "feature | Model Customization | OTHER_PRODUCT | customised",
            "kind | Reserved | OTHER_PRODUCT | terms must be OnDemand, not Reserved",
            "usagetype | USE1-AcmeTwo-input-tokens-long-context | NO_THRESHOLD | no long_context of acme.two",
            "usagetype | USE1-AcmeOne-input-tokens-turbo | NOT_UNDERSTOOD | nothing is known of 'turbo'",
            "usagetype | USE1-AcmeOne-Customization-Storage | NOT_UNDERSTOOD | names no tokens",
            "service_tier | flex+batch | CONTRADICTION | name the options",
            "inferenceType | Output tokens | CONTRADICTION | usage type says input, inferenceType 'Output tokens'",
            "regionCode | eu-west-1 | CONTRADICTION | code USE1 is us-east-1, but regionCode says eu-west-1",
            "usagetype | AcmeOne-input-tokens | UNKNOWN_REGION | neither regionCode nor a known code",
            "regionCode | Ohio | UNKNOWN_REGION | regionCode must look like us-east-1, not 'Ohio'",
            "unit | Units | UNKNOWN_UNIT | not 'Units' of ''", "unit | hour | UNKNOWN_UNIT | 1K tokens, 1M tokens",
            "currency | CNY | BAD_PRICE | the price must be in USD, not 'CNY'",
            "usd | -0.1 | BAD_PRICE | must not be negative", "usd | cheap | BAD_PRICE | not 'cheap'",
            "usd | 1e400 | BAD_PRICE | less than 10^9", "usd | 1e-99999999 | BAD_PRICE | at most 15 decimals",
            "usd | 0.0000000000000001 | BAD_PRICE | at most 15 decimals",
            "effectiveDate | soon | BAD_DATE | not 'soon'", "beginRange | 1000 | VOLUME_TIER | from 1000 to Inf",
            "endRange | 1000 | VOLUME_TIER | from 0 to 1000",
            "serviceCode | AmazonEC2 | OTHER_OFFER | not 'AmazonEC2'"})
    void refusesWhatItDoesNotKnow(String key, String value, Refusal.Reason reason, String why) {
        ImportedPrices prices = Listed.imported(Listed.row().with(key, value));

        assertThat(prices.candidates()).isEmpty();
        assertThat(prices.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.why()).contains(why);
            assertThat(refusal.sku()).isEqualTo("SKU1");
        });
    }

    @Test
    void acceptsFifteenDecimalsAndTrailingZeros() {
        assertThat(Listed.imported(Listed.row().with("usd", "0.0000000000000010000")).candidates()).hasSize(1);
    }

    private static Listed marketplace(String meter) {
        return Listed.usage("USE1-MP:USE1_" + meter + "-Units")
                .with("serviceCode", MARKETPLACE)
                .with("servicename", "Acme One (Amazon Bedrock Edition)");
    }
}
