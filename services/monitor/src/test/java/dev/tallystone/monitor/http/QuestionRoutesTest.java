package dev.tallystone.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.monitor.Answering;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.Views;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions over a real server: the same answer in two forms, and no more than was asked for. */
class QuestionRoutesTest {

    private static final String MODEL = "amazon.nova-micro-v1:0";

    private static final Answering MONITOR = Answering.from(Views.past(MODEL, 1_000_000));
    private static final Site SITE = Shop.open(View.STARTING, MONITOR, _ -> new CompletableFuture<>());

    @AfterAll
    static void close() {
        SITE.close();
        MONITOR.close();
    }

    /** A million tokens in cost 0.035 dollars by the price list; the calls were at 10:59 and 11:59. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/v1/options?model=nova-micro         | /0/model                    | amazon.nova-micro-v1:0
        /api/v1/explain?window=5m                | /total/list_cost            | 0.035
        /api/v1/explain?model=nova-micro         | /lines/0/quantity           | 2000000
        /api/v1/what-if?model=nova-micro         | /as_bought                  | 0.035
        /api/v1/why?period=30m                   | /after/usd                  | 0.035
        /api/v1/costs?format=json                | /rows/0/BillingAccountId    | 999988887777
        /api/v1/costs?format=metadata            | /BillingCurrency            | USD
        /api/v1/chargeback                       | /window                     | the last 24 hours
        /api/v1/costs?grain=hour&format=json     | /rows/0/ChargePeriodStart   | 2026-11-24T10:00:00Z
        /api/v1/costs?format=json                | /rows/0/ChargePeriodStart   | 2026-11-24T00:00:00Z
        /api/v1/chargeback?hours=3               | /window                     | the last 3 hours
        """)
    void areAnsweredAsJsonThatNobodyMayKeep(String path, String pointer, String value) throws Exception {
        HttpResponse<String> answer = SITE.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(new ObjectMapper().readTree(answer.body()).at(pointer).asText()).as(answer.body()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/v1/options?model=nova-micro | Nova Micro
        /api/v1/explain?window=5m        | 1,000,000 input x $0.035 per 1M tokens
        /api/v1/what-if?model=nova-micro | not a bill
        /api/v1/why?period=30m           | volume                                               +0.04
        /api/v1/chargeback?hours=3       | owned
        """)
    void areAnsweredAsTextForATerminal(String path, String part) throws Exception {
        HttpResponse<String> answer = SITE.ask("GET", path, "Accept", "text/plain");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(header(answer, "Vary")).isEqualTo("Accept");
        assertThat(answer.body()).contains(part).endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/costs", "/api/v1/costs?format=csv", "/api/v1/costs?format=unpriced"})
    void giveCostsAsAFileWhateverIsAccepted(String path) throws Exception {
        HttpResponse<String> answer = SITE.ask("GET", path, "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/csv; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"options?model=nova-micro", "explain", "what-if?model=nova-micro", "why?period=30m",
            "costs", "chargeback", "prices"})
    void tellInTheirHeadWhatTheAnswerWouldBe(String path) throws Exception {
        HttpResponse<String> head = SITE.ask("HEAD", "/api/v1/" + path);
        HttpResponse<String> get = SITE.get("/api/v1/" + path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Type")).isEqualTo(header(get, "Content-Type"));
        assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"options", "explain", "what-if", "why", "costs", "chargeback", "prices"})
    void cannotBeWrittenTo(String path) throws Exception {
        assertThat(SITE.ask("POST", "/api/v1/" + path).statusCode()).isEqualTo(405);
        assertThat(SITE.ask("DELETE", "/api/v1/" + path).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"options/x", "optionsx", "explain/nova", "what-if/..%2fwhy", "prices/nothing"})
    void haveNothingBeneathThem(String path) throws Exception {
        assertThat(SITE.get("/api/v1/" + path).statusCode()).isEqualTo(404);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
