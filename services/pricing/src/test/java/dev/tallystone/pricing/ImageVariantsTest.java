package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.IMAGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.InvocationDecoder;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the variants which the decoder writes are those which the rows of the book name. */
class ImageVariantsTest {

    private static final PriceBook BOOK = PriceBookReader.shipped();
    private static final String TITAN_1 = "amazon.titan-image-generator-v1";
    private static final String SDXL = "stability.stable-diffusion-xl-v1";

    private final Pricer pricer = new Pricer(BOOK, new ModelNames(List.of()));

    private static String variantOf(String request) {
        byte[] json = """
            {"schemaType": "ModelInvocationLog", "schemaVersion": "1.0", "timestamp": "2026-03-01T12:00:01Z",
             "accountId": "123456789012", "region": "us-east-1", "operation": "InvokeModel", "modelId": "amazon.any-v1",
             "requestId": "fbd41866-7fa8-5ae8-b5b2-76c359069be0",
             "identity": {"arn": "arn:aws:sts::123456789012:assumed-role/app-role/session-1"},
             "input": {"inputBodyJson": %s}, "output": {"outputBodyJson": {"images": ["a"]}}}"""
                .formatted(request.replace('\'', '"'))
                .getBytes(StandardCharsets.UTF_8);
        var decoder = new InvocationDecoder(List.of());
        assertThat(decoder.decode(json, 0, json.length)).as("%s: %s", request, decoder.cursor().rejection()).isTrue();
        return decoder.cursor().variant();
    }

    private Usd costOfOne(String model, String request, String at) {
        Calls calls = Calls.of(model).variant(variantOf(request));
        int epoch = pricer.epochOf(Instant.parse(at + "T00:00:00Z").toEpochMilli());
        return switch (pricer.charge(pricer.usage(calls.cell(), epoch), Calls.counts(IMAGES, 1), epoch)) {
            case Costing.Priced priced -> priced.costs().list();
            case Costing.Unpriced(var why) -> throw new AssertionError(calls.cell().variant() + " unpriced: " + why);
        };
    }

    /** Nova Canvas: 0.04 and 0.06 up to 1024 by 1024, 0.06 and 0.08 up to 2048 by 2048 (AWS page of 2026-07-24). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1024 | 1024 | standard | 0.04
        512  | 512  | standard | 0.04
        1024 | 1024 | premium  | 0.06
        2048 | 2048 | standard | 0.06
        1280 | 720  | premium  | 0.08""")
    void pricesCanvasBySideAndQuality(int width, int height, String quality, String usd) {
        String request = "{'taskType': 'TEXT_IMAGE', 'imageGenerationConfig': {'width': %d, 'height': %d, 'quality': '%s'}}"
                .formatted(width, height, quality);

        assertThat(costOfOne("amazon.nova-canvas-v1:0", request, "2026-03-01")).isEqualTo(Usd.of(usd));
    }

    @Test
    void pricesWhatTheRequestLeavesOutByTheDefaults() {
        assertThat(costOfOne("amazon.nova-canvas-v1:0", "{'imageGenerationConfig': {'numberOfImages': 1}}",
                "2026-03-01")).isEqualTo(Usd.of("0.04"));
        assertThat(costOfOne(TITAN_1, "{'imageGenerationConfig': {'quality': 'premium'}}", "2025-06-01"))
                .isEqualTo(Usd.of("0.012"));
    }

    /** Titan: 0.008 and 0.01 up to 512 by 512, 0.01 and 0.012 above (AWS page of 2025-02-28). */
    @Test
    void pricesTitanBySideAndQuality() {
        String small = "{'imageGenerationConfig': {'width': 512, 'height': 512, 'quality': 'standard'}}";
        String large = "{'imageGenerationConfig': {'width': 1024, 'height': 1024, 'quality': 'premium'}}";

        assertThat(costOfOne(TITAN_1, small, "2025-06-01")).isEqualTo(Usd.of("0.008"));
        assertThat(costOfOne(TITAN_1, large, "2025-06-01")).isEqualTo(Usd.of("0.012"));
    }

    /** SDXL 1.0: 0.04 up to 50 steps, 0.08 above (AWS page of 2025-02-28). */
    @Test
    void pricesStableDiffusionXlBySteps() {
        assertThat(costOfOne(SDXL, "{'steps': 30, 'width': 1024, 'height': 1024}", "2025-06-01"))
                .isEqualTo(Usd.of("0.04"));
        assertThat(costOfOne(SDXL, "{'steps': 51, 'width': 1024, 'height': 1024}", "2025-06-01"))
                .isEqualTo(Usd.of("0.08"));
    }

    @Test
    void leavesAPanoramaOfCanvasUnpricedBecauseNoRowNamesItsSide() {
        Calls calls = Calls.of("amazon.nova-canvas-v1:0")
                .variant(variantOf("{'imageGenerationConfig': {'width': 4096, 'height': 1024}}"));
        int epoch = pricer.epochOf(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli());

        assertThat(pricer.charge(pricer.usage(calls.cell(), epoch), Calls.counts(IMAGES, 1), epoch))
                .isEqualTo(new Costing.Unpriced(List.of("no price of images")));
    }
}
