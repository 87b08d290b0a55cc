package dev.tallystone.monitor.http;

import dev.tallystone.board.ModelSearch;
import dev.tallystone.board.Past;
import dev.tallystone.board.explain.ExplanationText;
import dev.tallystone.board.options.Comparison;
import dev.tallystone.board.options.OptionsText;
import dev.tallystone.board.whatif.WhatIfPricer;
import dev.tallystone.board.whatif.WhatIfText;
import dev.tallystone.board.why.ChangeText;
import dev.tallystone.monitor.Questions;
import dev.tallystone.monitor.http.Answers.Answer;
import dev.tallystone.monitor.http.Answers.Told;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Function;

/** Questions over HTTP. */
public final class QueryRoutes {

    private static final List<String> OPTIONS = List.of("model", "minutes");
    private static final List<String> EXPLAIN = List.of("model", "region", "mode", "team", "window");
    private static final List<String> WHAT_IF = List.of("model", "minutes", "region", "option", "units",
            "unit_input_tpm", "unit_output_tpm", "excess", "input_tpm", "output_tpm", "batch_share", "replacement",
            "token_factor");
    private static final List<String> WHY = List.of("period", "against");
    private static final int TIMEOUT_S = 10;
    private static final int SHOWN_DECIMALS = 2;

    private final Questions questions;

    public QueryRoutes(Questions questions) {
        this.questions = questions;
    }

    /** Adds the routes. They must stand before those of the page, which take every path. */
    public void mount(Router router, Vertx vertx) {
        add(router, vertx, "/api/v1/options", QueryRoutes::options);
        add(router, vertx, "/api/v1/explain", QueryRoutes::explain);
        add(router, vertx, "/api/v1/what-if", QueryRoutes::whatIf);
        add(router, vertx, "/api/v1/why", QueryRoutes::why);
    }

    private static Answer options(Past past, QueryText query) {
        String model = ModelSearch.find(past,
                query.only(OPTIONS).required("model", "the model to compare the options of"));
        return answer(Comparison.of(past, model, query.minutes()), OptionsText::of);
    }

    private static Answer explain(Past past, QueryText query) {
        return answer(query.only(EXPLAIN).explanation(past), ExplanationText::of);
    }

    private static Answer whatIf(Past past, QueryText query) {
        return answer(WhatIfPricer.answer(past, query.only(WHAT_IF).whatIf(past)), WhatIfText::of);
    }

    private static Answer why(Past past, QueryText query) {
        return answer(query.only(WHY).change(past), change -> ChangeText.of(change, SHOWN_DECIMALS));
    }

    private static <T> Answer answer(T answer, Function<T, String> text) {
        return new Told(answer, text.apply(answer));
    }

    private interface Question {

        Answer answer(Past past, QueryText query);
    }

    private void add(Router router, Vertx vertx, String path, Question question) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> {
            var query = new QueryText(request.queryParams());
            Answers.send(request, vertx, questions.ask(past -> question.answer(past, query)), TIMEOUT_S);
        });
    }
}
