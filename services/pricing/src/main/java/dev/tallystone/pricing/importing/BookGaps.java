package dev.tallystone.pricing.importing;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.book.LifecycleState;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a book lacks at a time. Models past their end of life lack nothing.
 *
 * @param missing
 *            by model: {@code batch}, {@code flex}, {@code priority}, {@code provisioned}, {@code reserved}, unless the
 *            book says that it is not sold
 * @param uncertain
 *            rows that hold, but of which no source says so any more
 * @param oldSources
 *            sources that a present row rests on and that were read too long ago, with the number of those rows
 * @param unnamed
 *            models that no name of a price list leads to
 */
public record BookGaps(Map<String, Set<String>> missing, List<PriceRow> uncertain, Map<String, Long> oldSources,
        Set<String> unnamed) {

    /** After which a source is old. AWS changed prices four times in ten weeks of 2026. */
    public static final Duration OLD = Duration.ofDays(14);

    private static final Map<String, List<PricingOption>> GROUPS = groups();

    private static Map<String, List<PricingOption>> groups() {
        var groups = new LinkedHashMap<String, List<PricingOption>>();
        groups.put("batch", List.of(PricingOption.BATCH));
        groups.put("flex", List.of(PricingOption.FLEX));
        groups.put("priority", List.of(PricingOption.PRIORITY));
        groups.put("provisioned", PricingOption.PROVISIONED);
        groups.put("reserved", PricingOption.RESERVED);
        return groups;
    }

    /** As things stand at a time. */
    public static BookGaps of(PriceBook book, NameTable names, Instant now) {
        List<PriceRow> holding = book.rows()
                .stream()
                .filter(row -> !now.isBefore(row.from()) && now.isBefore(row.until())
                        && isServed(book, row.model(), now))
                .toList();
        var missing = new LinkedHashMap<String, Set<String>>();
        var unnamed = new TreeSet<>(book.models().keySet());
        unnamed.removeAll(names.ids());
        unnamed.remove(PriceBook.GUARDRAILS);
        book.models().keySet().stream().sorted().filter(model -> isServed(book, model, now)).forEach(model -> {
            Set<String> lacking = lacking(book, holding, model, now);
            if (!lacking.isEmpty() && !model.equals(PriceBook.GUARDRAILS)) {
                missing.put(model, lacking);
            }
        });
        return new BookGaps(missing, holding.stream().filter(row -> !row.isCertainAt(now)).toList(),
                oldSources(book, holding, now), unnamed);
    }

    private static boolean isServed(PriceBook book, String model, Instant now) {
        return book.availability()
                .stepAt(model, "", now)
                .filter(step -> step.state() == LifecycleState.END_OF_LIFE)
                .isEmpty();
    }

    private static Set<String> lacking(PriceBook book, List<PriceRow> holding, String model, Instant now) {
        Set<PricingOption> sold = holding.stream()
                .filter(row -> row.model().equals(model))
                .map(PriceRow::option)
                .collect(Collectors.toSet());
        var lacking = new LinkedHashSet<String>();
        GROUPS.forEach((name, options) -> {
            if (options.stream()
                    .noneMatch(option -> sold.contains(option)
                            || book.availability().refusal(model, "", option, now).isPresent())) {
                lacking.add(name);
            }
        });
        return lacking;
    }

    private static Map<String, Long> oldSources(PriceBook book, List<PriceRow> holding, Instant now) {
        Map<String, Long> rows = holding.stream()
                .collect(Collectors.groupingBy(PriceRow::source, Collectors.counting()));
        var old = new LinkedHashMap<String, Long>();
        book.sources()
                .entrySet()
                .stream()
                .filter(source -> rows.containsKey(source.getKey()))
                .filter(source -> seen(source.getValue()).map(at -> at.isBefore(now.minus(OLD))).orElse(true))
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(PriceBook.Source::seen)))
                .forEach(source -> old.put(source.getKey(), rows.get(source.getKey())));
        return old;
    }

    /** Empty where it is no day: such a source counts as old. */
    private static Optional<Instant> seen(PriceBook.Source source) {
        try {
            return Optional.of(LocalDate.parse(source.seen()).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
