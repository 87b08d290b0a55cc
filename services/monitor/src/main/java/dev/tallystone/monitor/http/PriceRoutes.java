package dev.tallystone.monitor.http;

import dev.tallystone.monitor.View;
import dev.tallystone.monitor.http.Answers.Answer;
import dev.tallystone.monitor.http.Answers.Told;
import dev.tallystone.monitor.prices.PriceStatus;
import dev.tallystone.monitor.prices.Repricing;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceRow;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which prices are in force, and the request to take those that would change the past. */
public final class PriceRoutes {

    private static final int TIMEOUT_S = 120;
    private static final int BAD_REQUEST = 400;

    private record Line(String model, Optional<String> region, String option, String measure, long above, Usd usd,
            String per, Instant from, Optional<Instant> until) {

        static Line of(PriceRow row) {
            return new Line(row.model(), row.region(), row.option().label(), row.measure(), row.above(), row.usd(),
                    row.perUnit(), row.from(),
                    row.until().equals(Instant.MAX) ? Optional.empty() : Optional.of(row.until()));
        }

        String text() {
            return "    %s %s %s%s: %s per %s from %s%n".formatted(model, option, measure,
                    region.map(named -> " in " + named).orElse(""), usd, per, from);
        }
    }

    private record Prices(String book, String digest, int rows, Instant newestSource, boolean reloadOk, String error,
            List<Line> held, List<Line> kept) {

        static Prices of(PriceStatus status) {
            return new Prices(status.book(), status.digest(), status.rows(), status.newestSource(),
                    status.isReloadOk(), status.error(), status.held().stream().map(Line::of).toList(),
                    status.kept().stream().map(Line::of).toList());
        }

        String text() {
            var text = new StringBuilder("book %s %s: %,d rows, newest source seen %s%n".formatted(book, digest, rows,
                    newestSource));
            if (!error.isEmpty()) {
                text.append("  the file is not taken: %s%n".formatted(error));
            }
            text.append(held.isEmpty() ? "" : "  held, because they would change the past\n");
            held.forEach(line -> text.append(line.text()));
            text.append(kept.isEmpty() ? "" : "  in force instead\n");
            kept.forEach(line -> text.append(line.text()));
            return text.toString();
        }
    }

    private final Supplier<View> view;
    private final Function<Boolean, CompletionStage<Repricing>> reprice;

    public PriceRoutes(Supplier<View> view, Function<Boolean, CompletionStage<Repricing>> reprice) {
        this.view = view;
        this.reprice = reprice;
    }

    /** Adds the routes. They must stand before those of the page, which take every path. */
    public void mount(Router router, Vertx vertx) {
        router.route("/api/v1/prices").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> {
            Prices prices = Prices.of(view.get().prices());
            Answers.write(request, 200, new Told(prices, prices.text()));
        });
        router.post("/api/v1/prices/reprice").handler(request -> reprice(request, vertx));
    }

    private void reprice(RoutingContext request, Vertx vertx) {
        if (Answers.isForm(request)) {
            return;
        }
        try {
            boolean apply = new QueryText(request.queryParams()).only(List.of("apply")).isTrue("apply");
            Answers.send(request, vertx, reprice.apply(apply).<Answer>thenApply(done -> new Told(done, done.text())),
                    TIMEOUT_S);
        } catch (IllegalArgumentException e) {
            Answers.refuse(request, BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
