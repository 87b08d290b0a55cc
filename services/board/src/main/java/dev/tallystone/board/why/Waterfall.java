package dev.tallystone.board.why;

import dev.tallystone.board.why.Change.Mover;
import dev.tallystone.board.why.Change.Span;
import dev.tallystone.board.why.Change.Term;
import dev.tallystone.board.why.Screen.Charged;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.Usd;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains why one period's cost differs from another's. */
public final class Waterfall {

    private Waterfall() {}

    /**
     * From one period to the other, which may be any two. Called at list: who knows of agreements says otherwise.
     *
     * @throws IllegalArgumentException
     *             when prices are not linear
     */
    public static Change between(Period before, Period after) {
        var screen = new Screen(before, after);
        List<Group> groups = Groups.of(screen, before.prices(), after.prices());
        var standing = new Standing(before.standing(), after.standing());
        var sentences = new Sentences(groups, after.prices());
        List<Term> terms = Cause.ALL.stream().map(cause -> term(cause, groups, standing, sentences)).toList();
        Usd costBefore = total(screen.before()).plus(before.standing());
        Usd costAfter = total(screen.after()).plus(after.standing());
        return new Change(new Span(before.from(), before.to(), costBefore),
                new Span(after.from(), after.to(), costAfter),
                costAfter.minus(costBefore), terms, movers(screen, Entry::caller), movers(screen, Entry::team),
                new Actions(groups, standing, before.prices(), after.prices()).first(), screen.leftOut(),
                Agreements.AT_LIST);
    }

    private static Term term(Cause cause, List<Group> groups, Standing standing, Sentences sentences) {
        return cause == Cause.STANDING_CHARGES
                ? new Term(cause, standing.change(), standing.sentence())
                : new Term(cause, Group.sum(groups, cause), sentences.of(cause));
    }

    private static Usd total(List<Charged> charged) {
        return charged.stream().map(Charged::usd).reduce(Usd.ZERO, Usd::plus);
    }

    /** Those whose cost changed most; of equals, by name. */
    private static List<Mover> movers(Screen screen, Function<Entry, String> name) {
        Map<String, Usd> before = byName(screen.before(), name);
        Map<String, Usd> after = byName(screen.after(), name);
        var names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(each -> mover(each, before.getOrDefault(each, Usd.ZERO), after.getOrDefault(each, Usd.ZERO)))
                .filter(mover -> !mover.change().equals(Usd.ZERO))
                .sorted(Comparator.comparing((Mover mover) -> mover.change().amount().abs())
                        .reversed()
                        .thenComparing(Mover::name))
                .limit(Change.MOVERS)
                .toList();
    }

    private static Mover mover(String name, Usd before, Usd after) {
        return new Mover(name, before, after, after.minus(before));
    }

    private static Map<String, Usd> byName(List<Charged> charged, Function<Entry, String> name) {
        return charged.stream()
                .collect(Collectors.groupingBy(each -> name.apply(each.entry()), HashMap::new,
                        Collectors.reducing(Usd.ZERO, Charged::usd, Usd::plus)));
    }
}
