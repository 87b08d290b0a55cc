package dev.tallystone.pricing;

import dev.tallystone.pricing.book.LifecycleState;
import dev.tallystone.pricing.book.LifecycleStep;
import dev.tallystone.pricing.book.NotSold;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether AWS sells a model by an option at a time, and why not. Knows no arithmetic: what cannot be bought is not
 * quoted, though somebody who bought it is charged.
 */
public final class Eligibility {

    /** An answer. */
    public sealed interface Verdict {}

    /** It can be bought. */
    public record Sold() implements Verdict {}

    /**
     * It cannot.
     *
     * @param why
     *            for people
     * @param since
     *            absent where it never could, or nobody says since when
     */
    public record Refused(String why, Optional<Instant> since) implements Verdict {

        /** One sentence for people. */
        public String sentence() {
            return since.map(from -> "cannot be bought since %s: %s".formatted(
                    LocalDate.ofInstant(from, ZoneOffset.UTC), why)).orElse(why);
        }
    }

    private static final Verdict SOLD = new Sold();

    private final PriceBook book;

    public Eligibility(PriceBook book) {
        this.book = book;
    }

    /**
     * For who would buy at a time.
     *
     * @param custom
     *            a model of the customer's own, which AWS sells by the unit alone (Bedrock user guide, custom models);
     *            deployments on demand are not custom in this sense
     */
    public Verdict of(PriceKey key, PricingOption option, boolean custom, Instant at) {
        return Stream.of(custom(option, custom), lifecycle(key, option, at), notSold(key, option, at),
                noPrice(key, option, at))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Verdict.class::cast)
                .orElse(SOLD);
    }

    private static Optional<Refused> custom(PricingOption option, boolean custom) {
        return custom && !option.isProvisioned()
                ? refused("a custom model is sold by the unit alone")
                : Optional.empty();
    }

    private Optional<Refused> lifecycle(PriceKey key, PricingOption option, Instant at) {
        return book.availability()
                .stepAt(key.baseModel(), key.region(), at)
                .filter(step -> step.state() == LifecycleState.END_OF_LIFE
                        || (step.state() != LifecycleState.ACTIVE && option.isProvisioned()))
                .map(step -> new Refused(words(step), Optional.of(step.from())));
    }

    private String words(LifecycleStep step) {
        return step.state() == LifecycleState.END_OF_LIFE
                ? "end of life (%s)".formatted(titleOf(step.source()))
                : "no new units of a model in %s (%s)".formatted(
                        step.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        titleOf(step.source()));
    }

    private Optional<Refused> notSold(PriceKey key, PricingOption option, Instant at) {
        return book.availability()
                .refusal(key.baseModel(), key.region(), option, at)
                .map(this::refusal);
    }

    private Refused refusal(NotSold refusal) {
        return new Refused("%s (%s)".formatted(refusal.why(), titleOf(refusal.source())),
                Optional.of(refusal.from()));
    }

    private Optional<Refused> noPrice(PriceKey key, PricingOption option, Instant at) {
        boolean priced = measuresOf(option).stream()
                .anyMatch(measure -> book.row(key, option, measure, at).isPresent());
        return priced ? Optional.empty() : refused("no price by this option is known");
    }

    private static List<String> measuresOf(PricingOption option) {
        if (option.isProvisioned()) {
            return List.of(PriceRow.MODEL_UNIT);
        }
        return option.isPerUse()
                ? UnitPrices.MODEL_MEASURES
                : List.of(PriceRow.RESERVED_INPUT, PriceRow.RESERVED_OUTPUT);
    }

    private String titleOf(String source) {
        PriceBook.Source known = book.sources().get(source);
        return known == null ? source : known.title() + ", " + known.seen();
    }

    private static Optional<Refused> refused(String why) {
        return Optional.of(new Refused(why, Optional.empty()));
    }
}
