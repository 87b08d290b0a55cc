package dev.tallystone.monitor;

import dev.tallystone.board.Board;
import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.BoardState;
import dev.tallystone.board.Past;
import dev.tallystone.board.Trust;
import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.monitor.prices.PriceStatus;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.recommendation.Rules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Views of a board on which one caller has called one model, a minute before noon, at the shipped prices. */
public final class Views {

    /** As of which the boards are. */
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final List<StandingCharge> commitments;
    private final Agreements agreements;
    private final Map<RejectionReason, Long> deadLetters;
    private final long gaps;
    private final long overlaps;

    private Views(List<StandingCharge> commitments, Agreements agreements, Map<RejectionReason, Long> deadLetters,
            long gaps, long overlaps) {
        this.commitments = commitments;
        this.agreements = agreements;
        this.deadLetters = deadLetters;
        this.gaps = gaps;
        this.overlaps = overlaps;
    }

    /** Nothing owned, nothing rejected, nothing missing. */
    public static Views plain() {
        return new Views(List.of(), Agreements.NONE, Map.of(), 0, 0);
    }

    /** With units that are owned, and the like. */
    public Views owning(StandingCharge... owned) {
        return new Views(List.of(owned), agreements, deadLetters, gaps, overlaps);
    }

    /** With negotiated prices. */
    public Views agreed(Agreement... listed) {
        return new Views(commitments, new Agreements(List.of(listed)), deadLetters, gaps, overlaps);
    }

    /** With records that could not be counted. */
    public Views rejecting(Map<RejectionReason, Long> byReason) {
        return new Views(commitments, agreements, byReason, gaps, overlaps);
    }

    /** With receipts that did not follow each other. */
    public Views broken(long missing, long refused) {
        return new Views(commitments, agreements, deadLetters, missing, refused);
    }

    /** The view after one call of the model with so many tokens in. */
    public View of(String model, long tokensIn) {
        var state = new BoardState(settings(commitments, agreements), PriceBookReader.shipped());
        state.merge(List.of(row(model, Outcome.OK, Quantities.of(Measure.INPUT, tokensIn))));
        long rejected = deadLetters.values().stream().mapToLong(Long::longValue).sum();
        Board board = state.board(NOON, new Trust(NOON.minusSeconds(3_600), Map.of(0, 1L), 1 + rejected, 1, 0,
                rejected, deadLetters, gaps, overlaps, 0, 0, Map.of(Source.KAFKA, NOON.minusSeconds(1))));
        return new View(Optional.of(board), NOON, LiveUsage.Snapshot.NONE,
                PriceStatus.NONE, List.of(), List.of());
    }

    /** What is kept after the same call, and one of an hour before it. */
    public static Past past(String model, long tokensIn) {
        var state = new BoardState(settings(List.of(), Agreements.NONE), PriceBookReader.shipped());
        TallyRow call = row(model, Outcome.OK, Quantities.of(Measure.INPUT, tokensIn));
        var before = new TallyKey(TallyKey.bucketOf(NOON.minusSeconds(3_660).toEpochMilli()), call.key().cell());
        state.merge(List.of(call, new TallyRow(before, call.quantities())));
        state.advanceTo(NOON);
        return state.past();
    }

    /** What is kept of these calls at noon, at the prices of a book, apart also where those of another change. */
    public static Past past(PriceBook book, PriceBook other, TallyRow... calls) {
        var state = new BoardState(settings(List.of(), Agreements.NONE), book, other.changes());
        state.merge(List.of(calls));
        state.advanceTo(NOON);
        return state.past();
    }

    private static BoardSettings settings(List<StandingCharge> commitments, Agreements agreements) {
        return new BoardSettings(List.of(), List.of(), List.of(), commitments, List.of(), agreements,
                new Rules(BigDecimal.ZERO, BigDecimal.ONE, Duration.ofMinutes(1), Duration.ofHours(24)), 10, 10,
                IdlePolicy.OWN_LINE);
    }

    /** One call, a minute before noon. */
    public static TallyRow row(String model, Outcome outcome, Quantities more) {
        var cell = new Cell("1", "us-east-1", model, new Caller("user/a", List.of()), "Converse", Source.KAFKA, "", "",
                0, "", outcome, 0);
        return new TallyRow(new TallyKey(TallyKey.bucketOf(NOON.minusSeconds(60).toEpochMilli()), cell),
                Quantities.of(Measure.REQUESTS, 1).plus(more));
    }

    /** Answers what was asked until now, as the monitor's thread does. */
    public static void answer(Questions questions, Past past) {
        questions.answer(() -> past);
    }
}
