package dev.tallystone.monitor.http;

import dev.tallystone.board.Past;
import dev.tallystone.monitor.Questions;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.close.ClosedMonth;
import dev.tallystone.monitor.close.ClosedMonths;
import dev.tallystone.monitor.close.ClosedMonths.Request;
import dev.tallystone.monitor.close.Correction.Now;
import dev.tallystone.monitor.close.Manifest;
import dev.tallystone.monitor.close.MonthList;
import dev.tallystone.monitor.http.Answers.Answer;
import dev.tallystone.monitor.http.Answers.Told;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** The months that are kept or closed, and the order to close one. Files are read off the event loop. */
public final class MonthRoutes {

    private static final int TIMEOUT_S = 120;

    private record Seen(List<MonthList.Line> open, Now now) {}

    private record Signed(YearMonth month, String digest, Manifest manifest, String folder) {

        static Signed of(ClosedMonth closed) {
            return new Signed(closed.month(), closed.digest(), closed.manifest(), closed.folder().toString());
        }

        String text() {
            return "%s is closed: $%s effective, digest %s%n%s  files in %s, checked by sha256sum -c SHA256SUMS%n"
                    .formatted(month, manifest.costs().effectiveCost(), digest,
                            manifest.incomplete().isEmpty()
                                    ? ""
                                    : "  accepted: %s%n".formatted(String.join("; ", manifest.incomplete())),
                            folder);
        }
    }

    private final Questions questions;
    private final Supplier<View> view;
    private final ClosedMonths closed;
    private final Function<Request, CompletionStage<ClosedMonth>> close;

    public MonthRoutes(Questions questions, Supplier<View> view, ClosedMonths closed,
            Function<Request, CompletionStage<ClosedMonth>> close) {
        this.questions = questions;
        this.view = view;
        this.closed = closed;
        this.close = close;
    }

    /** Adds the routes. They must stand before those of the page, which take every path. */
    public void mount(Router router, Vertx vertx) {
        router.route("/api/v1/months")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(request -> Answers
                        .send(request, vertx, list(vertx).toCompletionStage(), TIMEOUT_S));
        router.post("/api/v1/months/:month/close").handler(request -> close(request, vertx));
    }

    private Future<Answer> list(Vertx vertx) {
        return Future.fromCompletionStage(questions.ask(this::seen), vertx.getOrCreateContext())
                .compose(seen -> vertx.executeBlocking(() -> told(seen), false));
    }

    private Answer told(Seen seen) {
        MonthList list = MonthList.of(seen.open, closed, view.get().late(), seen.now);
        return new Told(list, list.text());
    }

    private Seen seen(Past past) {
        return new Seen(MonthList.open(past, closed),
                new Now(past.settings(), past.pricer().book(), closed.settings().payer()));
    }

    private void close(RoutingContext request, Vertx vertx) {
        if (Answers.isForm(request)) {
            return;
        }
        try {
            var query = new QueryText(request.queryParams()).only(List.of("accept_incomplete"));
            var wish = new Request(month(String.valueOf(request.pathParam("month"))),
                    query.isTrue("accept_incomplete"));
            Answers.send(request, vertx,
                    close.apply(wish).<Answer>thenApply(month -> {
                        Signed signed = Signed.of(month);
                        return new Told(signed, signed.text());
                    }), TIMEOUT_S);
        } catch (IllegalArgumentException e) {
            Answers.refuse(request, 400, String.valueOf(e.getMessage()));
        }
    }

    /** Four digits of a year alone: those that Java knows beside would overflow. */
    private static YearMonth month(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' is no month such as 2026-10".formatted(text), e);
        }
        throw new IllegalArgumentException("'%s' is no month such as 2026-10".formatted(text));
    }
}
