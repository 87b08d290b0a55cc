package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.BoardSettings;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.tallystone.config.ConfigException;
import dev.tallystone.tallystone.config.ConfigReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In November 2026 a unit of Llama 3.1 70B for a month costs 21.18 $/h in us-west-2. */
class CommitmentsCommandTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final String BASE = """
        {"provisionedModelName": "search", "provisionedModelArn": "arn:aws:bedrock:us-west-2:111122223333:provisioned-model/abc123def456",
         "modelArn": "arn:aws:bedrock:us-west-2::foundation-model/meta.llama3-1-70b-instruct-v1:0:128k",
         "desiredModelArn": "arn:aws:bedrock:us-west-2::foundation-model/meta.llama3-1-70b-instruct-v1:0:128k",
         "foundationModelArn": "arn:aws:bedrock:us-west-2::foundation-model/meta.llama3-1-70b-instruct-v1:0:128k",
         "modelUnits": 2, "desiredModelUnits": 2, "status": "InService", "commitmentDuration": "OneMonth",
         "commitmentExpirationTime": "2026-12-03T09:30:00.250000+00:00",
         "creationTime": "2026-11-03T09:29:00.125000+00:00", "lastModifiedTime": "2026-11-03T09:31:00+00:00"}
        """;
    private static final String CUSTOM = BASE.replace("\"search\"", "\"fraud\"")
            .replace("provisioned-model/abc123def456", "provisioned-model/f1r2a3u4d5s6")
            .replace(
                    "\"modelArn\": \"arn:aws:bedrock:us-west-2::foundation-model/meta.llama3-1-70b-instruct-v1:0:128k\"",
                    "\"modelArn\": \"arn:aws:bedrock:us-west-2:111122223333:custom-model/meta.llama3-1-70b-instruct-v1:0:128k/abc123def456\"");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void printsWhatTheConfigurationTakes() throws IOException {
        assertThat(run("commitments", "import", list(BASE, CUSTOM))).isZero();

        BoardSettings board = ConfigReader.read(out.toString(), Map.of()).monitor().board();

        assertThat(board.commitments()).extracting(Commitment::id).containsExactly("search", "fraud");
        assertThat(board.commitments().getFirst()).satisfies(owned -> {
            assertThat(owned.account()).isEqualTo("111122223333");
            assertThat(owned.region()).isEqualTo("us-west-2");
            assertThat(owned.model())
                    .isEqualTo("arn:aws:bedrock:us-west-2:111122223333:provisioned-model/abc123def456");
            assertThat(owned.units()).isEqualTo(2);
            assertThat(owned.term()).isEqualTo(PricingOption.PROVISIONED_1MO);
            assertThat(owned.usdPerUnitHour()).isEqualTo(Usd.of("21.18"));
            assertThat(owned.start()).isEqualTo("2026-11-03T09:29:00.125Z");
            assertThat(owned.end()).as("AWS renews it by itself").isEmpty();
            assertThat(owned.holding().source()).startsWith("list price of ");
        });
        assertThat(board.aliases()).extracting(ModelAlias::called, ModelAlias::baseModel, ModelAlias::custom)
                .containsExactly(
                        tuple(board.commitments().getFirst().model(),
                                "meta.llama3-1-70b-instruct-v1:0", false),
                        tuple(board.commitments().getLast().model(),
                                "meta.llama3-1-70b-instruct-v1:0", true));
    }

    @Test
    void saysWhenATermEndsAndWhereThatFitsNoStart() throws IOException {
        run("commitments", "import", list(BASE, CUSTOM.replace("2026-12-03", "2026-12-13")));

        assertThat(out.toString()).contains("term: provisioned_1mo # its term ends on 2026-12-03T09:30:00.250Z\n",
                "# its term ends on 2026-12-13T09:30:00.250Z, which is no whole term after its start: check start\n");
    }

    @Test
    void asksForAPriceThatTheBookDoesNotHave() throws IOException {
        String elsewhere = BASE.replace("us-west-2", "eu-central-2");

        assertThat(run("commitments", "import", list(elsewhere))).isZero();

        assertThat(out.toString()).contains("usd_per_unit_hour: \"?\" # the price book has no unit of "
                + "meta.llama3-1-70b-instruct-v1:0 under provisioned_1mo in eu-central-2");
        assertThatThrownBy(() -> ConfigReader.read(out.toString(), Map.of())).isInstanceOf(ConfigException.class)
                .hasMessageContaining("commitments[0].usd_per_unit_hour must be a decimal such as 0.10, not '?'");
    }

    @Test
    void takesUnitsWithoutATermAndTimesInSeconds() throws IOException {
        String plain = BASE.replace("\"commitmentDuration\": \"OneMonth\",", "")
                .replace("\"commitmentExpirationTime\": \"2026-12-03T09:30:00.250000+00:00\",", "")
                .replace("\"2026-11-03T09:29:00.125000+00:00\"", "1793698140.125");

        assertThat(run("commitments", "import", list(plain))).isZero();

        Commitment owned = ConfigReader.read(out.toString(), Map.of()).monitor().board().commitments().getFirst();
        assertThat(owned.term()).isEqualTo(PricingOption.PROVISIONED_NONE);
        assertThat(owned.start()).isEqualTo("2026-11-03T09:29:00.125Z");
        assertThat(owned.renews()).isFalse();
    }

    @Test
    void namesTwoOfOneNameApart() throws IOException {
        run("commitments", "import", list(BASE, BASE.replace("abc123def456", "000123def456")));

        assertThat(ConfigReader.read(out.toString(), Map.of()).monitor().board().commitments())
                .extracting(Commitment::id)
                .containsExactly("search", "arn:aws:bedrock:us-west-2:111122223333:provisioned-model/000123def456");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "status": "InService"            | "status": "Failed"        | its status is Failed, and only InService and Updating are owned
        "status": "InService"            | "status": "Creating"      | its status is Creating, and only
        "modelUnits": 2, "d              | "modelUnits": 0, "d       | modelUnits must be 1 or more, not 0
        "OneMonth"                       | "TenMonths"               | commitmentDuration must be OneMonth, SixMonths or absent, not 'TenMonths'
        2026-11-03T09:29:00.125000+00:00 | yesterday                 | creationTime must be a time such as 2026-11-01T00:00:00Z, not "yesterday"
        "provisionedModelArn"            | "arn"                     | provisionedModelArn must be a text, not
        """)
    void listsWhatItSkipsWithItsReason(String right, String wrong, String reason) throws IOException {
        assertThat(run("commitments", "import", list(CUSTOM, BASE.replace(right, wrong)))).isZero();

        assertThat(out.toString()).contains("# skipped: \"search\": " + reason);
        assertThat(ConfigReader.read(out.toString(), Map.of()).monitor().board().commitments())
                .extracting(Commitment::id)
                .containsExactly("fraud");
    }

    @Test
    void keepsAHostileNameInItsQuotesAndItsComment() throws IOException {
        String hostile = "a\\n# \\\"b\\ncommitments: []";

        run("commitments", "import", list(BASE.replace("search", hostile),
                BASE.replace("search", hostile).replace("InService", "Failed")));

        assertThat(ConfigReader.read(out.toString(), Map.of()).monitor().board().commitments())
                .extracting(Commitment::id)
                .containsExactly("a\n# \"b\ncommitments: []");
    }

    @Test
    void writesToAFileAndSaysWhatIsInIt() throws IOException {
        Path yaml = directory.resolve("owned.yaml");

        assertThat(run("commitments", "import", list(BASE, CUSTOM.replace("InService", "Failed")), "--out",
                yaml.toString())).isZero();

        assertThat(out.toString()).startsWith("written (1): " + yaml + "\nskipped: \"fraud\": its status is Failed");
        assertThat(ConfigReader.read(Files.readString(yaml), Map.of()).monitor().board().commitments()).hasSize(1);
    }

    @Test
    void saysWhenAwsHasMoreToList() throws IOException {
        Path file = Files.writeString(directory.resolve("part.json"),
                "{\"provisionedModelSummaries\": [], \"nextToken\": \"abc\"}");

        assertThat(run("commitments", "import", file.toString())).isZero();

        assertThat(out.toString()).startsWith("commitments: []\naliases: []\n# not all: ");
    }

    @Test
    void endsWithOneWhereTheFileIsNoAnswer() throws IOException {
        Path other = Files.writeString(directory.resolve("other.json"), "{\"modelSummaries\": []}");
        Path text = Files.writeString(directory.resolve("text.json"), "{\n  nothing");

        assertThat(run("commitments", "import", other.toString())).isEqualTo(1);
        assertThat(run("commitments", "import", text.toString())).isEqualTo(1);
        assertThat(run("commitments", "import", "nosuch.json")).isEqualTo(1);
        assertThat(run("commitments")).isEqualTo(64);

        assertThat(err.toString()).contains("other.json: there is no list 'provisionedModelSummaries'",
                "text.json: line 2 is not JSON: ", "nosuch.json: cannot be read: ");
    }

    private String list(String... rows) throws IOException {
        return Files.writeString(directory.resolve("list.json"),
                "{\"provisionedModelSummaries\": [%s]}".formatted(String.join(",", rows))).toString();
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err), NOW).execute(arguments);
    }
}
