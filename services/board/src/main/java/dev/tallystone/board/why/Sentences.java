package dev.tallystone.board.why;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The numbers behind each cause, for some groups. Averages and shares of before are those that the requests of after
 * would have had, so that they differ by what the sentence is about and by nothing else.
 */
record Sentences(List<Group> groups, Prices ofAfter) {

    /** Of all of them and, where several callers are among them, of the one that the cause moved most. */
    String of(Cause cause) {
        String all = numbers(groups, cause);
        return cause == Cause.PRICE ? all : mostMoved(cause).map(most -> all + by(most, cause, all)).orElse(all);
    }

    private String by(List<Group> most, Cause cause, String all) {
        String own = numbers(most, cause);
        return "; most by " + most.getFirst().key().sender().caller() + (own.equals(all) ? "" : ": " + own);
    }

    private String numbers(List<Group> some, Cause cause) {
        return switch (cause) {
            case PRICE -> new PriceMoves(some).sentence();
            case VOLUME -> "successful requests " + Figures.went(Group.requests(some));
            case MODEL_MIX -> new Shares(some).models();
            case TOKENS_PER_REQUEST -> new Lengths(some).perRequest();
            case CACHE -> new Lengths(some).cache();
            case TIER_AND_ROUTING -> new Shares(some).routes();
            case CONTEXT_CLASS -> Crossing.of(some, ofAfter)
                    .map(Crossing::sentence)
                    .orElse("no request moved into a class with another price");
            case RETRIES_AND_ERRORS -> new Failures(some).sentence();
            case STANDING_CHARGES -> throw new IllegalArgumentException("standing charges belong to no group");
        };
    }

    private Optional<List<Group>> mostMoved(Cause cause) {
        TreeMap<String, List<Group>> byCaller = groups.stream()
                .collect(Collectors.groupingBy(group -> group.key().sender().caller(), TreeMap::new,
                        Collectors.toList()));
        return byCaller.size() < 2
                ? Optional.empty()
                : byCaller.values()
                        .stream()
                        .filter(some -> Group.sum(some, cause).amount().signum() != 0)
                        .max(Comparator.comparing(some -> Group.sum(some, cause).amount().abs()));
    }
}
