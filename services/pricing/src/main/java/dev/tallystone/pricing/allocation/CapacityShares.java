package dev.tallystone.pricing.allocation;

import dev.tallystone.metering.Quantities;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What teams used of a known capacity: in each minute their part of the dimension that bound it, input or output,
 * whichever was the larger share of capacity. Demand above capacity counts as full.
 */
final class CapacityShares {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final long SECONDS = 60;

    private enum Dimension {
        INPUT,
        OUTPUT;

        BigInteger of(Quantities served, Capacity capacity) {
            return BigInteger.valueOf(this == INPUT ? capacity.input(served) : Capacity.output(served));
        }
    }

    /**
     * What one team has used so far, and in which minutes by which dimension. Parts of equal wholes are added first: a
     * month has a million of them.
     */
    private static final class Team {

        private final Map<Dimension, List<Long>> bound = new EnumMap<>(Dimension.class);
        private final Map<BigInteger, BigInteger> usedByWhole = new HashMap<>();

        void add(long minute, Dimension dimension, BigInteger part, BigInteger whole) {
            if (part.signum() != 0) {
                usedByWhole.merge(whole, part, BigInteger::add);
                bound.computeIfAbsent(dimension, _ -> new ArrayList<>()).add(minute);
            }
        }

        private Fraction used(BigInteger common) {
            BigInteger part = usedByWhole.entrySet()
                    .stream()
                    .map(used -> common.divide(used.getKey()).multiply(used.getValue()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            return new Fraction(part, common).over(OwnedHour.MINUTES);
        }

        UsedPart part(BigInteger common, String source) {
            String how = bound.isEmpty()
                    ? "no tokens of the dimension that bound any minute"
                    : "share of " + bound.entrySet()
                            .stream()
                            .map(entry -> words(entry.getKey(), entry.getValue()))
                            .collect(Collectors.joining(", and of "));
            return new UsedPart(used(common), Basis.CAPACITY_SHARE, "%s; capacity by %s".formatted(how, source));
        }

        private static String words(Dimension dimension, List<Long> minutes) {
            String which = minutes.size() == 1
                    ? "minute " + CLOCK.format(Instant.ofEpochSecond(minutes.getFirst() * SECONDS))
                    : minutes.size() + " minutes";
            return "%s tokens, which bound %s".formatted(dimension.name().toLowerCase(Locale.ROOT), which);
        }
    }

    private final Capacity capacity;
    private final BigInteger input;
    private final BigInteger output;
    private final Set<BigInteger> wholes = new HashSet<>();
    private final SortedMap<String, Team> teams = new TreeMap<>();

    private CapacityShares(Capacity capacity) {
        this.capacity = capacity;
        this.input = BigInteger.valueOf(capacity.inputTokensPerMinute());
        this.output = BigInteger.valueOf(capacity.outputTokensPerMinute());
    }

    static SortedMap<String, UsedPart> of(SortedMap<Long, Map<String, Demand>> minutes, Capacity capacity) {
        var shares = new CapacityShares(capacity);
        minutes.forEach(shares::add);
        BigInteger common = shares.wholes.stream().reduce(BigInteger.ONE, CapacityShares::leastCommonMultiple);
        var parts = new TreeMap<String, UsedPart>();
        shares.teams.forEach((team, used) -> parts.put(team, used.part(common, capacity.source())));
        return parts;
    }

    private static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
        return one.multiply(other.divide(one.gcd(other)));
    }

    private void add(long minute, Map<String, Demand> demands) {
        Quantities all = demands.values().stream().map(Demand::served).reduce(Quantities.NONE, Quantities::plus);
        Dimension binding = binding(all);
        BigInteger whole = binding.of(all, capacity).max(binding == Dimension.INPUT ? input : output);
        wholes.add(whole);
        demands.forEach((team, demand) -> teams.computeIfAbsent(team, _ -> new Team())
                .add(minute, binding, binding.of(demand.served(), capacity), whole));
    }

    private Dimension binding(Quantities all) {
        boolean outputBinds = Dimension.OUTPUT.of(all, capacity)
                .multiply(input)
                .compareTo(Dimension.INPUT.of(all, capacity).multiply(output)) > 0;
        return outputBinds ? Dimension.OUTPUT : Dimension.INPUT;
    }
}
