package dev.tallystone.metering;

import dev.tallystone.invocation.Measure;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** An immutable sum for each {@link Measure}. Adding is exact: an overflow throws. */
public final class Quantities {

    /** Nothing of anything. */
    public static final Quantities NONE = new Quantities(new long[Measure.ALL.size()]);

    private final long[] sums;

    private Quantities(long[] sums) {
        this.sums = sums;
    }

    /** A copy of sums in the order of {@link Measure#ALL}. */
    static Quantities of(long[] sums) {
        return new Quantities(Arrays.copyOf(sums, Measure.ALL.size()));
    }

    /** A copy of {@code sums[offset..]}, in the order of {@link Measure#ALL}. */
    public static Quantities of(long[] sums, int offset) {
        return new Quantities(Arrays.copyOfRange(sums, offset, offset + Measure.ALL.size()));
    }

    /** One quantity alone. */
    public static Quantities of(Measure measure, long amount) {
        long[] sums = new long[Measure.ALL.size()];
        sums[measure.ordinal()] = amount;
        return new Quantities(sums);
    }

    /** The sum of one measure. */
    public long get(Measure measure) {
        return sums[measure.ordinal()];
    }

    /** These measures alone; of the others nothing. */
    public Quantities only(Collection<Measure> kept) {
        long[] part = new long[sums.length];
        for (Measure measure : kept) {
            part[measure.ordinal()] = get(measure);
        }
        return new Quantities(part);
    }

    /** Both together. */
    public Quantities plus(Quantities other) {
        long[] total = sums.clone();
        other.addTo(total);
        return new Quantities(total);
    }

    /** What is left without a part; empty where the part has more of something. */
    public Optional<Quantities> without(Quantities part) {
        long[] left = sums.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] -= part.sums[i];
            if (left[i] < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new Quantities(left));
    }

    /** All kinds of prompt token and the output. */
    public long tokens() {
        long total = get(Measure.OUTPUT);
        for (Measure measure : Measure.PROMPT_TOKENS) {
            total = Math.addExact(total, get(measure));
        }
        return total;
    }

    /** All kinds of prompt token. */
    public long promptTokens() {
        return tokens() - get(Measure.OUTPUT);
    }

    /** Adds these sums to {@code totals}, in the order of {@link Measure#ALL}. */
    void addTo(long[] totals) {
        for (int i = 0; i < sums.length; i++) {
            totals[i] = Math.addExact(totals[i], sums[i]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantities that && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("{");
        for (Measure measure : Measure.ALL) {
            if (get(measure) != 0) {
                text.append(text.length() > 1 ? ", " : "").append(measure.label()).append('=').append(get(measure));
            }
        }
        return text.append('}').toString();
    }
}
