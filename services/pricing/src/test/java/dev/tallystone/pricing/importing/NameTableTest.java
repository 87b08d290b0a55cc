package dev.tallystone.pricing.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.invocation.ModelId;
import dev.tallystone.invocation.ModelId.Routing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTableTest {

    @Test
    void namesModelsAsTheyAreCalled() {
        assertThat(NameTable.shipped().ids()).allSatisfy(
                id -> assertThat(ModelId.parse(id)).isEqualTo(new ModelId.Foundation(id, Routing.IN_REGION)));
    }

    @ParameterizedTest
    @CsvSource({"anthropic.claude-haiku-5-5, 100000", "anthropic.claude-sonnet-4-20250514-v1:0, 200000",
            "anthropic.claude-sonnet-4-5-20250929-v1:0, 200000", "openai.gpt-5.4, 272000", "openai.gpt-5.5, 272000",
            "openai.gpt-5.6-sol, 272000", "openai.gpt-5.6-terra, 272000", "openai.gpt-5.6-luna, 272000"})
    void knowsFromWhichLengthARequestIsLong(String model, long threshold) throws RefusedException {
        assertThat(NameTable.shipped().threshold(model)).isEqualTo(threshold);
    }

    @Test
    void refusesANameOfTwoModels() {
        assertThatIllegalArgumentException().isThrownBy(() -> Listed.table("""
            models:
              - { id: a.one, names: [Acme 1] }
              - { id: a.two, names: [acme-1] }
            """)).withMessage("model-names.yaml: name acme-1 stands for a.one and a.two");
    }

    @Test
    void refusesAThresholdThatTalliesDoNotTellApart() {
        assertThatIllegalArgumentException().isThrownBy(() -> Listed.table("""
            models:
              - { id: a.one, names: [Acme], long_context: 150000 }
            """)).withMessageContaining("long_context of a.one must be one of [32000");
    }
}
