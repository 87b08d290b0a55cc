package dev.tallystone.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.Views;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardRoutesTest {

    private static final View BOARD = Views.plain().of("amazon.nova-micro-v1:0", 1_000);

    private final Site site = new Site(BOARD);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void givesTheBoardAsJsonThatNobodyMayKeep() throws Exception {
        HttpResponse<String> answer = site.get("/api/v1/board");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(new ObjectMapper().readTree(answer.body())
                .path("board")
                .path("models")
                .path(0)
                .path("model")
                .asText()).isEqualTo("amazon.nova-micro-v1:0");
    }

    @Test
    void saysThatItIsNotReadyBeforeTheFirstBoard() throws Exception {
        site.publish(View.STARTING, 1);

        HttpResponse<String> answer = site.get("/api/v1/board");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(new ObjectMapper().readTree(answer.body()).path("caught_up").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/app.js", "/style.css", "/icon.svg"})
    void servesThePageAndLetsNobodyKeepItForAWhile(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isNotBlank();
        assertThat(header(answer, "Cache-Control")).doesNotContain("max-age");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vendor/uPlot.esm.js", "/vendor/uPlot.min.css"})
    void servesTheChartLibraryFromItself(String path) throws Exception {
        assertThat(site.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api/v1/nothing", "/vendor/nothing.js",
            "/vendor/../package-info.class", "/..%2fhttp%2fBoardRoutes.class"})
    void findsNothingElse(String path) throws Exception {
        assertThat(site.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/board", "/api/v1/board/stream", "/", "/app.js", "/vendor/uPlot.esm.js"})
    void answersHeadWithoutABody(String path) throws Exception {
        HttpResponse<String> head = site.ask("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void answersHeadWithoutABodyOverHttp2() throws Exception {
        HttpResponse<String> head = site.headOverHttp2("/api/v1/board");

        assertThat(head.version()).isEqualTo(Version.HTTP_2);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void tellsInItsHeadWhatTheBoardWouldBe() throws Exception {
        HttpResponse<String> head = site.ask("HEAD", "/api/v1/board");
        HttpResponse<String> get = site.get("/api/v1/board");

        assertThat(header(head, "Content-Type")).isEqualTo("application/json");
        assertThat(header(head, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
    }

    @Test
    void tellsInItsHeadThatTheStreamIsOne() throws Exception {
        assertThat(header(site.ask("HEAD", "/api/v1/board/stream"), "Content-Type")).isEqualTo("text/event-stream");
    }

    @Test
    void answersHeadBeforeTheFirstBoardAsGetWould() throws Exception {
        site.publish(View.STARTING, 1);

        assertThat(site.ask("HEAD", "/api/v1/board").statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void cannotBeWrittenTo(String method) throws Exception {
        assertThat(site.ask(method, "/api/v1/board").statusCode()).isEqualTo(405);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
