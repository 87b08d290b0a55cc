package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.InvocationDecoder;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyBatch;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What changes how a model chooses its words never changes a price; what AWS prices by does. From the log record on.
 */
class SamplingTest {

    private static final PriceBook BOOK = BookOf.rows("usd: \"3\"", "measure: output, usd: \"15\"",
            "option: flex, usd: \"2\"", "option: flex, measure: output, usd: \"8\"",
            "option: latency_optimized, usd: \"4\"", "option: latency_optimized, measure: output, usd: \"20\"");
    private static final List<String> SHAPES = List.of(
            "{'inferenceConfig': {'maxTokens': 512, 'temperature': %1$s, 'topP': %2$s, 'topK': %3$d, 'stopSequences': %4$s}}",
            "{'max_tokens': 512, 'temperature': %1$s, 'top_p': %2$s, 'top_k': %3$d, 'stop_sequences': %4$s}",
            "{'temperature': %1$s, 'max_tokens': 512, 'additionalModelRequestFields': {'top_k': %3$d, 'top_p': %2$s}}",
            "{'textGenerationConfig': {'maxTokenCount': 512, 'temperature': %1$s, 'topP': %2$s, 'stopSequences': %4$s}}");
    private static final String PLAIN = "{'max_tokens': 512}";
    private static final String RESPONSE = "{'usage': {'output_tokens': 120}}";

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Pricer pricer = new Pricer(BOOK, new ModelNames(List.of()));

    private static TallyRow tallied(String request, String response, long output) {
        byte[] record = """
            {'schemaType': 'ModelInvocationLog', 'schemaVersion': '1.0', 'timestamp': '2026-03-01T12:00:01Z',
             'accountId': '123456789012', 'region': 'us-east-1', 'operation': 'InvokeModel', 'modelId': 'acme.one',
             'requestId': 'fbd41866-7fa8-5ae8-b5b2-76c359069be0',
             'identity': {'arn': 'arn:aws:sts::123456789012:assumed-role/app/session'},
             'input': {'inputTokenCount': 571, 'inputBodyJson': %s},
             'output': {'outputTokenCount': %d, 'outputBodyJson': %s}}""".formatted(request, output, response)
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        var decoder = new InvocationDecoder(List.of());
        assertThat(decoder.decode(record, 0, record.length)).as("%s", decoder.cursor().rejection()).isTrue();
        var batch = new TallyBatch();
        batch.accumulate(decoder.cursor(), Source.KAFKA);
        return batch.drain().getFirst();
    }

    private static TallyRow tallied(String request) {
        return tallied(request, RESPONSE, 120);
    }

    private Costing cost(TallyRow row) {
        int epoch = pricer.epochOf(row.key().bucket() * 10_000);
        return pricer.charge(pricer.usage(row.key().cell(), epoch), row.quantities(), epoch);
    }

    private String sampled() {
        String stops = random.nextBoolean() ? "[]" : "['STOP', 'temperature', '%d']".formatted(random.nextInt());
        return SHAPES.get(random.nextInt(SHAPES.size()))
                .formatted(random.nextBoolean() ? "0" : "0." + random.nextInt(100),
                        random.nextBoolean() ? "1.0" : "1e-" + random.nextInt(1, 9), random.nextInt(500), stops);
    }

    @Test
    void isNoMatter() {
        TallyRow plain = tallied(PLAIN);

        assertThat(cost(plain)).as("571 x 3 and 120 x 15 millionths").isEqualTo(new Costing.Priced(Usd.of("0.003513")));
        for (int i = 0; i < 2_000; i++) {
            String request = sampled();
            assertThat(tallied(request)).as("%s, seed %d, replay with -Dseed", request, seed).isEqualTo(plain);
            assertThat(cost(tallied(request))).isEqualTo(cost(plain));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'max_tokens': 512, 'serviceTier': {'type': 'flex'}}                | 0.002102
        {'max_tokens': 512, 'service_tier': 'flex'}                         | 0.002102
        {'max_tokens': 512, 'performanceConfig': {'latency': 'optimized'}}  | 0.004684
        """)
    void isNotLikeTierAndLatencyWhichArePricedApart(String request, String usd) {
        TallyRow row = tallied(request.replace("''", "'"));

        assertThat(row.key().cell()).isNotEqualTo(tallied(PLAIN).key().cell());
        assertThat(cost(row)).isEqualTo(new Costing.Priced(Usd.of(usd)));
    }

    @Test
    void isNotLikeThinkingWhichIsOutput() {
        TallyRow thought = tallied(PLAIN,
                "{'usage': {'output_tokens': 1120, 'output_tokens_details': {'reasoning_tokens': 1000}}}", 1_120);

        assertThat(thought.quantities().get(Measure.REASONING)).isEqualTo(1_000);
        assertThat(cost(thought)).as("1,000 more of output, once").isEqualTo(new Costing.Priced(Usd.of("0.018513")));
    }
}
