package dev.tallystone.monitor.http;

import dev.tallystone.board.ModelSearch;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.board.unitcosts.DenominatorValue;
import dev.tallystone.board.unitcosts.Denominators;
import dev.tallystone.board.unitcosts.UnitCounting;
import dev.tallystone.board.unitcosts.UnitEconomics;
import dev.tallystone.board.unitcosts.UnitEconomicsText;
import dev.tallystone.monitor.Questions;
import dev.tallystone.monitor.denominators.DenominatorJson;
import dev.tallystone.monitor.denominators.DenominatorService;
import dev.tallystone.monitor.denominators.DenominatorStore.Taken;
import dev.tallystone.monitor.denominators.QueryStatus;
import dev.tallystone.monitor.http.Answers.Answer;
import dev.tallystone.monitor.http.Answers.Told;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What one of something cost, and what the user counts. */
public final class UnitCostRoutes {

    private static final List<String> PARAMETERS = List.of("window", "model", "team");
    private static final String DENOMINATORS = "/api/v1/denominators";
    private static final int TIMEOUT_S = 10;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int TOO_LARGE = 413;
    private static final int MAX_BODY_BYTES = 4 << 10;
    private static final int MAX_SHOWN = 100;

    private record Value(Instant from, Instant until, BigDecimal value) {

        static Value of(DenominatorValue value) {
            return new Value(value.stretch().from(), value.stretch().until(), value.value());
        }
    }

    /** The newest first, {@value #MAX_SHOWN} at most of {@code count}. */
    private record Counted(DenominatorKey denominator, int count, List<Value> values) {

        static Counted of(DenominatorKey key, Denominators all) {
            List<DenominatorValue> values = all.of(key).reversed();
            return new Counted(key, values.size(), values.stream().limit(MAX_SHOWN).map(Value::of).toList());
        }
    }

    private record Known(Optional<String> keptIn, List<Counted> denominators, List<QueryStatus> queries) {

        String text() {
            var text = new StringBuilder();
            denominators.forEach(each -> text.append("%s: %,d value%s, the last %s for %s to %s%n".formatted(
                    each.denominator, each.count, each.count == 1 ? "" : "s",
                    each.values.getFirst().value.toPlainString(), each.values.getFirst().from,
                    each.values.getFirst().until)));
            queries.forEach(query -> text.append("query of %s: last value %s%s%n".formatted(query.denominator(),
                    query.lastSuccess().map(Instant::toString).orElse("not yet"),
                    query.error().isEmpty() ? "" : "; error: " + query.error())));
            text.append(denominators.isEmpty() && queries.isEmpty() ? "no denominators\n" : "");
            return text.append(keptIn.map(file -> "kept in %s%n".formatted(file))
                    .orElse("not kept over a restart: denominators.file names no file\n")).toString();
        }
    }

    private record Posted(DenominatorKey denominator, Value value, boolean replaced) {

        static Answer answer(Taken taken) {
            var posted = new Posted(taken.value().key(), Value.of(taken.value()), taken.replaced());
            return new Told(posted, "%s: %s for %s%s%n".formatted(posted.denominator,
                    posted.value.value.toPlainString(), taken.value().stretch(),
                    posted.replaced ? ", in place of another value" : ""));
        }
    }

    private final Questions questions;
    private final DenominatorService denominators;

    public UnitCostRoutes(Questions questions, DenominatorService denominators) {
        this.questions = questions;
        this.denominators = denominators;
    }

    /** Adds the routes. They must stand before those of the page, which take every path. */
    public void mount(Router router, Vertx vertx) {
        router.route("/api/v1/unit-costs").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> {
            var query = new QueryText(request.queryParams());
            Answers.send(request, vertx, questions.ask(past -> unitCosts(past, query)), TIMEOUT_S);
        });
        router.route(DENOMINATORS).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> {
            Known known = known();
            Answers.write(request, 200, new Told(known, known.text()));
        });
        router.post(DENOMINATORS)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES))
                .handler(request -> post(request, vertx))
                .failureHandler(UnitCostRoutes::tooLong);
    }

    private static void tooLong(RoutingContext request) {
        if (request.statusCode() == TOO_LARGE) {
            Answers.refuse(request, TOO_LARGE, "a value has %d bytes at most".formatted(MAX_BODY_BYTES));
        } else {
            request.next();
        }
    }

    private Answer unitCosts(Past past, QueryText query) {
        query.only(PARAMETERS);
        String window = query.optional("window").orElse("today");
        var filter = new UsedFilter(query.optional("model").map(asked -> ModelSearch.find(past, asked)),
                Optional.empty(), Optional.empty(), query.optional("team"));
        String scope = "%s%s, %s".formatted(filter.model().orElse("all models"),
                filter.team().map(team -> " by team " + team).orElse(""), window);
        UnitEconomics economics = new UnitCounting(past).of(scope, Span.parse(window, past.asOf()), filter,
                denominators.store().current());
        return new Told(economics, UnitEconomicsText.of(economics));
    }

    private Known known() {
        Denominators all = denominators.store().current();
        return new Known(denominators.store().file().map(Path::toString),
                all.keys().stream().map(key -> Counted.of(key, all)).toList(), denominators.queries());
    }

    /** A page of another origin may post forms, yet not this content type. */
    private void post(RoutingContext request, Vertx vertx) {
        String type = request.request().getHeader("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            Answers.refuse(request, UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json, not " + type);
            return;
        }
        var answer = new CompletableFuture<Answer>();
        try {
            var body = request.body().buffer();
            DenominatorValue value = DenominatorJson.read(body == null ? new byte[0] : body.getBytes());
            denominators.store().add(value).whenComplete((taken, why) -> {
                if (why == null) {
                    answer.complete(Posted.answer(taken));
                } else {
                    answer.completeExceptionally(why);
                }
            });
        } catch (IllegalArgumentException e) {
            answer.completeExceptionally(e);
        }
        Answers.send(request, vertx, answer, TIMEOUT_S);
    }
}
