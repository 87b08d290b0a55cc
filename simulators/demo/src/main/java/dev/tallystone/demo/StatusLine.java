package dev.tallystone.demo;

import dev.tallystone.board.Board;
import dev.tallystone.board.Board.OptionLine;
import dev.tallystone.metering.Quantities;
import dev.tallystone.monitor.View;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Recommendation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The demo's line of every few seconds. */
final class StatusLine {

    private static final List<PricingOption> SHOWN = List.of(PricingOption.BATCH, PricingOption.PROVISIONED_NONE,
            PricingOption.PROVISIONED_6MO);
    private static final double MILLIS = 1_000;

    private StatusLine() {}

    static String of(View view, double eventsPerSecond, Duration elapsed, Instant now) {
        String head = "%02d:%02d  %,4.0f events/s".formatted(elapsed.toMinutes(), elapsed.toSecondsPart(),
                eventsPerSecond);
        return view.board().map(board -> head + body(board, view, now)).orElse(head + "  catching up");
    }

    private static String body(Board board, View view, Instant now) {
        long tokens = board.models().stream().map(Board.ModelLine::lastMinute).mapToLong(Quantities::tokens).sum();
        String options = board.options()
                .stream()
                .filter(line -> SHOWN.contains(line.option()))
                .map(line -> option(board, line))
                .collect(Collectors.joining(", "));
        long standing = board.recommendations().stream().filter(Recommendation::stands).count();
        return "  %,11d tokens/min  as bought $%.2f/h  %s  %d advised  delay %.1f s".formatted(tokens,
                board.burn().usdPerHour().amount(), options, standing,
                view.delay(now).map(delay -> delay.toMillis() / MILLIS).orElse(0.0));
    }

    /** What an hour would cost if the models that have the option were bought by it, and the rest as now. */
    private static String option(Board board, OptionLine line) {
        Usd all = board.burn().usdPerHour().minus(line.asBought()).plus(line.quoted());
        return "%s $%.2f (%d of %d)".formatted(line.option().label().toLowerCase(Locale.ROOT), all.amount(),
                line.modelsSold(), line.modelsInUse());
    }
}
