package dev.tallystone.board;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitPrices;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.rule.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Minutes priced by one option that is paid per use.
 *
 * @param traffic
 *            without what has no price
 * @param unpriced
 *            why something has none; empty when all is priced
 */
public record PricedTraffic(Traffic traffic, Set<String> unpriced) {

    private static final List<Measure> PROMPT = withRequests(Measure.PROMPT_TOKENS.stream()
            .filter(measure -> measure != Measure.CACHE_READ));
    private static final List<Measure> CACHE_READ = withRequests(Stream.of(Measure.CACHE_READ));
    private static final List<Measure> REST = withRequests(UnitPrices.CHARGED.stream()
            .filter(measure -> !Measure.PROMPT_TOKENS.contains(measure)));

    /** Requests cost nothing of their own, but where there are any, a quantity may be unknown. */
    private static List<Measure> withRequests(Stream<Measure> charged) {
        return Stream.concat(Stream.of(Measure.REQUESTS), charged).toList();
    }

    /** What the minutes would cost by an option; {@code fullMinutes} counts those without a call too. */
    public static PricedTraffic of(Collection<List<Used>> minutes, long fullMinutes, PricingOption option,
            Pricer pricer) {
        var why = new TreeSet<String>();
        var busy = new ArrayList<Traffic.Minute>();
        for (List<Used> minute : minutes) {
            busy.add(minute(minute, option, pricer, why));
        }
        return new PricedTraffic(new Traffic(busy, Math.max(fullMinutes, busy.size())), why);
    }

    private static Traffic.Minute minute(List<Used> entries, PricingOption option, Pricer pricer, Set<String> why) {
        Quantities all = Quantities.NONE;
        Usd prompt = Usd.ZERO;
        Usd cacheRead = Usd.ZERO;
        Usd rest = Usd.ZERO;
        for (Used used : entries) {
            all = all.plus(used.quantities());
            prompt = prompt.plus(usd(used, PROMPT, option, pricer, why));
            cacheRead = cacheRead.plus(usd(used, CACHE_READ, option, pricer, why));
            rest = rest.plus(usd(used, REST, option, pricer, why));
        }
        return new Traffic.Minute(all, prompt, cacheRead, rest);
    }

    private static Usd usd(Used used, List<Measure> measures, PricingOption option, Pricer pricer, Set<String> why) {
        Quantities part = used.quantities().only(measures);
        return switch (pricer.quote(used.usage(), option, part, used.epoch())) {
            case Costing.Priced priced -> priced.costs().effective();
            case Costing.Unpriced(var reasons) -> {
                why.addAll(reasons);
                yield Usd.ZERO;
            }
        };
    }

    /** The quantities of minutes, all entries of each together. */
    public static List<Quantities> quantities(Map<Long, List<Used>> minutes) {
        return minutes.values()
                .stream()
                .map(entries -> entries.stream().map(Used::quantities).reduce(Quantities.NONE, Quantities::plus))
                .toList();
    }
}
