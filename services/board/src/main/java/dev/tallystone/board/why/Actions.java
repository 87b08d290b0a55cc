package dev.tallystone.board.why;

import dev.tallystone.board.why.Change.Action;
import dev.tallystone.pricing.Usd;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses the one thing to look at: whatever made most dollars dearer, of one caller by one cause, of one model by its
 * price, or of the standing charges. Savings need no action, even where they outweigh it. Of equals, the first rule.
 */
record Actions(List<Group> groups, Standing standing, Prices ofBefore, Prices ofAfter) {

    /** What can be undone soonest comes first. */
    private static final List<Cause> RULES = List.of(Cause.CACHE, Cause.CONTEXT_CLASS, Cause.RETRIES_AND_ERRORS,
            Cause.TIER_AND_ROUTING, Cause.PRICE, Cause.MODEL_MIX, Cause.TOKENS_PER_REQUEST, Cause.VOLUME,
            Cause.STANDING_CHARGES);

    private record Candidate(Cause cause, String subject, List<Group> groups, Usd usd) {}

    Optional<Action> first() {
        var candidates = new ArrayList<Candidate>();
        for (Cause rule : RULES) {
            candidates.addAll(candidates(rule));
        }
        return candidates.stream()
                .filter(candidate -> candidate.usd().isPositive())
                .reduce((best, other) -> other.usd().compareTo(best.usd()) > 0 ? other : best)
                .map(best -> new Action(best.cause(), best.subject(), best.usd(), sentence(best)));
    }

    private List<Candidate> candidates(Cause rule) {
        return switch (rule) {
            case STANDING_CHARGES -> List.of(new Candidate(rule, "", List.of(), standing.change()));
            case PRICE -> candidates(rule, group -> group.key().model());
            case VOLUME, MODEL_MIX, TOKENS_PER_REQUEST, CACHE, TIER_AND_ROUTING, CONTEXT_CLASS, RETRIES_AND_ERRORS ->
                candidates(rule, group -> group.key().sender().caller());
        };
    }

    private List<Candidate> candidates(Cause rule, Function<Group, String> subject) {
        Map<String, List<Group>> bySubject = groups.stream()
                .collect(Collectors.groupingBy(subject, TreeMap::new, Collectors.toList()));
        return bySubject.entrySet()
                .stream()
                .map(each -> new Candidate(rule, each.getKey(), each.getValue(), Group.sum(each.getValue(), rule)))
                .toList();
    }

    private String sentence(Candidate best) {
        String subject = best.subject();
        String numbers = best.cause() == Cause.STANDING_CHARGES
                ? standing.sentence()
                : new Sentences(best.groups(), ofAfter).of(best.cause());
        return switch (best.cause()) {
            case CACHE -> "look at the prompt prefix of %s: %s".formatted(subject, numbers);
            case CONTEXT_CLASS -> context(best, numbers);
            case RETRIES_AND_ERRORS -> "look at the failed calls of %s: %s".formatted(subject, numbers);
            case TIER_AND_ROUTING -> "look at the tier and Region that %s asks for: %s".formatted(subject, numbers);
            case PRICE -> price(best, numbers);
            case MODEL_MIX -> "look at which models %s calls: %s".formatted(subject, numbers);
            case TOKENS_PER_REQUEST ->
                "look at the length of prompts and answers of %s: %s".formatted(subject, numbers);
            case VOLUME -> volume(best);
            case STANDING_CHARGES -> "look at what is owned: " + numbers;
        };
    }

    private String context(Candidate best, String numbers) {
        return Crossing.of(best.groups(), ofAfter)
                .filter(crossing -> crossing.above().after() > crossing.above().before())
                .map(crossing -> "%s more requests of %s crossed %s tokens: %s".formatted(
                        Figures.count(crossing.above().after() - crossing.above().before()), best.subject(),
                        Figures.count(crossing.threshold()), numbers))
                .orElseGet(() -> "look at the longest prompts of %s: %s".formatted(best.subject(), numbers));
    }

    private String price(Candidate best, String numbers) {
        return new PriceMoves(best.groups()).origin(ofBefore, ofAfter)
                .map(origin -> "the price of %s changed on %s (%s): %s".formatted(best.subject(),
                        LocalDate.ofInstant(origin.from(), ZoneOffset.UTC), origin.source(), numbers))
                .orElseGet(() -> "the price of %s changed: %s".formatted(best.subject(), numbers));
    }

    private static String volume(Candidate best) {
        Ratio requests = best.groups()
                .stream()
                .collect(Collectors.toMap(group -> group.key().sender(), Group::senderRequests, (same, _) -> same))
                .values()
                .stream()
                .reduce(Ratio.NONE, Ratio::plus);
        return requests.isInBoth()
                ? "%s sent %s as many requests: they %s".formatted(best.subject(), Figures.times(requests),
                        Figures.went(requests))
                : "%s is new: it sent %s requests".formatted(best.subject(), Figures.count(requests.after()));
    }
}
