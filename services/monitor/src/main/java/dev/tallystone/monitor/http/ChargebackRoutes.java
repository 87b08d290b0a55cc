package dev.tallystone.monitor.http;

import dev.tallystone.board.chargeback.Chargeback;
import dev.tallystone.board.chargeback.ChargebackText;
import dev.tallystone.monitor.Questions;
import dev.tallystone.monitor.http.Answers.Told;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Who pays for what accrues by the calendar, over HTTP. */
public final class ChargebackRoutes {

    private static final List<String> PARAMETERS = List.of("window", "hours");
    private static final int TIMEOUT_S = 60;

    private final Questions questions;

    public ChargebackRoutes(Questions questions) {
        this.questions = questions;
    }

    /** Adds the route. It must stand before those of the page, which take every path. */
    public void mount(Router router, Vertx vertx) {
        router.route("/api/v1/chargeback")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(request -> answer(request, vertx));
    }

    private void answer(RoutingContext request, Vertx vertx) {
        var query = new QueryText(request.queryParams());
        Answers.send(request, vertx, questions.ask(past -> {
            Chargeback chargeback = query.only(PARAMETERS).chargeback(past);
            return new Told(chargeback, ChargebackText.of(chargeback));
        }), TIMEOUT_S);
    }
}
