package dev.tallystone.monitor.http;

import dev.tallystone.board.Board;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.monitor.View;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The board as JSON, with what the page needs to know beside it. */
final class BoardJson {

    /**
     * What the page needs to know beside the board.
     *
     * @param closedMonths
     *            how many there are: without one the page need not ask for months
     * @param rejectionReasons
     *            what the reasons of the board's dead letters mean, for people
     */
    private record Envelope(boolean caughtUp, boolean stale, long delayMs, Instant publishedAt, int closedMonths,
            Map<RejectionReason, String> rejectionReasons, Board board) {}

    private record NotYet(boolean caughtUp, boolean stale) {}

    private BoardJson() {}

    static byte[] of(View view, Instant now) {
        Object body = view.board()
                .<Object>map(board -> new Envelope(true, view.isStale(now),
                        view.delay(now).map(Duration::toMillis).orElse(0L), view.publishedAt(),
                        view.closed().size(),
                        meanings(board.trust().deadLetters().keySet()), board))
                .orElse(new NotYet(false, true));
        return ApiJson.bytes(body);
    }

    private static Map<RejectionReason, String> meanings(Set<RejectionReason> reasons) {
        var meanings = new EnumMap<RejectionReason, String>(RejectionReason.class);
        reasons.forEach(reason -> meanings.put(reason, reason.explanation()));
        return meanings;
    }
}
