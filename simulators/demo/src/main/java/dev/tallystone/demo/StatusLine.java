package dev.tallystone.demo;

import dev.tallystone.board.Board;
import dev.tallystone.metering.Quantities;
import dev.tallystone.monitor.View;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Recommendation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The demo's line of every few seconds. */
final class StatusLine {

    private static final double MILLIS = 1_000;

    private StatusLine() {}

    static String of(View view, double eventsPerSecond, Duration elapsed, Instant now) {
        String head = "%02d:%02d %,5.0f events/s".formatted(elapsed.toMinutes(), elapsed.toSecondsPart(),
                eventsPerSecond);
        return view.board().map(board -> head + body(board, view, now)).orElse(head + "  catching up");
    }

    private static String body(Board board, View view, Instant now) {
        long tokens = board.models().stream().map(Board.ModelLine::lastMinute).mapToLong(Quantities::tokens).sum();
        long standing = board.recommendations().stream().filter(Recommendation::stands).count();
        return " %,12d tokens/min  $%.2f/h as bought, %s; batch %s, units %s (6 months %s)  advice: %d  %.1f s behind"
                .formatted(tokens, board.burn().usdPerHour().amount(), board.contract().basis(),
                        by(PricingOption.BATCH, board),
                        by(PricingOption.PROVISIONED_NONE, board), by(PricingOption.PROVISIONED_6MO, board), standing,
                        view.delay(now).map(delay -> delay.toMillis() / MILLIS).orElse(0.0));
    }

    /** What an hour would cost if the models that are sold so were bought so, and the rest as now. */
    private static String by(PricingOption option, Board board) {
        Optional<Usd> all = board.options()
                .stream()
                .filter(line -> line.option() == option && line.modelsSold() > 0)
                .findFirst()
                .map(line -> board.burn().usdPerHour().minus(line.asBought()).plus(line.quoted()));
        return all.map(usd -> "$%.2f".formatted(usd.amount())).orElse("-");
    }
}
