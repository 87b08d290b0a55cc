package dev.tallystone.invocation;

import static dev.tallystone.invocation.Caveat.IMAGES_FROM_REQUEST;
import static dev.tallystone.invocation.Caveat.QUANTITY_UNKNOWN;
import static dev.tallystone.invocation.LogRecord.ofBodies;
import static dev.tallystone.invocation.LogRecord.ofCall;
import static dev.tallystone.invocation.Measure.IMAGES;
import static dev.tallystone.invocation.Measure.INPUT_IMAGES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReaderTest {

    private static final String THREE = "{'imageGenerationConfig': {'numberOfImages': 3}}";

    @Test
    void countsTheAnswersImagesRatherThanTheRequestedNumber() {
        var invocation = ofBodies(THREE, "{'images': ['a', 'b'], 'error': 'one was blocked'}").decoded();

        assertThat(invocation.measure(IMAGES)).isEqualTo(2);
        assertThat(invocation.caveats()).isEmpty();
    }

    @Test
    void countsTheArtifactsOfStableDiffusion() {
        var invocation = ofBodies("{'width': 1024, 'height': 1024}", "{'artifacts': [{'base64': 'a'}]}").decoded();

        assertThat(invocation.measure(IMAGES)).isEqualTo(1);
        assertThat(invocation.caveats()).isEmpty();
    }

    @Test
    void countsNoImageWhenTheAnswerHoldsNone() {
        var invocation = ofBodies(THREE, "{'images': [], 'error': 'all were blocked'}").decoded();

        assertThat(invocation.measure(IMAGES)).isZero();
        assertThat(invocation.caveats()).isEmpty();
    }

    @Test
    void takesOurOwnCountWhenTheAnswerIsElsewhere() {
        var invocation = ofCall().input("{'inputBodyJson': " + THREE + "}").output("{'outputImageCount': 2}").decoded();

        assertThat(invocation.measure(IMAGES)).isEqualTo(2);
        assertThat(invocation.caveats()).isEmpty();
    }

    @Test
    void believesTheAnswersImagesBeforeOurOwnCount() {
        var invocation = ofCall().input("{}")
                .output("{'outputImageCount': 5, 'outputBodyJson': {'images': ['a']}}")
                .decoded();

        assertThat(invocation.measure(IMAGES)).isEqualTo(1);
    }

    @Test
    void takesTheRequestedNumberWhenNobodyKnowsBetterAndSaysSo() {
        var invocation = ofCall().input("{'inputBodyJson': " + THREE + "}")
                .output("{'outputBodyS3Path': 's3://logs/a_output.json.gz'}")
                .decoded();

        assertThat(invocation.measure(IMAGES)).isEqualTo(3);
        assertThat(invocation.caveats()).containsExactly(IMAGES_FROM_REQUEST);
    }

    @Test
    void takesOneImageWhenTheRequestLeavesTheNumberToItsDefault() {
        var invocation = ofBodies("{'imageGenerationConfig': {'quality': 'premium'}}", "{}").decoded();

        assertThat(invocation.measure(IMAGES)).isEqualTo(1);
        assertThat(invocation.caveats()).containsExactly(IMAGES_FROM_REQUEST);
    }

    @Test
    void countsNoRequestedImageOfAFailedCall() {
        var invocation = ofBodies(THREE, "{}").with("errorCode", "'ValidationException'").decoded();

        assertThat(invocation.measure(IMAGES)).isZero();
        assertThat(invocation.caveats()).isEmpty();
    }

    @Test
    void countsTheImageOfAnEmbedding() {
        var invocation = ofBodies("{'inputText': 'red car', 'inputImage': 'a'}", "{'embedding': [0.1]}").decoded();

        assertThat(invocation.measure(INPUT_IMAGES)).isEqualTo(1);
        assertThat(invocation.measure(IMAGES)).isZero();
        assertThat(invocation.variant()).isEmpty();
        assertThat(invocation.caveats()).doesNotContain(QUANTITY_UNKNOWN);
    }

    @Test
    void namesTheVariantBySideQualityStepsAndTask() {
        var canvas = ofBodies("""
            {'taskType': 'TEXT_IMAGE',
             'imageGenerationConfig': {'quality': 'premium', 'width': 1280, 'height': 720}}""",
                "{'images': ['a']}").decoded();
        var diffusion = ofBodies("{'steps': 70, 'width': 1024, 'height': 1024}", "{'artifacts': [{}]}").decoded();
        var stability = ofBodies("{'mode': 'text-to-image'}", "{'images': ['a']}").decoded();

        assertThat(canvas.variant()).isEqualTo("1280/premium/?/TEXT_IMAGE");
        assertThat(diffusion.variant()).isEqualTo("1024/?/>50/?");
        assertThat(stability.variant()).isEqualTo("?/?/?/text-to-image");
    }

    @ParameterizedTest
    @CsvSource({"320, 512, 512", "512, 513, 768", "1024, 1, 1024", "1025, 1, 1280", "1536, 1536, 1536",
            "2048, 1, 2048", "1, 4096, 4096", "4097, 1, ?", "-1, -1, ?"})
    void classesTheLongerSide(String width, String height, String side) {
        var invocation = ofBodies("{'width': " + width + ", 'height': " + height + "}", "{'images': ['a']}").decoded();

        assertThat(invocation.variant()).isEqualTo(side + "/?/?/?");
    }

    @ParameterizedTest
    @CsvSource({"1, <=50", "50, <=50", "51, >50", "0, ?"})
    void classesTheSteps(String steps, String stepsClass) {
        var invocation = ofBodies("{'steps': " + steps + "}", "{'images': ['a']}").decoded();

        assertThat(invocation.variant()).isEqualTo("?/?/" + stepsClass + "/?");
    }

    @Test
    void leavesOutOfTheVariantWhatCannotBeAClass() {
        var slash = ofBodies("{'taskType': 'a/b'}", "{'images': ['a']}").decoded();
        var tooLong = ofBodies("{'taskType': '" + "x".repeat(33) + "'}", "{'images': ['a']}").decoded();
        var invisible = ofBodies("{'taskType': '\\u0000'}", "{'images': ['a']}").decoded();

        assertThat(slash.variant()).isEqualTo("?/?/?/?");
        assertThat(tooLong.variant()).isEqualTo("?/?/?/?");
        assertThat(invisible.variant()).isEqualTo("?/?/?/?");
    }

    @Test
    void givesTextsNoVariant() {
        assertThat(ofBodies("{'max_tokens': 5}", "{'usage': {'output_tokens': 1}}").decoded().variant()).isEmpty();
    }
}
