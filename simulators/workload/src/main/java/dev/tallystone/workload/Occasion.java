package dev.tallystone.workload;

/**
 * Something that some of a stream's calls meet instead of the usual.
 *
 * @param share
 *            of the calls in these hours
 * @param fromHour
 *            full hour of the company's day, included
 * @param untilHour
 *            full hour, excluded
 */
record Occasion(CallKind kind, double share, int fromHour, int untilHour) {

    static Occasion allDay(CallKind kind, double share) {
        return new Occasion(kind, share, 0, 24);
    }

    boolean applies(int hour, Dice dice) {
        return fromHour <= hour && hour < untilHour && dice.happens(share);
    }
}
