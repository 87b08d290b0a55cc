package dev.tallystone.workload;

/** What a guardrail looked at, as it stands in an InvokeModel response. AWS charges its units apart from tokens. */
final class GuardrailTrace {

    private GuardrailTrace() {}

    static void letThrough(RecordText text, Dice dice, Measures truth) {
        write(text, dice, truth);
        text.json(",'actionReason':'No action.'}},'amazon-bedrock-guardrailAction':'NONE',");
    }

    static void blocked(RecordText text, Dice dice, Measures truth) {
        write(text, dice, truth);
        text.json(",'actionReason':'Guardrail blocked.'}},'amazon-bedrock-guardrailAction':'INTERVENED',");
    }

    private static void write(RecordText text, Dice dice, Measures truth) {
        long thousands = dice.between(1, 3);
        long grounding = dice.between(0, 2);
        text.json("'amazon-bedrock-trace':{'guardrail':{'input':{'grd-house-rules':{'invocationMetrics':{'usage':{");
        text.json("'topicPolicyUnits':").number(thousands).json(",'contentPolicyUnits':").number(thousands);
        text.json(",'wordPolicyUnits':").number(thousands).json(",'sensitiveInformationPolicyUnits':").number(1);
        text.json(",'sensitiveInformationPolicyFreeUnits':").number(thousands);
        text.json(",'contextualGroundingPolicyUnits':").number(grounding).json("}}}}");
        truth.guardrail(thousands, thousands, 1, grounding);
    }
}
