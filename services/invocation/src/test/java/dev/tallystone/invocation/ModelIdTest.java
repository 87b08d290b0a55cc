package dev.tallystone.invocation;

import static dev.tallystone.invocation.ModelId.Routing.GEO;
import static dev.tallystone.invocation.ModelId.Routing.GLOBAL;
import static dev.tallystone.invocation.ModelId.Routing.IN_REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.ModelId.Foundation;
import dev.tallystone.invocation.ModelId.Hidden;
import dev.tallystone.invocation.ModelId.Provisioned;
import dev.tallystone.invocation.ModelId.Unrecognised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelIdTest {

    private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:";

    @ParameterizedTest
    @CsvSource({"anthropic.claude-3-haiku-20240307-v1:0, anthropic.claude-3-haiku-20240307-v1:0",
            "amazon.nova-lite-v1:0:300k, amazon.nova-lite-v1:0", "anthropic.claude-opus-5, anthropic.claude-opus-5",
            "anthropic.claude-v2:1, anthropic.claude-v2:1", "anthropic.claude-v2:1:18k, anthropic.claude-v2:1",
            "openai.gpt-5.6, openai.gpt-5.6", "openai.gpt-oss-120b-1:0, openai.gpt-oss-120b-1:0",
            "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0, amazon.nova-micro-v1:0"})
    void namesAFoundationModelInItsRegion(String called, String baseModel) {
        assertThat(ModelId.parse(called)).isEqualTo(new Foundation(baseModel, IN_REGION));
    }

    @ParameterizedTest
    @CsvSource({"us.anthropic.claude-sonnet-4-5-20250929-v1:0, anthropic.claude-sonnet-4-5-20250929-v1:0",
            "eu.amazon.nova-pro-v1:0, amazon.nova-pro-v1:0", "apac.amazon.nova-lite-v1:0, amazon.nova-lite-v1:0",
            "jp.anthropic.claude-sonnet-5, anthropic.claude-sonnet-5",
            "au.anthropic.claude-opus-5, anthropic.claude-opus-5",
            "us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0, anthropic.claude-sonnet-4-5-20250929-v1:0"})
    void readsTheGeographyOffAProfile(String called, String baseModel) {
        assertThat(ModelId.parse(called)).isEqualTo(new Foundation(baseModel, GEO));
        assertThat(ModelId.parse(ARN + "inference-profile/" + called)).isEqualTo(new Foundation(baseModel, GEO));
    }

    @Test
    void knowsGlobalProfiles() {
        assertThat(ModelId.parse("global.anthropic.claude-opus-4-6-v1"))
                .isEqualTo(new Foundation("anthropic.claude-opus-4-6-v1", GLOBAL));
    }

    @Test
    void readsTheModelOffAnInferenceProfilesArn() {
        assertThat(ModelId.parse(ARN + "inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0"))
                .isEqualTo(new Foundation("anthropic.claude-haiku-4-5-20251001-v1:0", GEO));
    }

    @Test
    void knowsProvisionedModels() {
        String arn = ARN + "provisioned-model/abcdef123456";

        assertThat(ModelId.parse(arn)).isEqualTo(new Provisioned(arn));
    }

    @ParameterizedTest
    @CsvSource({"application-inference-profile, application-inference-profile/r5q2t0example",
            "custom-model-deployment, custom-model-deployment/abc123example",
            "custom-model, custom-model/amazon.nova-lite-v1:0:300k/abcdef123456",
            "imported-model, imported-model/abcdef123456",
            "default-prompt-router, default-prompt-router/anthropic.claude:1", "prompt, prompt/PROMPT12345:1"})
    void keepsWholeTheArnsThatHideTheirModel(String kind, String resource) {
        assertThat(ModelId.parse(ARN + resource)).isEqualTo(new Hidden(kind, ARN + resource));
    }

    @Test
    void keepsWholeTheArnOfAnEndpoint() {
        String arn = "arn:aws:sagemaker:us-east-1:123456789012:endpoint/example";

        assertThat(ModelId.parse(arn)).isEqualTo(new Hidden("endpoint", arn));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "claude", "us.", "anthropic.", "Anthropic Claude", "arn:aws:bedrock",
            "arn:aws:bedrock:us-east-1::foundation-model/", "arn:aws:bedrock:us-east-1::foundation-model/x", "~other"})
    void neverFails(String called) {
        assertThat(ModelId.parse(called)).isEqualTo(new Unrecognised(called));
    }
}
