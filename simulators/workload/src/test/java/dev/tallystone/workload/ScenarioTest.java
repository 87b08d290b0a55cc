package dev.tallystone.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final Workload LIVELY = Days.workload("lively", 42, 2_000);
    private static final List<LogRecord> DAY = Days.oneDay("lively", 2_000);
    private static final String SONNET = "global.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String HAIKU = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

    @Test
    void namesTheKnownOnesWhenAskedForAnother() {
        assertThat(Scenario.names()).containsExactly("lively", "steady", "bulk", "chaos");
        assertThatThrownBy(() -> Scenario.named("busy")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no scenario is named busy; there are lively, steady, bulk, chaos");
    }

    @Test
    void livelyCallsTenModelsByEveryOperation() {
        assertThat(models(DAY)).containsExactlyInAnyOrder(SONNET, HAIKU,
                "meta.llama3-1-70b-instruct-v1:0", "amazon.nova-pro-v1:0", "stability.sd3-5-large-v1:0",
                "stability.stable-image-core-v1:1", "amazon.titan-embed-text-v2:0", "global.anthropic.claude-haiku-5-5",
                "arn:aws:bedrock:us-west-2:111122223333:provisioned-model/f1r2a3u4d5s6",
                "mistral.voxtral-preview-v0:1");
        assertThat(values(DAY, "operation")).containsExactlyInAnyOrder("InvokeModel",
                "InvokeModelWithResponseStream", "Converse", "ConverseStream");
    }

    @Test
    void theOrderRouterUsesEnoughTokensToPayForAnOwnedUnit() {
        List<LogRecord> day = Days.oneDay("steady", 33);

        long tokens = sum(day, "input") + sum(day, "output");

        assertThat(tokens).as("tokens a minute at its 25 events a second").isCloseTo(900_000, within(40_000L));
    }

    @Test
    void theNightJobStopsAtEightAndBeginsAtMidnight() {
        assertThat(models(LIVELY, 6, 8)).contains("amazon.nova-pro-v1:0");
        assertThat(models(LIVELY, 8, 24)).doesNotContain("amazon.nova-pro-v1:0");
        assertThat(LIVELY.step(0)).anyMatch(sent -> isOf(sent, "amazon.nova-pro-v1:0"));
    }

    @Test
    void imagesAreMadeFromNineToTwenty() {
        assertThat(models(LIVELY, 9, 20)).contains("stability.sd3-5-large-v1:0", "stability.stable-image-core-v1:1");
        assertThat(models(LIVELY, 20, 24)).noneMatch(model -> model.startsWith("stability"));
    }

    @Test
    void aQuarterOfTheChatIsThrottledFromTenToEleven() {
        List<RecordReader> busy = read(LIVELY, 10, 11, SONNET);
        List<RecordReader> after = read(LIVELY, 11, 12, SONNET);

        double throttled = busy.stream().filter(ScenarioTest::isThrottled).count();

        assertThat(throttled / busy.size()).isCloseTo(0.25, within(0.03));
        assertThat(after).noneMatch(ScenarioTest::isThrottled);
    }

    @Test
    void aHundredthOfTheChatIsBlockedWithoutAnyCount() {
        List<RecordReader> chat = read(LIVELY, 11, 20, SONNET);

        List<RecordReader> blocked = chat.stream()
                .filter(record -> record.text("operation").equals("InvokeModel"))
                .toList();

        assertThat((double) blocked.size() / chat.size()).isCloseTo(0.01, within(0.005));
        assertThat(blocked).allSatisfy(record -> {
            assertThat(record.measures()).containsKeys("requests", "max_tokens", "guardrail_content", "guardrail_pii");
            assertThat(record.measures()).doesNotContainKeys("input", "output");
            assertThat(record.log().has("inferenceRegion")).isFalse();
        });
    }

    @Test
    void contractsLieOnBothSidesOfTheThresholdAndAreCachedForBothLifetimes() {
        Set<String> measures = new TreeSet<>();
        Set<Boolean> sides = new TreeSet<>();
        for (LogRecord sent : DAY) {
            if (sent.fate() instanceof Fate.Counted counted
                    && counted.model().equals("global.anthropic.claude-haiku-5-5")) {
                measures.addAll(counted.measures().keySet());
                sides.add(promptTokens(counted) > 100_000);
                assertThat(promptTokens(counted)).isBetween(20_000L, 180_000L);
            }
        }

        assertThat(sides).containsExactly(false, true);
        assertThat(measures).contains("cache_read", "cache_write_5m", "cache_write_1h").doesNotContain("cache_write");
    }

    @Test
    void teamsAndDeadlinesAreStated() {
        Set<String> metadata = DAY.stream()
                .filter(sent -> sent.fate() instanceof Fate.Counted)
                .map(sent -> new RecordReader(sent).log().path("requestMetadata").toString())
                .collect(Collectors.toSet());

        assertThat(metadata).contains("", "{\"team\":\"catalogue\",\"deadline\":\"24h\"}", "{\"team\":\"workplace\"}",
                "{\"team\":\"orders\"}", "{\"team\":\"marketing\"}", "{\"team\":\"risk\"}", "{\"team\":\"legal\"}",
                "{\"team\":\"support\"}");
    }

    @Test
    void aRecordHasSevenToEightHundredBytes() {
        double mean = DAY.stream().mapToInt(sent -> sent.value().length).average().orElseThrow();

        assertThat(mean).isBetween(680.0, 820.0);
    }

    @Test
    void bulkIsTheNightJobAllDay() {
        Workload bulk = Days.workload("bulk", 42, 100);

        assertThat(LongStream.range(0, Days.STEPS)).allMatch(k -> Math.abs(bulk.step(k).size() - 10) <= 1);
        assertThat(models(bulk, 0, 24)).containsExactly("amazon.nova-pro-v1:0");
    }

    private static boolean isThrottled(RecordReader record) {
        return record.log().path("errorCode").asText().equals("ThrottlingException");
    }

    private static long promptTokens(Fate.Counted counted) {
        return Stream.of("input", "cache_read", "cache_write_5m", "cache_write_1h")
                .mapToLong(measure -> counted.measures().getOrDefault(measure, 0L))
                .sum();
    }

    private static boolean isOf(LogRecord sent, String model) {
        return sent.fate() instanceof Fate.Counted counted && counted.model().equals(model);
    }

    private static Set<String> values(List<LogRecord> records, String field) {
        return records.stream()
                .filter(sent -> sent.fate() instanceof Fate.Counted)
                .map(sent -> new RecordReader(sent).text(field))
                .collect(Collectors.toSet());
    }

    private static long sum(List<LogRecord> records, String measure) {
        var totals = new ExpectedTotals();
        records.forEach(totals::sent);
        var cell = new ExpectedTotals.Cell("meta.llama3-1-70b-instruct-v1:0", "assumed-role/order-router", measure);
        return totals.cells().getOrDefault(cell, 0L);
    }

    private static Set<String> models(Workload workload, int hour, int untilHour) {
        return models(sent(workload, hour, untilHour));
    }

    private static Set<String> models(List<LogRecord> records) {
        Set<String> models = new TreeSet<>();
        for (LogRecord sent : records) {
            if (sent.fate() instanceof Fate.Counted counted) {
                models.add(counted.model());
            }
        }
        return models;
    }

    private static List<RecordReader> read(Workload workload, int hour, int untilHour, String model) {
        return sent(workload, hour, untilHour).stream()
                .filter(sent -> isOf(sent, model))
                .map(RecordReader::new)
                .toList();
    }

    private static List<LogRecord> sent(Workload workload, int hour, int untilHour) {
        return Days.stepsFrom(hour, untilHour).boxed().flatMap(k -> workload.step(k).stream()).toList();
    }
}
