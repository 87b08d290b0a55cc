package dev.tallystone.workload;

/**
 * How long a stream's prompts are, and what share of them uses the prompt cache.
 *
 * @param least
 *            tokens of the shortest prompt, cached ones included
 * @param most
 *            tokens of the longest
 * @param cached
 *            share of prompts of which most was cached before, or is cached now
 */
record PromptMix(long least, long most, double cached) {

    private static final double FIRST_TIME = 0.25;
    private static final double LONG_LIFETIME = 0.3;

    static PromptMix uncached(long least, long most) {
        return new PromptMix(least, most, 0);
    }

    Prompt draw(Dice dice) {
        long total = dice.between(least, most);
        if (!dice.happens(cached)) {
            return new Prompt(total, 0, 0, 0);
        }
        long prefix = dice.between(total / 2, total * 9 / 10);
        return dice.happens(FIRST_TIME) ? writing(total, prefix, dice) : new Prompt(total - prefix, prefix, 0, 0);
    }

    /** Some prompts keep a part for an hour, such as the instructions, and the rest for five minutes. */
    private static Prompt writing(long total, long prefix, Dice dice) {
        long keptForAnHour = dice.happens(LONG_LIFETIME) ? prefix / 3 : 0;
        return new Prompt(total - prefix, 0, prefix - keptForAnHour, keptForAnHour);
    }
}
