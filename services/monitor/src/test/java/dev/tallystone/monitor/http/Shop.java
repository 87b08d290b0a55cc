package dev.tallystone.monitor.http;

import static dev.tallystone.monitor.Views.NOON;

import dev.tallystone.monitor.Answering;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.close.CloseSettings;
import dev.tallystone.monitor.close.ClosedMonths;
import dev.tallystone.monitor.prices.Repricing;
import dev.tallystone.pricing.focus.Payer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A site with every route of a monitor. */
final class Shop {

    private static final Duration TICK = Duration.ofMillis(5);

    private Shop() {}

    static Site open(View view, Answering monitor, Function<Boolean, CompletionStage<Repricing>> reprice) {
        var closed = ClosedMonths.open(new CloseSettings(Optional.empty(), Payer.of("999988887777")));
        return new Site(view, TICK, (router, vertx) -> {
            new QueryRoutes(monitor.questions()).mount(router, vertx);
            new ChargebackRoutes(monitor.questions()).mount(router, vertx);
            new CostRoutes(monitor.questions(), () -> view, closed, Clock.fixed(NOON, ZoneOffset.UTC)).mount(router,
                    vertx);
            new PriceRoutes(() -> view, reprice).mount(router, vertx);
        });
    }
}
