package dev.tallystone.monitor;

import dev.tallystone.board.Board;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.monitor.close.ClosedMonth;
import dev.tallystone.monitor.prices.PriceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a monitor shows until its next tick. Immutable.
 *
 * @param board
 *            absent until everything written before the monitor's start is read
 * @param publishedAt
 *            by the wall clock
 * @param live
 *            what was merged since the monitor had caught up
 * @param closed
 *            months, oldest first
 * @param late
 *            tallies of closed months that came after the last closing
 */
public record View(Optional<Board> board, Instant publishedAt, LiveUsage.Snapshot live,
        PriceStatus prices, List<ClosedMonth> closed, List<TallyRow> late) {

    /** Data older than this is not shown as if it were now. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(60);

    /** Before the first tick. */
    public static final View STARTING = new View(Optional.empty(), Instant.EPOCH, LiveUsage.Snapshot.NONE,
            PriceStatus.NONE, List.of(), List.of());

    public View {
        closed = List.copyOf(closed);
        late = List.copyOf(late);
    }

    /** How far the board lies behind the wall clock: our delay, not the sources'. */
    public Optional<Duration> delay(Instant now) {
        return board.map(shown -> Duration.between(shown.asOf(), now));
    }

    /** Whether the board is too old to be taken for the present. */
    public boolean isStale(Instant now) {
        return delay(now).map(delay -> delay.compareTo(STALE_AFTER) > 0).orElse(true);
    }
}
