package dev.tallystone.pricing.importing;

import dev.tallystone.invocation.Measure;
import dev.tallystone.pricing.PricingOption;
import java.util.Map;

/** What a guardrail meters, by policy. */
final class GuardrailMeter {

    private static final String CHECKS = "GuardrailChecks-";
    private static final Map<String, Measure> POLICIES = Map.of("Guardrail-ContentPolicyUnitsConsumed",
            Measure.GUARDRAIL_CONTENT, "Guardrail-TopicPolicyUnitsConsumed", Measure.GUARDRAIL_TOPIC,
            "Guardrail-SensitiveInformationPolicyPaidUnitsConsumed", Measure.GUARDRAIL_PII,
            "Guardrail-ContextualGroundingPolicyUnitsConsumed", Measure.GUARDRAIL_GROUNDING,
            "Guardrail-ContentPolicyImageUnitsConsumed", Measure.GUARDRAIL_IMAGE);

    private GuardrailMeter() {}

    static Meter read(String meter) throws RefusedException {
        Measure measure = POLICIES.get(meter);
        if (measure == null) {
            throw new RefusedException(Refusal.Reason.NO_MEASURE, meter.startsWith(CHECKS)
                    ? "InvokeGuardrailChecks is another API, with prices of its own: the price book counts none of it"
                    : "the price book does not count guardrail units of '%s'".formatted(meter));
        }
        return Meter.regional(PricingOption.ON_DEMAND, measure.label());
    }
}
