package dev.tallystone.board.options;

import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.book.LifecycleStep;
import dev.tallystone.pricing.book.PriceBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Where a model stands with AWS, in one sentence. */
final class Lifecycle {

    private Lifecycle() {}

    static String words(PriceBook book, PriceKey key, Instant at) {
        Optional<LifecycleStep> step = book.availability().stepAt(key.baseModel(), key.region(), at);
        Optional<LifecycleStep> next = book.availability().nextStep(key.baseModel(), key.region(), at);
        String now = step.map(taken -> words("%s since %s".formatted(state(taken), day(taken)), taken, book))
                .orElse("active, as far as is known");
        return now + next
                .map(announced -> words("; %s from %s".formatted(state(announced), day(announced)), announced, book))
                .orElse("");
    }

    private static String words(String text, LifecycleStep step, PriceBook book) {
        PriceBook.Source source = book.sources().get(step.source());
        return "%s (%s)".formatted(text, source == null ? step.source() : source.title() + ", " + source.seen());
    }

    private static String state(LifecycleStep step) {
        return step.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static LocalDate day(LifecycleStep step) {
        return LocalDate.ofInstant(step.from(), ZoneOffset.UTC);
    }
}
