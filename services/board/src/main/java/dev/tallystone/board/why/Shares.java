package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** How successful requests spread over models and over ways to buy them. */
record Shares(List<Group> groups) {

    /** So many requests before, as far as these of after would have gone there, and after. */
    private record Part(BigDecimal before, long after) {

        Part plus(Part other) {
            return new Part(before.add(other.before), after + other.after);
        }
    }

    String models() {
        var parts = new TreeMap<String, Part>();
        groups.stream()
                .filter(group -> group.senderRequests().isInBoth())
                .forEach(group -> parts.merge(name(group.key()), new Part(group.senderRequests()
                        .scale(group.requests().before()), group.requests().after()), Part::plus));
        return moved(parts, "every caller spread its requests over the same models");
    }

    private static String name(Group.Key key) {
        return key.variant().isEmpty() ? key.model() : key.model() + " " + key.variant();
    }

    String routes() {
        var parts = new TreeMap<String, Part>();
        groups.stream().filter(group -> group.requests().isInBoth()).forEach(group -> addRoutes(parts, group));
        return moved(parts, "every model was bought in the same ways");
    }

    private static void addRoutes(Map<String, Part> parts, Group group) {
        for (Slice slice : group.ok()) {
            if (slice.measure() == Measure.REQUESTS) {
                parts.merge(slice.place().route().label(), new Part(group.requests().scale(slice.count().before()),
                        slice.count().after()), Part::plus);
            }
        }
    }

    /** The part that gained most and the one that lost most. */
    private static String moved(Map<String, Part> parts, String otherwise) {
        BigDecimal before = parts.values().stream().map(Part::before).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal after = BigDecimal.valueOf(parts.values().stream().mapToLong(Part::after).sum());
        Function<Part, BigDecimal> gain = part -> share(part, after).subtract(Figures.share(part.before(), before));
        var byGain = Comparator.comparing((Map.Entry<String, Part> part) -> gain.apply(part.getValue()));
        Optional<Map.Entry<String, Part>> winner = parts.entrySet().stream().max(byGain);
        Optional<Map.Entry<String, Part>> loser = parts.entrySet().stream().min(byGain);
        return winner.filter(part -> gain.apply(part.getValue()).signum() > 0)
                .flatMap(up -> loser.map(down -> "%s, %s of requests".formatted(sentence(up, before, after),
                        sentence(down, before, after))))
                .orElse(otherwise);
    }

    private static BigDecimal share(Part part, BigDecimal after) {
        return Figures.share(BigDecimal.valueOf(part.after()), after);
    }

    private static String sentence(Map.Entry<String, Part> part, BigDecimal before, BigDecimal after) {
        return part.getKey() + " "
                + Figures.wentShare(Figures.share(part.getValue().before(), before), share(part.getValue(), after));
    }
}
