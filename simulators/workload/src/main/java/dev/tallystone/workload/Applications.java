package dev.tallystone.workload;

import java.util.List;

/**
 * The applications of the made-up company. Each is there for a question that the product must answer; weights are
 * events a second, so that all together are 120.
 */
final class Applications {

    private static final String EAST = "us-east-1";
    private static final String WEST = "us-west-2";

    private Applications() {}

    static List<TrafficStream> all() {
        return List.of(assistantWeb(), orderRouter(), nightlyEnrichment(), campaignStudio(), searchIndexer(),
                fraudScorer(), contractReview(), supportRag(), labs());
    }

    /** Chat in office hours: cached prefixes, an hour of throttling, and now and then a guardrail that says no. */
    private static TrafficStream assistantWeb() {
        String sonnet = "global.anthropic.claude-sonnet-4-5-20250929-v1:0";
        var usual = new CallKind(sonnet, "ConverseStream", List.of("us-east-2", "eu-north-1", "ap-southeast-2"),
                new ConverseShape(new PromptMix(200, 2_200, 0.3), 350, 4_096));
        var throttled = CallKind.local(sonnet, "ConverseStream", new FailedShape("ThrottlingException"));
        var blocked = CallKind.local(sonnet, "InvokeModel", new BlockedShape(512));
        var office = DayCurve.sloping(
                2, 1, 1, 1, 1, 2, 8, 30, 80, 100, 100, 90,
                60, 80, 95, 100, 90, 60, 25, 12, 8, 6, 4, 3);
        var origin = Origin.role(EAST, "assistant-web").forTeam("workplace");
        return new TrafficStream("assistant-web", 22, office, origin, usual, new Occasion(throttled, 0.25, 10, 11),
                Occasion.allDay(blocked, 0.01));
    }

    /** Machines that never sleep: 25 a second with 600 tokens each would pay for an owned unit. */
    static TrafficStream orderRouter() {
        var usual = CallKind.local("meta.llama3-1-70b-instruct-v1:0", "InvokeModel",
                new LlamaShape(PromptMix.uncached(250, 650), 150, 512));
        var origin = Origin.role(WEST, "order-router").forTeam("orders");
        return new TrafficStream("order-router", 25, DayCurve.flat(), origin, usual);
    }

    /** A bulk job at night that could wait a day, and so need not pay for haste. */
    static TrafficStream nightlyEnrichment() {
        var usual = CallKind.local("amazon.nova-pro-v1:0", "Converse",
                new ConverseShape(PromptMix.uncached(1_000, 4_000), 700, 2_048));
        return new TrafficStream("nightly-enrichment", 8, DayCurve.during(0, 8),
                Origin.role(EAST, "nightly-enrichment").forTeam("catalogue", "24h"), usual);
    }

    /** Images, which have no tokens. */
    private static TrafficStream campaignStudio() {
        var usual = CallKind.local("stability.sd3-5-large-v1:0", "InvokeModel", new StabilityShape());
        var draft = CallKind.local("stability.stable-image-core-v1:1", "InvokeModel", new StabilityShape());
        return new TrafficStream("campaign-studio", 2, DayCurve.during(9, 20),
                Origin.role(WEST, "campaign-studio").forTeam("marketing"), usual, Occasion.allDay(draft, 0.5));
    }

    /** A backfill of embeddings: very many calls, each nearly free, by a user whom no team claims. */
    private static TrafficStream searchIndexer() {
        var usual = CallKind.local("amazon.titan-embed-text-v2:0", "InvokeModel",
                new EmbeddingShape(PromptMix.uncached(50, 950)));
        var nights = DayCurve.sloping(
                12, 12, 12, 12, 12, 12, 11, 10, 9, 8, 8, 8,
                8, 8, 8, 8, 8, 8, 9, 10, 11, 12, 12, 12);
        return new TrafficStream("search-indexer", 40, nights, Origin.user(EAST, "indexer"), usual);
    }

    /** A custom model on owned units, which cost the same when nobody calls. */
    private static TrafficStream fraudScorer() {
        var usual = CallKind.local("arn:aws:bedrock:us-west-2:111122223333:provisioned-model/f1r2a3u4d5s6",
                "InvokeModel", new LlamaShape(PromptMix.uncached(300, 900), 40, 64));
        var shopping = DayCurve.sloping(
                8, 4, 2, 2, 2, 3, 6, 15, 30, 45, 55, 60,
                65, 60, 55, 55, 60, 75, 95, 100, 100, 80, 45, 20);
        var origin = Origin.role(WEST, "fraud-scorer").forTeam("risk");
        return new TrafficStream("fraud-scorer", 10, shopping, origin, usual);
    }

    /** Long documents on both sides of a context threshold, cached for five minutes or an hour. */
    private static TrafficStream contractReview() {
        var usual = CallKind.local("global.anthropic.claude-haiku-5-5", "InvokeModel",
                new AnthropicShape(new PromptMix(20_000, 180_000, 0.8), 1_200, 4_000, 0));
        var office = DayCurve.sloping(
                0, 0, 0, 0, 1, 1, 2, 4, 8, 10, 10, 9,
                5, 8, 10, 10, 8, 5, 2, 1, 1, 1, 0, 0);
        var origin = Origin.role(EAST, "contract-review").forTeam("legal");
        return new TrafficStream("contract-review", 0.5, office, origin, usual);
    }

    /** Answers from documents, some of them streamed, some through a guardrail. */
    private static TrafficStream supportRag() {
        String haiku = "us.anthropic.claude-haiku-4-5-20251001-v1:0";
        var regions = List.of("us-east-1", "us-east-2", "us-west-2");
        var prompts = new PromptMix(1_000, 5_000, 0.2);
        var usual = new CallKind(haiku, "InvokeModel", regions, new AnthropicShape(prompts, 250, 1_024, 0.25));
        var streamed = new CallKind(haiku, "InvokeModelWithResponseStream", regions,
                new AnthropicStreamShape(prompts, 250, 1_024));
        var day = DayCurve.sloping(
                3, 2, 2, 2, 3, 5, 10, 20, 30, 40, 40, 38,
                35, 38, 40, 40, 38, 35, 30, 25, 18, 12, 8, 5);
        return new TrafficStream("support-rag", 12, day, Origin.role(EAST, "support-rag").forTeam("support"), usual,
                Occasion.allDay(streamed, 0.4));
    }

    /** A trickle of a model that has no price anywhere. */
    private static TrafficStream labs() {
        var usual = CallKind.local("mistral.voxtral-preview-v0:1", "Converse",
                new ConverseShape(PromptMix.uncached(100, 900), 120, 1_000));
        return new TrafficStream("labs", 0.5, DayCurve.flat(), Origin.role(EAST, "labs"), usual);
    }
}
