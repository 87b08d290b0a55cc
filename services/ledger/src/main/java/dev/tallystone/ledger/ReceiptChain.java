package dev.tallystone.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Checks that one partition's receipts follow each other. Exactly-once is thereby verified on every read, not only
 * trusted: a gap means lost events, an overlap events that would count twice. One thread.
 */
public final class ReceiptChain {

    /** What a receipt is to its chain. */
    public enum Link {
        /** It begins where the last one ended. */
        FOLLOWS,
        /** It begins later: counted, and raised. */
        GAP,
        /** It begins earlier: its rows must not be added. */
        OVERLAP
    }

    private @Nullable Receipt last;
    private long gaps;
    private long overlaps;

    /** Judges the next receipt of the topic, and unless it overlaps, makes it the last one. */
    public Link accept(Receipt next) {
        Link link = link(next);
        switch (link) {
            case FOLLOWS -> last = next;
            case GAP -> {
                gaps++;
                last = next;
            }
            case OVERLAP -> overlaps++;
        }
        return link;
    }

    private Link link(Receipt next) {
        if (last == null) {
            return Link.FOLLOWS;
        }
        boolean sameCommit = next.from() == last.from() && next.to() == last.to() && next.parts() == last.parts();
        if (sameCommit && next.part() > last.part()) {
            return next.part() == last.part() + 1 ? Link.FOLLOWS : Link.GAP;
        }
        if (next.from() < last.to()) {
            return Link.OVERLAP;
        }
        boolean whole = last.isLastPart() && next.part() == 1;
        return whole && next.from() == last.to() ? Link.FOLLOWS : Link.GAP;
    }

    /** The last receipt that was accepted, if any. */
    public @Nullable Receipt last() {
        return last;
    }

    /** How often events were missing. */
    public long gaps() {
        return gaps;
    }

    /** How often events were refused that stood there already. */
    public long overlaps() {
        return overlaps;
    }
}
