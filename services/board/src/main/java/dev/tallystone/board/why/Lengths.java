package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How long prompts and answers were, and how much of the prompts a cache served. */
record Lengths(List<Group> groups) {

    private static final Set<Measure> WRITES = Set.of(Measure.CACHE_WRITE, Measure.CACHE_WRITE_5M,
            Measure.CACHE_WRITE_30M, Measure.CACHE_WRITE_1H);

    String perRequest() {
        List<Group> inBoth = groups.stream().filter(group -> group.requests().isInBoth()).toList();
        if (inBoth.isEmpty()) {
            return "no caller called a model in both periods";
        }
        return "prompts %s tokens a request, answers %s".formatted(average(inBoth, Slice::isPrompt),
                average(inBoth, slice -> slice.measure() == Measure.OUTPUT));
    }

    private static String average(List<Group> groups, Predicate<Slice> which) {
        BigDecimal before = BigDecimal.ZERO;
        Ratio requests = Ratio.NONE;
        Ratio tokens = Ratio.NONE;
        for (Group group : groups) {
            before = before.add(group.requests().scale(group.count(which).before()));
            requests = requests.plus(group.requests());
            tokens = tokens.plus(group.count(which));
        }
        BigDecimal whole = BigDecimal.valueOf(requests.after());
        return Figures.wentAverage(Figures.share(before, whole),
                Figures.share(BigDecimal.valueOf(tokens.after()), whole));
    }

    String cache() {
        List<Group> inBoth = groups.stream().filter(group -> group.count(Slice::isPrompt).isInBoth()).toList();
        return "cache reads %s of prompt tokens, cache writes %s".formatted(
                share(inBoth, slice -> slice.measure() == Measure.CACHE_READ),
                share(inBoth, slice -> WRITES.contains(slice.measure())));
    }

    private static String share(List<Group> groups, Predicate<Slice> which) {
        BigDecimal before = BigDecimal.ZERO;
        Ratio prompts = Ratio.NONE;
        Ratio part = Ratio.NONE;
        for (Group group : groups) {
            Ratio prompt = group.count(Slice::isPrompt);
            before = before.add(prompt.scale(group.count(which).before()));
            prompts = prompts.plus(prompt);
            part = part.plus(group.count(which));
        }
        BigDecimal whole = BigDecimal.valueOf(prompts.after());
        return Figures.wentShare(Figures.share(before, whole), Figures.share(BigDecimal.valueOf(part.after()), whole));
    }
}
