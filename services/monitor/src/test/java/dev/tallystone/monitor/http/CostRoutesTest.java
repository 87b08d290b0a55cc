package dev.tallystone.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.BoardState;
import dev.tallystone.board.Past;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Quantities;
import dev.tallystone.monitor.Questions;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.Views;
import dev.tallystone.monitor.close.CloseSettings;
import dev.tallystone.monitor.close.ClosedMonths;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.focus.Payer;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.recommendation.Rules;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters of costs over HTTP. A unit for $20 an hour since the midnight before noon, and one call. */
class CostRoutesTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Questions QUESTIONS = new Questions();
    private static int port;

    @BeforeAll
    static void listen() throws Exception {
        Router router = Router.router(VERTX);
        new CostRoutes(QUESTIONS, () -> View.STARTING,
                ClosedMonths.open(new CloseSettings(Optional.empty(), Payer.of("999988887777"))),
                Clock.fixed(Views.NOON, ZoneOffset.UTC)).mount(router,
                        VERTX);
        port = VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
        Past past = past();
        VERTX.setPeriodic(5, _ -> Views.answer(QUESTIONS, past));
    }

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Past past() {
        var unit = new Commitment("trial", "1", "us-east-1", "amazon.nova-lite-v1:0", 1,
                PricingOption.PROVISIONED_NONE, Usd.of("20"), Views.NOON.minusSeconds(12 * 3_600), Optional.empty());
        var state = new BoardState(new BoardSettings(List.of(), List.of(), List.of(), List.of(unit), List.of(),
                Agreements.NONE,
                new Rules(BigDecimal.ZERO, BigDecimal.ONE, Duration.ofMinutes(1), Duration.ofHours(24)), 10, 10,
                IdlePolicy.OWN_LINE), PriceBookReader.shipped());
        state.merge(List.of(Views.row("amazon.nova-micro-v1:0", Outcome.OK, Quantities.of(Measure.REQUESTS, 1))));
        state.advanceTo(Views.NOON);
        return state.past();
    }

    private static HttpResponse<String> get(String query, String accept) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:%d/api/v1/costs?%s".formatted(port, query)))
                    .timeout(Duration.ofSeconds(20))
                    .header("Accept", accept)
                    .build(), BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        grain=day                | text/csv; charset=utf-8 | BilledCost,
        format=csv&grain=hour    | text/csv; charset=utf-8 | BilledCost,
        format=json              | application/json        | {"metadata":
        format=focus             | application/json        | {"metadata":
        format=unpriced          | text/csv; charset=utf-8 | ChargePeriodStart,
        format=metadata          | application/json        | {
        format=groups            | application/json        | {"grain":"DAY"
        group=team               | application/json        | {"grain":"DAY"
        group=team&format=json   | application/json        | {"grain":"DAY"
        group=team&grain=month   | application/json        | {"grain":"MONTH"
        group=team&grain=hour    | application/json        | {"grain":"HOUR"
        """)
    void answersInTheFormThatIsAskedFor(String query, String type, String begin) throws Exception {
        HttpResponse<String> answer = get(query, "*/*");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.body()).startsWith(begin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        group=caller            | group must be some of model, team, region and option
        group=team&format=csv   | format must be groups or json with group, or left out, not 'csv'
        grain=month             | grain must be day or hour for rows
        grain=week              | grain must be one of [hour, day, month], not 'week'
        groups=team             | there is no parameter 'groups'
        window=24h&group=team   | window must be whole days for costs
        model=opus              | no model in use is called 'opus'
        """)
    void refusesWhatIsWrong(String query, String why) throws Exception {
        HttpResponse<String> answer = get(query, "*/*");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void isATableForATerminal() throws Exception {
        assertThat(get("group=team,option&window=today", "text/plain").body()).contains("unallocated  provisioned_none")
                .contains("240.0000", "incomplete");
    }

    @Test
    void findsAnOwnedModelThatNobodyCalled() throws Exception {
        String model = URLEncoder.encode("nova lite", StandardCharsets.UTF_8);

        assertThat(get("window=today&model=" + model, "*/*").body().lines()).hasSize(2)
                .last()
                .asString()
                .startsWith("240,");
    }
}
