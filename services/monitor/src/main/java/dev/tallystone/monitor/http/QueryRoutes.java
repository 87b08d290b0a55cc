package dev.tallystone.monitor.http;

import dev.tallystone.board.ModelSearch;
import dev.tallystone.board.Past;
import dev.tallystone.board.explain.ExplanationText;
import dev.tallystone.board.options.Comparison;
import dev.tallystone.board.options.OptionsText;
import dev.tallystone.board.whatif.WhatIfPricer;
import dev.tallystone.board.whatif.WhatIfText;
import dev.tallystone.monitor.Questions;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Questions over HTTP. Each is answered as JSON, or as text for a terminal where {@code text/plain} is asked for. 400
 * says what is wrong with a question, 503 that it cannot be answered now.
 */
public final class QueryRoutes {

    private static final int TIMEOUT_S = 10;
    private static final int BAD_REQUEST = 400;
    private static final int SERVICE_UNAVAILABLE = 503;

    /**
     * An answer in both forms.
     *
     * @param json
     *            a record
     */
    private record Answer(Object json, String text) {

        static <T> Answer of(T answer, Function<T, String> text) {
            return new Answer(answer, text.apply(answer));
        }
    }

    private final Questions questions;

    public QueryRoutes(Questions questions) {
        this.questions = questions;
    }

    /** Adds the routes. They must stand before those of the page, which take every path. */
    public void mount(Router router, Vertx vertx) {
        add(router, vertx, "/api/v1/options", QueryRoutes::options);
        add(router, vertx, "/api/v1/explain", QueryRoutes::explain);
        add(router, vertx, "/api/v1/what-if", QueryRoutes::whatIf);
    }

    private static Answer options(Past past, QueryText query) {
        String model = ModelSearch.find(past, query.required("model", "the model to compare the options of"));
        return Answer.of(Comparison.of(past, model, query.minutes()), OptionsText::of);
    }

    private static Answer explain(Past past, QueryText query) {
        return Answer.of(query.explanation(past), ExplanationText::of);
    }

    private static Answer whatIf(Past past, QueryText query) {
        return Answer.of(WhatIfPricer.answer(past, query.whatIf(past)), WhatIfText::of);
    }

    private interface Question {

        Answer answer(Past past, QueryText query);
    }

    private void add(Router router, Vertx vertx, String path, Question question) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> {
            var query = new QueryText(request.queryParams());
            Context here = vertx.getOrCreateContext();
            Future.fromCompletionStage(questions.ask(past -> question.answer(past, query)), here)
                    .timeout(TIMEOUT_S, TimeUnit.SECONDS)
                    .onSuccess(answer -> write(request, 200, answer))
                    .onFailure(why -> fail(request, why));
        });
    }

    private static void fail(RoutingContext request, Throwable why) {
        if (why instanceof IllegalArgumentException) {
            write(request, BAD_REQUEST, error(why));
        } else if (why instanceof Questions.NotNowException || why instanceof TimeoutException) {
            write(request, SERVICE_UNAVAILABLE, error(why));
        } else {
            request.fail(why);
        }
    }

    private static Answer error(Throwable why) {
        String message = String.valueOf(why.getMessage());
        return new Answer(Map.of("error", message), message + "\n");
    }

    private static void write(RoutingContext request, int status, Answer answer) {
        String accepted = request.request().getHeader("Accept");
        boolean asText = accepted != null && accepted.contains("text/plain");
        byte[] body = asText ? answer.text().getBytes(StandardCharsets.UTF_8) : ApiJson.bytes(answer.json());
        var response = request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", asText ? "text/plain; charset=utf-8" : "application/json")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Vary", "Accept");
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length)).end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }
}
