package dev.tallystone.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.monitor.Answering;
import dev.tallystone.monitor.LiveUsage;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.Views;
import dev.tallystone.monitor.prices.PriceStatus;
import dev.tallystone.monitor.prices.Repricing;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.book.PriceRow;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which prices are in force, and the order to take others: only from who can say what it is. */
class PriceRoutesTest {

    private static final String REPRICE = "/api/v1/prices/reprice";
    private static final View VIEW = new View(Optional.empty(), Views.NOON, LiveUsage.Snapshot.NONE,
            new PriceStatus("first", "503458f5", 1_234, Instant.parse("2026-11-24T00:00:00Z"), "prices.yaml: half",
                    List.of(), List.of()),
            List.of(), List.of());

    private final List<Boolean> ordered = new ArrayList<>();
    private CompletionStage<Repricing> done = CompletableFuture.completedFuture(new Repricing(false, 1,
            List.of(new Repricing.MonthLine(YearMonth.of(2026, 11), false, "amazon.nova-pro-v1:0", Usd.of("1.5"),
                    Usd.of("2"),
                    Usd.of("0.5"), Set.of(), Set.of()))));
    private final Answering monitor = Answering.never();
    private final Site site = Shop.open(VIEW, monitor, apply -> {
        ordered.add(apply);
        return done;
    });

    @AfterEach
    void close() {
        site.close();
        monitor.close();
    }

    @Test
    void saysWhichBookIsInForceAndWhatIsWrongWithTheFile() throws Exception {
        JsonNode prices = new ObjectMapper().readTree(site.get("/api/v1/prices").body());

        assertThat(prices.path("digest").asText()).isEqualTo("503458f5");
        assertThat(prices.path("rows").asInt()).isEqualTo(1_234);
        assertThat(prices.path("reload_ok").asBoolean(true)).isFalse();
        assertThat(prices.path("error").asText()).isEqualTo("prices.yaml: half");
        assertThat(site.ask("GET", "/api/v1/prices", "Accept", "text/plain").body()).isEqualTo("""
            book first 503458f5: 1,234 rows, newest source seen 2026-11-24T00:00:00Z
              the file is not taken: prices.yaml: half
            """);
    }

    @Test
    void namesTheRowsThatAreHeldAndThoseInForceInstead() throws Exception {
        List<PriceRow> rows = PriceBookReader.shipped().rows();
        PriceRow ended = rows.stream().filter(row -> !row.until().equals(Instant.MAX)).findFirst().orElseThrow();
        PriceRow open = rows.stream().filter(row -> row.until().equals(Instant.MAX)).findFirst().orElseThrow();
        View held = new View(Optional.empty(), Views.NOON, LiveUsage.Snapshot.NONE, new PriceStatus("first", "1",
                2, Views.NOON, "", List.of(open), List.of(ended)), List.of(), List.of());
        try (var other = Shop.open(held, monitor, _ -> done)) {
            JsonNode prices = new ObjectMapper().readTree(other.get("/api/v1/prices").body());

            assertThat(prices.at("/held/0/model").asText()).isEqualTo(open.model());
            assertThat(prices.at("/held/0/until").isNull()).isTrue();
            assertThat(prices.at("/kept/0/until").asText()).isEqualTo(ended.until().toString());
            assertThat(other.ask("GET", "/api/v1/prices", "Accept", "text/plain").body())
                    .containsSubsequence("held, because they would change the past\n", open.model(),
                            "in force instead\n", ended.model());
        }
    }

    @ParameterizedTest
    @CsvSource({"'', false", "?apply=false, false", "?apply=true, true"})
    void anOrderSaysWhetherItIsMeant(String query, boolean apply) throws Exception {
        HttpResponse<String> answer = post(REPRICE + query, "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(answer.body()).at("/months/0/change").asText()).isEqualTo("0.5");
        assertThat(ordered).containsExactly(apply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ?apply=yes   | apply must be true or false, not 'yes'
        ?aplly=true  | there is no parameter 'aplly'; there are [apply]
        """)
    void anOrderThatIsNotClearIsRefused(String query, String why) throws Exception {
        HttpResponse<String> answer = post(REPRICE + query, "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(why);
        assertThat(ordered).isEmpty();
    }

    /** What a form on another origin could send. */
    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void aFormCannotOrder(String type) throws Exception {
        HttpResponse<String> answer = post(REPRICE + "?apply=true", type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("Content-Type must be application/json, not " + type);
        assertThat(ordered).isEmpty();
    }

    @Test
    void anOrderWithoutAContentTypeIsRefused() throws Exception {
        assertThat(site.ask("POST", REPRICE + "?apply=true").statusCode()).isEqualTo(415);
        assertThat(ordered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET", "HEAD", "PUT", "DELETE"})
    void readingOrdersNothing(String method) throws Exception {
        assertThat(site.ask(method, REPRICE + "?apply=true").statusCode()).isIn(404, 405);
        assertThat(ordered).isEmpty();
    }

    @Test
    void anOrderThatMustWaitIsToldSo() throws Exception {
        try (var asked = Answering.whileReading()) {
            done = asked.questions().ask(_ -> new Repricing(false, 0, List.of()));

            HttpResponse<String> answer = post(REPRICE, "application/json");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("still reading");
        }
    }

    private HttpResponse<String> post(String path, String type) throws Exception {
        return site.ask("POST", path, "Content-Type", type);
    }
}
