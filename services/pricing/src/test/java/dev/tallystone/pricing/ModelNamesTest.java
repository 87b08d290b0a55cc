package dev.tallystone.pricing;

import static dev.tallystone.invocation.ModelId.Routing.GEO;
import static dev.tallystone.invocation.ModelId.Routing.GLOBAL;
import static dev.tallystone.invocation.ModelId.Routing.IN_REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.invocation.ModelId.Routing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNamesTest {

    private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:";
    private static final String PROFILE = ARN + "application-inference-profile/a1b2c3";
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"acme.one, acme.one, IN_REGION", "us.acme.one, acme.one, GEO", "global.acme.one, acme.one, GLOBAL",
            "amazon.nova-lite-v1:0:300k, amazon.nova-lite-v1:0, IN_REGION",
            "arn:aws:bedrock:us-east-1::foundation-model/acme.one, acme.one, IN_REGION",
            "arn:aws:bedrock:us-east-1:123456789012:inference-profile/eu.acme.one, acme.one, GEO"})
    void readsTheModelAndItsRoutingOffTheId(String called, String baseModel, Routing routing) {
        Usage usage = new ModelNames(List.of()).resolve(Calls.of(called).region("eu-west-1").cell(), OCTOBER);

        assertThat(usage.priceKey()).contains(new PriceKey(baseModel, "eu-west-1", routing, 0, ""));
        assertThat(usage.mode()).isEqualTo(Mode.ON_DEMAND);
    }

    @ParameterizedTest
    @CsvSource({"application-inference-profile/a1b2c3", "custom-model-deployment/d4e5f6", "imported-model/g7h8i9",
            "provisioned-model/j1k2l3"})
    void leavesAnArnThatHidesItsModelUnresolved(String resource) {
        Usage usage = new ModelNames(List.of()).resolve(Calls.of(ARN + resource).cell(), OCTOBER);

        assertThat(usage.priceKey()).isEmpty();
        assertThat(usage.model()).isEqualTo(ARN + resource);
    }

    @Test
    void leavesATextThatNamesNoModelUnresolvedUntilAnAliasDoes() {
        var alias = new ModelAlias("our-gateway", "acme.one", GLOBAL, JANUARY, NEXT_YEAR);

        assertThat(new ModelNames(List.of()).resolve(Calls.of("our-gateway").cell(), OCTOBER).priceKey()).isEmpty();
        assertThat(new ModelNames(List.of(alias)).resolve(Calls.of("our-gateway").cell(), OCTOBER).model())
                .isEqualTo("acme.one");
    }

    @Test
    void namesLastMonthsCallsByAnAliasThatWasAddedToday() {
        var addedToday = new ModelAlias(PROFILE, "acme.one", GEO, JANUARY, NEXT_YEAR);

        Usage lastMonth = new ModelNames(List.of(addedToday)).resolve(Calls.of(PROFILE).cell(), OCTOBER);

        assertThat(lastMonth.priceKey()).contains(new PriceKey("acme.one", "us-east-1", GEO, 0, ""));
    }

    @Test
    void holdsAnAliasFromItsStartToJustBeforeItsEnd() {
        var names = new ModelNames(List.of(new ModelAlias(PROFILE, "acme.one", IN_REGION, OCTOBER, NOVEMBER),
                new ModelAlias(PROFILE, "acme.two", IN_REGION, NOVEMBER, NEXT_YEAR)));

        assertThat(modelAt(names, OCTOBER.minusMillis(1))).isEqualTo(PROFILE);
        assertThat(modelAt(names, OCTOBER)).isEqualTo("acme.one");
        assertThat(modelAt(names, NOVEMBER.minusMillis(1))).isEqualTo("acme.one");
        assertThat(modelAt(names, NOVEMBER)).isEqualTo("acme.two");
        assertThat(modelAt(names, NEXT_YEAR)).isEqualTo(PROFILE);
        assertThat(names.changes()).containsExactly(OCTOBER, NOVEMBER, NEXT_YEAR);
    }

    @Test
    void letsTheFirstAliasThatHoldsDecide() {
        var names = new ModelNames(List.of(new ModelAlias(PROFILE, "acme.one", GEO, JANUARY, NEXT_YEAR),
                new ModelAlias(PROFILE, "acme.two", GEO, JANUARY, NEXT_YEAR)));

        assertThat(modelAt(names, OCTOBER)).isEqualTo("acme.one");
    }

    @Test
    void keepsCallsOnAnOwnedModelProvisionedWhenAnAliasNamesIt() {
        String owned = ARN + "provisioned-model/j1k2l3";
        var names = new ModelNames(List.of(new ModelAlias(owned, "acme.one", IN_REGION, JANUARY, NEXT_YEAR)));

        Usage usage = names.resolve(Calls.of(owned).cell(), OCTOBER);

        assertThat(usage.model()).isEqualTo("acme.one");
        assertThat(usage.mode()).isEqualTo(Mode.PROVISIONED);
    }

    @Test
    void takesAModelForCustomOnlyWhenItsAliasSaysSo() {
        String owned = ARN + "provisioned-model/j1k2l3";
        var plain = new ModelAlias(owned, "acme.one", IN_REGION, JANUARY, OCTOBER);
        var custom = new ModelAlias(owned, "acme.one", IN_REGION, true, OCTOBER, NEXT_YEAR);
        var names = new ModelNames(List.of(plain, custom));

        assertThat(names.resolve(Calls.of(owned).cell(), OCTOBER.minusMillis(1)).custom()).isFalse();
        assertThat(names.resolve(Calls.of(owned).cell(), OCTOBER).custom()).isTrue();
        assertThat(names.resolve(Calls.of(owned).cell(), OCTOBER).model()).isEqualTo("acme.one");
        assertThat(names.resolve(Calls.of(owned).cell(), NEXT_YEAR).custom()).isFalse();
        assertThat(names.resolve(Calls.of("acme.one").cell(), OCTOBER).custom()).isFalse();
    }

    @Test
    void refusesACustomModelThatNoOwnedUnitServes() {
        String deployment = ARN + "custom-model-deployment/d4e5f6";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelAlias(deployment, "acme.one", IN_REGION, true, JANUARY, NEXT_YEAR))
                .withMessageContaining("aliases.custom")
                .withMessageContaining(deployment)
                .withMessageContaining("provisioned-model");
    }

    @Test
    void refusesAnAliasThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelAlias(PROFILE, "acme.one", GEO, NOVEMBER, OCTOBER))
                .withMessageContaining(PROFILE);
    }

    private static String modelAt(ModelNames names, Instant at) {
        return names.resolve(Calls.of(PROFILE).cell(), at).model();
    }
}
