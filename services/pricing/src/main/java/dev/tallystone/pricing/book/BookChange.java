package dev.tallystone.pricing.book;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the book in force to another. What is past and priced keeps its price until somebody re-prices it: rows that
 * would change it are held, and the rest applies at once.
 *
 * @param next
 *            the book that may come into force now
 * @param held
 *            rows of the new text that are not in it
 * @param kept
 *            rows of the book in force that stand where the held ones would, or where the new text has none
 * @param newRows
 *            how many rows are in it that were not in force
 */
public record BookChange(PriceBook next, List<PriceRow> held, List<PriceRow> kept, int newRows) {

    private static final BigDecimal JUMP = BigDecimal.TEN;
    private static final Duration MINUTES_KEPT = Duration.ofDays(3);
    private static final Duration HOURS_KEPT = Duration.ofDays(60);

    public BookChange {
        held = List.copyOf(held);
        kept = List.copyOf(kept);
    }

    /**
     * Compares two books.
     *
     * @throws IllegalArgumentException
     *             when the new text cannot be meant: a model vanished without an end of life, a price became ten times
     *             or a tenth of what it was without a note that begins with {@code confirmed}, or a row begins at a
     *             time that the past is not kept apart by
     */
    public static BookChange of(PriceBook inForce, PriceBook text, Instant now) {
        refuseVanished(inForce, text);
        Map<List<Object>, List<PriceRow>> before = byPlace(inForce);
        Map<List<Object>, List<PriceRow>> after = byPlace(text);
        Set<PriceRow> known = new HashSet<>(inForce.rows());
        List<PriceRow> fresh = text.rows().stream().filter(row -> !known.contains(row)).toList();
        for (PriceRow row : fresh) {
            refuseOddStart(row, now);
            refuseJump(row, before.getOrDefault(row.place(), List.of()));
        }
        Predicate<List<Object>> changesPast = place -> !keepsPast(before.getOrDefault(place, List.of()),
                after.getOrDefault(place, List.of()), now);
        Set<List<Object>> places = before.keySet().stream().filter(changesPast).collect(Collectors.toSet());
        var rows = new ArrayList<PriceRow>();
        text.rows().stream().filter(row -> !places.contains(row.place())).forEach(rows::add);
        List<PriceRow> kept = inForce.rows().stream().filter(row -> places.contains(row.place())).toList();
        rows.addAll(kept);
        List<PriceRow> held = fresh.stream().filter(row -> places.contains(row.place())).toList();
        long applied = fresh.stream().filter(row -> !places.contains(row.place())).count();
        return new BookChange(places.isEmpty() ? text : text.with(rows, inForce), held, kept, Math.toIntExact(applied));
    }

    private static Map<List<Object>, List<PriceRow>> byPlace(PriceBook book) {
        return book.rows().stream().collect(Collectors.groupingBy(PriceRow::place, HashMap::new, Collectors.toList()));
    }

    private static void refuseVanished(PriceBook inForce, PriceBook text) {
        List<String> vanished = inForce.models()
                .keySet()
                .stream()
                .filter(id -> !text.models().containsKey(id))
                .toList();
        if (!vanished.isEmpty()) {
            throw new IllegalArgumentException(
                    "models %s vanished: keep them, and give them a lifecycle row with state end_of_life".formatted(
                            vanished));
        }
    }

    private static void refuseJump(PriceRow row, List<PriceRow> before) {
        for (PriceRow old : before) {
            boolean isJump = old.usd().isPositive()
                    && (row.usd().times(JUMP).compareTo(old.usd()) <= 0
                            || row.usd().compareTo(old.usd().times(JUMP)) >= 0);
            if (isJump && !row.note().startsWith("confirmed")) {
                throw new IllegalArgumentException(
                        "price row %s: %s after %s is a ten-fold jump: if it is right, begin its note with 'confirmed'"
                                .formatted(row, row.usd(), old.usd()));
            }
        }
    }

    /** The past is kept by minutes for three days, by hours for sixty, by days beyond. */
    private static void refuseOddStart(PriceRow row, Instant now) {
        Duration age = Duration.between(row.from(), now);
        Duration step = age.compareTo(MINUTES_KEPT) <= 0
                ? Duration.ofMinutes(1)
                : age.compareTo(HOURS_KEPT) <= 0 ? Duration.ofHours(1) : Duration.ofDays(1);
        if (row.from().toEpochMilli() % step.toMillis() != 0) {
            throw new IllegalArgumentException(
                    "price row %s: from must be a whole minute within 72 h, a whole hour within 60 days and a UTC midnight beyond, not %s"
                            .formatted(row, row.from()));
        }
    }

    /** Whether every past moment that had a price has the same one still. */
    private static boolean keepsPast(List<PriceRow> before, List<PriceRow> after, Instant now) {
        return moments(before, after, now).allMatch(at -> {
            List<PriceRow> old = holding(before, at);
            return old.isEmpty() || holding(after, at).stream()
                    .anyMatch(row -> row.usd().equals(old.getFirst().usd())
                            && row.per() == old.getFirst().per());
        });
    }

    /** Between two of these, no price changes. */
    private static Stream<Instant> moments(List<PriceRow> before, List<PriceRow> after, Instant now) {
        return Stream.concat(before.stream(), after.stream())
                .flatMap(row -> Stream.of(row.from(), row.until()))
                .filter(at -> at.isBefore(now));
    }

    private static List<PriceRow> holding(List<PriceRow> rows, Instant at) {
        return rows.stream().filter(row -> row.holdsAt(at)).toList();
    }
}
