package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A well-known price of every family in the book, as its makers publish it: of a million tokens in, and of a million
 * out. The last column says where it was read.
 */
class ShippedFamiliesTest {

    private static final PriceBook BOOK = PriceBookReader.shipped();

    private final Pricer pricer = new Pricer(BOOK, new ModelNames(List.of()));

    private Usd charge(Calls calls, String at, Quantities quantities) {
        int epoch = pricer.epochOf(Instant.parse(at + "T12:00:00Z").toEpochMilli());
        return switch (pricer.charge(pricer.usage(calls.cell(), epoch), quantities, epoch)) {
            case Costing.Priced priced -> priced.costs().list();
            case Costing.Unpriced(var why) -> throw new AssertionError(calls.cell().model() + " unpriced: " + why);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        global.anthropic.claude-haiku-5-5               | us-east-1      | 2026-11-01 | 0.10   | 0.50    | maker's page
        us.anthropic.claude-opus-5-5                    | us-east-1      | 2026-11-01 | 4.40   | 22      | price list
        global.anthropic.claude-sonnet-5                | us-east-1      | 2026-11-01 | 2      | 10      | page of July
        global.anthropic.claude-fable-5                 | us-east-1      | 2026-11-01 | 10     | 50      | page of July
        anthropic.claude-opus-4-1-20250805-v1:0         | us-east-1      | 2026-11-01 | 15     | 75      | page of July
        us.anthropic.claude-opus-4-20250514-v1:0        | us-east-1      | 2026-05-01 | 15     | 75      | page of July
        us.anthropic.claude-3-7-sonnet-20250219-v1:0    | us-east-1      | 2026-03-01 | 3      | 15      | page of July
        anthropic.claude-3-5-sonnet-20240620-v1:0       | us-east-1      | 2025-11-30 | 3      | 15      | page of 2025
        anthropic.claude-3-5-sonnet-20240620-v1:0       | us-east-1      | 2025-12-01 | 6      | 30      | page of July
        anthropic.claude-3-5-sonnet-20240620-v1:0       | ap-northeast-1 | 2025-12-01 | 3      | 15      | page of July
        anthropic.claude-3-5-sonnet-20241022-v2:0       | us-west-2      | 2026-02-01 | 6      | 30      | page of July
        anthropic.claude-3-5-haiku-20241022-v1:0        | us-west-2      | 2026-02-01 | 0.80   | 4       | page of July
        anthropic.claude-3-haiku-20240307-v1:0          | eu-west-3      | 2026-09-09 | 0.25   | 1.25    | page of July
        anthropic.claude-3-opus-20240229-v1:0           | us-west-2      | 2025-06-01 | 15     | 75      | page of 2025
        anthropic.claude-v2:1                           | us-east-1      | 2025-06-01 | 8      | 24      | page of 2025
        anthropic.claude-instant-v1                     | us-east-1      | 2025-06-01 | 0.80   | 2.40    | page of 2025
        openai.gpt-5.4                                  | us-east-1      | 2026-08-01 | 2.75   | 16.50   | page of July
        openai.gpt-5.5                                  | us-east-1      | 2026-08-01 | 5.50   | 33      | page of July
        openai.gpt-5.6-luna                             | us-east-1      | 2026-07-29 | 1.10   | 6.60    | page of July
        openai.gpt-5.6-luna                             | us-east-1      | 2026-07-30 | 0.22   | 1.32    | AWS news
        global.openai.gpt-6-sol                         | us-east-1      | 2026-11-01 | 2      | 10      | model card
        us.openai.gpt-6.1-sol                           | us-east-1      | 2026-11-01 | 2.20   | 11      | model card
        openai.gpt-oss-120b-1:0                         | us-east-1      | 2026-11-01 | 0.15   | 0.60    | page of July
        openai.gpt-oss-safeguard-20b                    | us-east-1      | 2026-11-01 | 0.07   | 0.20    | page of July
        amazon.nova-micro-v1:0                          | us-east-1      | 2026-11-01 | 0.035  | 0.14    | page of July
        amazon.nova-premier-v1:0                        | us-east-1      | 2026-09-13 | 2.50   | 12.50   | page of July
        us.amazon.nova-2-pro-preview-20251202-v1:0      | us-east-1      | 2026-11-01 | 1.375  | 11      | page of July
        global.amazon.nova-2-pro-preview-20251202-v1:0  | us-east-1      | 2026-11-01 | 1.25   | 10      | page of July
        global.amazon.nova-2-lite-v1:0                  | eu-south-1     | 2026-11-01 | 0.481  | 4.10    | price list
        global.amazon.nova-2-lite-v1:0                  | ap-southeast-1 | 2026-11-01 | 0.41   | 3.39    | price list
        amazon.titan-text-express-v1                    | us-east-1      | 2025-06-01 | 0.20   | 0.60    | page of 2025
        amazon.titan-text-premier-v1:0                  | us-east-1      | 2025-06-01 | 0.50   | 1.50    | page of 2025
        us.meta.llama4-scout-17b-instruct-v1:0          | us-east-1      | 2026-11-01 | 0.17   | 0.66    | page of July
        meta.llama3-1-405b-instruct-v1:0                | us-west-2      | 2026-05-01 | 2.40   | 2.40    | page of July
        us.meta.llama3-2-11b-instruct-v1:0              | us-west-2      | 2026-05-01 | 0.16   | 0.16    | page of July
        meta.llama3-70b-instruct-v1:0                   | us-east-1      | 2026-11-01 | 2.65   | 3.50    | page of July
        meta.llama2-13b-chat-v1                         | us-east-1      | 2025-06-01 | 0.75   | 1       | page of 2025
        mistral.mistral-7b-instruct-v0:2                | us-east-1      | 2026-11-01 | 0.15   | 0.20    | litellm
        mistral.mixtral-8x7b-instruct-v0:1              | eu-west-3      | 2026-11-01 | 0.59   | 0.91    | litellm
        mistral.magistral-small-2509                    | us-east-1      | 2026-11-01 | 0.50   | 1.50    | page of July
        mistral.voxtral-mini-3b-2507                    | us-east-1      | 2026-11-01 | 0.04   | 0.04    | page of July
        mistral.devstral-2-123b                         | us-east-1      | 2026-11-01 | 0.40   | 2       | page of July
        google.gemma-3-27b-it                           | us-east-1      | 2026-11-01 | 0.23   | 0.38    | page of July
        google.gemma-4-26b-a4b                          | us-east-1      | 2026-11-01 | 0.13   | 0.40    | price list
        zai.glm-4.7                                     | us-east-1      | 2026-11-01 | 0.60   | 2.20    | page of July
        minimax.minimax-m2.5                            | eu-west-2      | 2026-11-01 | 0.47   | 1.86    | litellm
        nvidia.nemotron-super-3-120b                    | us-east-1      | 2026-11-01 | 0.15   | 0.65    | page of July
        moonshotai.kimi-k2.5                            | us-east-1      | 2026-11-01 | 0.60   | 3       | page of July
        qwen.qwen3-vl-235b-a22b                         | us-east-1      | 2026-11-01 | 0.53   | 2.66    | page of July
        xai.grok-4.3                                    | us-east-1      | 2026-11-01 | 1.25   | 2.50    | page of July
        us.xai.grok-4.7                                 | us-east-1      | 2026-11-01 | 2.20   | 6.60    | model card
        us.writer.palmyra-x5-v1:0                       | us-east-1      | 2026-11-01 | 0.60   | 6       | page of July
        ai21.jamba-1-5-large-v1:0                       | us-east-1      | 2026-11-01 | 2      | 8       | page of July
        cohere.command-r-plus-v1:0                      | us-east-1      | 2026-08-18 | 3      | 15      | page of 2025
        us.deepseek.r1-v1:0                             | us-east-1      | 2026-11-01 | 1.35   | 5.40    | page of July""")
    void costsWhatItsSellerPublishes(String model, String region, String at, String input, String output,
            String source) {
        Calls calls = Calls.of(model).region(region);

        assertThat(charge(calls, at, Calls.counts(INPUT, 1_000_000))).as(source).isEqualTo(Usd.of(input));
        assertThat(charge(calls, at, Calls.counts(OUTPUT, 1_000_000))).as(source).isEqualTo(Usd.of(output));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        openai.gpt-5.5                       | 2026-11-01 | 272000 | 5.50 | 33
        openai.gpt-5.5                       | 2026-11-01 | 272001 | 11   | 49.50
        openai.gpt-5.4                       | 2026-11-01 | 272001 | 5.50 | 24.75
        global.openai.gpt-6.1-sol            | 2026-11-01 | 272001 | 4    | 15
        openai.gpt-5.6-luna                  | 2026-11-01 | 272001 | 0.44 | 1.98
        openai.gpt-5.6-terra                 | 2026-11-01 | 272001 | 4.40 | 19.80
        global.anthropic.claude-haiku-5-5    | 2026-11-01 | 100001 | 0.50 | 2.50
        anthropic.claude-haiku-5-5           | 2026-11-01 | 100001 | 0.55 | 2.75
        global.anthropic.claude-fable-5      | 2026-11-01 | 900000 | 10   | 50
        global.anthropic.claude-sonnet-4-5-20250929-v1:0 | 2025-11-01 | 200001 | 6 | 22.50""")
    void costsMoreAboveTheThresholdThatItsSellerNames(String model, String at, long tokens, String input,
            String output) {
        Calls calls = Calls.of(model).promptTokens(tokens);

        assertThat(charge(calls, at, Calls.counts(INPUT, 1_000_000))).isEqualTo(Usd.of(input));
        assertThat(charge(calls, at, Calls.counts(OUTPUT, 1_000_000))).isEqualTo(Usd.of(output));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        qwen.qwen3-32b-v1:0          | us-east-1      | flex     | 0.075  | 0.30
        qwen.qwen3-32b-v1:0          | us-east-1      | priority | 0.2625 | 1.05
        openai.gpt-oss-120b-1:0      | ap-southeast-2 | flex     | 0.0773 | 0.3090
        xai.grok-4.6                 | us-east-1      | flex     | 1.10   | 3.30
        xai.grok-4.6                 | us-east-1      | priority | 3.85   | 11.55
        google.gemma-4-31b           | us-east-1      | priority | 0.245  | 0.70
        amazon.nova-2-lite-v1:0      | us-east-1      | priority | 0.5775 | 4.8125""")
    void costsByTheTier(String model, String region, String tier, String input, String output) {
        Calls calls = Calls.of(model).region(region).tier(tier);

        assertThat(charge(calls, "2026-11-01", Calls.counts(INPUT, 1_000_000))).isEqualTo(Usd.of(input));
        assertThat(charge(calls, "2026-11-01", Calls.counts(OUTPUT, 1_000_000))).isEqualTo(Usd.of(output));
    }
}
