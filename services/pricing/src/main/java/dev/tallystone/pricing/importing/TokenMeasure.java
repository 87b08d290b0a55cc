package dev.tallystone.pricing.importing;

import dev.tallystone.invocation.Measure;

/** Which tokens are metered. */
final class TokenMeasure {

    private TokenMeasure() {}

    static Measure of(Words words) throws RefusedException {
        if (words.take("cache")) {
            words.takeAny("input");
            return words.take("read") ? Measure.CACHE_READ : cacheWrite(words);
        }
        if (words.take("cached", "input")) {
            return Measure.CACHE_READ;
        }
        if (words.takeAny("output", "response")) {
            return Measure.OUTPUT;
        }
        if (words.take("input")) {
            return Measure.INPUT;
        }
        throw notUnderstood("it must name input, output, cache read or cache write, not '%s'".formatted(words));
    }

    /** Without a stated lifetime it is AWS's default of five minutes. */
    private static Measure cacheWrite(Words words) throws RefusedException {
        if (words.take("write1h")) {
            return Measure.CACHE_WRITE_1H;
        }
        if (words.take("write30m")) {
            return Measure.CACHE_WRITE_30M;
        }
        if (!words.takeAny("write", "writes")) {
            throw notUnderstood("a cache is read or written, not '%s'".formatted(words));
        }
        words.take("5m");
        if (words.take("1h")) {
            return Measure.CACHE_WRITE_1H;
        }
        return words.take("30m") ? Measure.CACHE_WRITE_30M : Measure.CACHE_WRITE_5M;
    }

    private static RefusedException notUnderstood(String why) {
        return new RefusedException(Refusal.Reason.NOT_UNDERSTOOD, why);
    }
}
