package dev.tallystone.metering;

import static dev.tallystone.metering.Call.ofPlain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTableTest {

    private final CellTable cells = new CellTable();

    @Test
    void describesACellByWhatTheRecordSays() {
        var call = ofPlain().tier("flex")
                .metadata("team", "search")
                .tokens(120_000, 5)
                .response("{'performanceConfig': {'latency': 'optimized'}}");

        int number = cells.numberOf(call.read(), Source.S3);

        assertThat(cells.cell(number)).isEqualTo(new Cell("123456789012", "us-east-1",
                "anthropic.claude-3-haiku-20240307-v1:0", new Caller("assumed-role/app-role", List.of("search", "")),
                "InvokeModel", Source.S3, "flex", "optimized", 2, "", Outcome.OK, 0));
    }

    @Test
    void givesCallsThatDifferOnlyInTimeAndCountsTheSameNumber() {
        int number = cells.numberOf(ofPlain().tokens(10, 1).read(), Source.KAFKA);

        assertThat(cells.numberOf(ofPlain().tokens(20, 2).at(Call.NOON.plusSeconds(90)).read(), Source.KAFKA))
                .isEqualTo(number);
        assertThat(cells.size()).isEqualTo(1);
    }

    @Test
    void tellsCallsApartByEveryColumn() {
        List<Call> different = List.of(ofPlain(), ofPlain().account("210987654321"), ofPlain().region("eu-west-1"),
                ofPlain().model("amazon.nova-lite-v1:0"), ofPlain().role("batch-role"),
                ofPlain().metadata("team", "search"), ofPlain().metadata("deadline", "24h"),
                ofPlain().operation("Converse"), ofPlain().tier("flex"),
                ofPlain().response("{'performanceConfig': {'latency': 'optimized'}}"), ofPlain().tokens(32_001, 120),
                ofPlain().error("ThrottlingException"),
                ofPlain().response("{'usage': {'cache_creation_input_tokens': 7}}"));

        long numbers = different.stream()
                .mapToInt(call -> cells.numberOf(call.read(), Source.KAFKA))
                .distinct()
                .count();

        assertThat(numbers).isEqualTo(different.size());
        assertThat(cells.numberOf(ofPlain().read(), Source.S3)).as("by source").isEqualTo(different.size());
    }

    @Test
    void countsCachedTokensIntoTheContext() {
        int number = cells.numberOf(ofPlain().tokens(1_000, 5).cacheRead(199_001).read(), Source.KAFKA);

        assertThat(cells.cell(number).context()).isEqualTo(4);
    }

    @Test
    void keepsEveryNumberWhileItsIndexGrows() {
        int models = 40;
        int roles = 300; // 12,000 cells in an index that begins with 4,096 places
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < models * roles; i++) {
            numbers.put("m-%d r-%d".formatted(i % models, i / models), numberOf(i % models, i / models));
        }

        for (int i = models * roles - 1; i >= 0; i--) {
            assertThat(numberOf(i % models, i / models))
                    .isEqualTo(numbers.get("m-%d r-%d".formatted(i % models, i / models)));
        }
        assertThat(cells.size()).isEqualTo(models * roles);
        assertThat(numbers.values()).doesNotHaveDuplicates();
    }

    @Test
    void findsCellsThatShareOneHash() {
        for (int hours = 1; hours <= 400; hours++) { // deadlines are not hashed, so these all collide
            assertThat(cells.numberOf(ofPlain().metadata("deadline", hours + "h").read(), Source.KAFKA))
                    .isEqualTo(hours - 1);
        }

        for (int hours = 1; hours <= 400; hours++) {
            assertThat(cells.numberOf(ofPlain().metadata("deadline", hours + "h").read(), Source.KAFKA))
                    .isEqualTo(hours - 1);
        }
    }

    @Test
    void countsModelsBeyondTheirBoundAsOthers() {
        for (int i = 0; i < 2_000; i++) {
            cells.numberOf(ofPlain().model("m-" + i).read(), Source.KAFKA);
        }

        int beyond = cells.numberOf(ofPlain().model("m-2000").read(), Source.KAFKA);
        int next = cells.numberOf(ofPlain().model("m-2001").read(), Source.KAFKA);
        int known = cells.numberOf(ofPlain().model("m-7").read(), Source.KAFKA);

        assertThat(cells.cell(beyond).model()).isEqualTo("~other");
        assertThat(next).isEqualTo(beyond);
        assertThat(cells.cell(known).model()).isEqualTo("m-7");
        assertThat(cells.folded()).isEqualTo(2);
    }

    @Test
    void countsCallersBeyondTheirBoundAsOthers() {
        for (int i = 0; i < 10_000; i++) {
            cells.numberOf(ofPlain().role("r-" + i).read(), Source.KAFKA);
        }

        int beyond = cells.numberOf(ofPlain().role("r-10000").metadata("team", "search").read(), Source.KAFKA);

        assertThat(cells.cell(beyond).caller()).isEqualTo(Caller.OTHER);
        assertThat(cells.cell(beyond).model()).isEqualTo("anthropic.claude-3-haiku-20240307-v1:0");
        assertThat(cells.folded()).isEqualTo(1);
    }

    @Test
    void startsAnewWhenCleared() {
        for (int i = 0; i < 2_001; i++) {
            cells.numberOf(ofPlain().model("m-" + i).read(), Source.KAFKA);
        }

        cells.clear();

        int number = cells.numberOf(ofPlain().model("m-2000").read(), Source.KAFKA);
        assertThat(number).isZero();
        assertThat(cells.size()).isEqualTo(1);
        assertThat(cells.cell(number).model()).isEqualTo("m-2000");
    }

    private int numberOf(int model, int role) {
        return cells.numberOf(ofPlain().model("m-" + model).role("r-" + role).read(), Source.KAFKA);
    }
}
