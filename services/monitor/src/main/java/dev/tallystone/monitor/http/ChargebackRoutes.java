package dev.tallystone.monitor.http;

import dev.tallystone.board.chargeback.Chargeback;
import dev.tallystone.board.chargeback.ChargebackText;
import dev.tallystone.monitor.Questions;
import dev.tallystone.monitor.http.Answers.Told;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Who pays for owned units, over HTTP. */
public final class ChargebackRoutes {

    private static final int TIMEOUT_S = 10;

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
        String asked = request.queryParams().get("hours");
        Answers.send(request, vertx, questions.ask(past -> {
            Chargeback chargeback = Chargeback.of(past, hours(asked == null ? "" : asked));
            return new Told(chargeback, ChargebackText.of(chargeback));
        }), TIMEOUT_S);
    }

    private static int hours(String text) {
        try {
            return text.isBlank() ? Chargeback.MAX_HOURS : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("hours must be a whole number from 1 to %d, not '%s'".formatted(
                    Chargeback.MAX_HOURS, text), e);
        }
    }
}
