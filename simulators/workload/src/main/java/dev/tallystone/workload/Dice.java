package dev.tallystone.workload;

import java.util.List;
import java.util.SplittableRandom;

/** Chance, repeatable: the same seed throws the same numbers. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    /** Any whole number from least to most, both included. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    /** Between half and one and a half of the mean. */
    long around(long mean) {
        return between(mean - mean / 2, mean + mean / 2);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
