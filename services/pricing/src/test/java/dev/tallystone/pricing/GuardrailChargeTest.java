package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBook;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A guardrail asks the same of every call, however the model was bought: 0.15 $ for a thousand text units. */
class GuardrailChargeTest {

    private static final String OWNED = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/b2";
    private static final PriceBook BOOK = BookOf.rows("usd: \"3\"", "option: batch, usd: \"1.5\"",
            "option: flex, usd: \"2\"", "option: priority, usd: \"5\"", "option: latency_optimized, usd: \"4\"",
            "model: amazon.bedrock-guardrails, measure: guardrail_content, per: 1K text units, usd: \"0.15\"",
            "model: amazon.bedrock-guardrails, measure: guardrail_image, per: image, usd: \"0.00075\"");
    private static final Quantities GUARDED = Calls.counts(Measure.INPUT, 1_000_000, Measure.GUARDRAIL_CONTENT, 2_000)
            .plus(Quantities.of(Measure.GUARDRAIL_IMAGE, 4));

    private static Costing charge(Calls calls, Quantities quantities) {
        var alias = new ModelAlias(OWNED, "acme.one", Routing.IN_REGION, Instant.EPOCH, Instant.MAX);
        var pricer = new Pricer(BOOK, new ModelNames(List.of(alias)));
        int epoch = pricer.epochOf(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli());
        return pricer.charge(pricer.usage(calls.cell(), epoch), quantities, epoch);
    }

    private static Costing usd(String amount) {
        return new Costing.Priced(Usd.of(amount));
    }

    @Test
    void isChargedInEveryMode() {
        assertThat(charge(Calls.of("acme.one"), GUARDED)).as("3 and 0.30 and 0.003").isEqualTo(usd("3.303"));
        assertThat(charge(Calls.of("acme.one").source(Source.BATCH_OUTPUT), GUARDED)).isEqualTo(usd("1.803"));
        assertThat(charge(Calls.of("acme.one").tier("flex"), GUARDED)).isEqualTo(usd("2.303"));
        assertThat(charge(Calls.of("acme.one").tier("priority"), GUARDED)).isEqualTo(usd("5.303"));
        assertThat(charge(Calls.of("acme.one").performance("optimized"), GUARDED)).isEqualTo(usd("4.303"));
        assertThat(charge(Calls.of("global.acme.one"), GUARDED.plus(Quantities.NONE))).isEqualTo(usd("3.303"));
    }

    @Test
    void isAllThatCallsOnOwnedUnitsCost() {
        assertThat(charge(Calls.of(OWNED), GUARDED)).isEqualTo(usd("0.303"));
        assertThat(charge(Calls.of(OWNED.replace("b2", "unnamed")), GUARDED)).isEqualTo(usd("0.303"));
    }

    /** A blocked call has no tokens, so nothing of it depends on the model or on how that was bought. */
    @Test
    void isChargedForABlockedCallWhateverTheModelAndMode() {
        Quantities blocked = Calls.counts(Measure.GUARDRAIL_CONTENT, 2_000);

        assertThat(charge(Calls.of("acme.one").tier("reserved").outcome(Outcome.BLOCKED), blocked))
                .isEqualTo(usd("0.3"));
        assertThat(charge(Calls.of("acme.one").tier("ultrafast").outcome(Outcome.BLOCKED), blocked))
                .isEqualTo(usd("0.3"));
        assertThat(charge(Calls.of(OWNED.replace("provisioned-model", "imported-model")), blocked))
                .isEqualTo(usd("0.3"));
        assertThat(charge(Calls.of("acme.one").caveat(Caveat.QUANTITY_UNKNOWN), blocked))
                .isEqualTo(new Costing.Unpriced(List.of("unknown quantity")));
    }

    /** Half a price would look like a saving. */
    @Test
    void hasNoSumBesideTokensThatHaveNoPrice() {
        assertThat(charge(Calls.of("acme.one").tier("reserved"), GUARDED))
                .isEqualTo(new Costing.Unpriced(List.of(
                        "calls of the reserved tier: their block pays, but for what exceeds it, and no log says how much that is")));
    }

    @Test
    void isNamedWhereItHasNoPrice() {
        Quantities topics = Calls.counts(Measure.INPUT, 1_000_000, Measure.GUARDRAIL_TOPIC, 1);

        assertThat(charge(Calls.of(OWNED), topics))
                .isEqualTo(new Costing.Unpriced(List.of("no price of guardrail_topic")));
        assertThat(charge(Calls.of("acme.one"), topics))
                .isEqualTo(new Costing.Unpriced(List.of("no price of guardrail_topic")));
    }
}
