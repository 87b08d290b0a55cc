package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an hour costs now. A million tokens in cost $3. */
class BurnTest {

    private static final String OWNED = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/abc";

    @Test
    void isTheLastFiveMinutesTimesTwelve() {
        Board board = new Boards().board(Boards.NOON, Use.of("acme.one").at(Boards.NOON.minusSeconds(301), 9_999, 0),
                Use.of("acme.one").at(Boards.NOON.minusSeconds(300), 1_000_000, 0),
                Use.of("acme.one").team("ads").at(Boards.NOON.minusSeconds(1), 1_000_000, 0),
                Use.of("acme.one").at(Boards.NOON, 9_999, 0));

        assertThat(board.burn().usdPerHour()).isEqualTo(Usd.of("72"));
        assertThat(board.burn().seconds()).isEqualTo(300);
        assertThat(board.models().getFirst().burn()).isEqualTo(Boards.usd("72"));
        assertThat(board.teams()).extracting(line -> line.burn().usd()).containsExactly(Usd.of("36"), Usd.of("36"));
    }

    @Test
    void isScaledUpWhileCountingIsYoung() {
        BoardState state = new Boards().state();
        state.merge(List.of(Use.of("acme.one").at(Boards.NOON.plusSeconds(5), 1_000_000, 0)));

        Board board = state.board(Boards.NOON.plusSeconds(60), Boards.trust(Boards.NOON));

        assertThat(board.burn().seconds()).isEqualTo(60);
        assertThat(board.burn().usdPerHour()).as("3 in one minute").isEqualTo(Usd.of("180"));
        assertThat(state.board(Boards.NOON.plusSeconds(300), Boards.trust(Boards.NOON)).burn().usdPerHour())
                .isEqualTo(Usd.of("36"));
    }

    @Test
    void doesNotScaleUpWhatWasCountedLateFromBefore() {
        BoardState state = new Boards().state();
        state.merge(List.of(Use.of("acme.one").at(Boards.NOON.minusSeconds(200), 50_000_000, 0),
                Use.of("acme.one").at(Boards.NOON.plusSeconds(5), 1_000_000, 0)));

        Board board = state.board(Boards.NOON.plusSeconds(60), Boards.trust(Boards.NOON));

        assertThat(board.burn().usdPerHour()).isEqualTo(Usd.of("180"));
        assertThat(board.models().getFirst().quotes()).containsEntry(PricingOption.BATCH, Usd.of("90"));
        assertThat(board.toDate()).isEqualTo(Boards.usd("153"));
    }

    @Test
    void isNothingBeforeTheFirstTenSecondsAreOver() {
        BoardState state = new Boards().state();
        state.merge(List.of(Use.of("acme.one").at(Boards.NOON, 1_000_000, 0)));

        Board board = state.board(Boards.NOON.plusSeconds(9), Boards.trust(Boards.NOON));

        assertThat(board.burn().usdPerHour()).isEqualTo(Usd.ZERO);
        assertThat(board.burn().seconds()).isZero();
    }

    @Test
    void includesOwnedUnitsWithoutAnyCall() {
        Commitment two = new Commitment("fraud", "123456789012", "us-west-2", OWNED, 2,
                PricingOption.PROVISIONED_1MO, Usd.of("21.18"), Boards.LONG_AGO,
                Optional.of(Instant.parse("2026-11-01T00:00:00Z")));

        Board board = new Boards().commitments(two).board(Boards.NOON);

        assertThat(board.burn().standing().effective()).isEqualTo(Usd.of("42.36"));
        assertThat(board.burn().usdPerHour()).isEqualTo(Usd.of("42.36"));
        assertThat(new Boards().commitments(two).board(Instant.parse("2026-11-01T00:00:00Z")).burn().usdPerHour())
                .as("not owned any more")
                .isEqualTo(Usd.ZERO);
    }

    @Test
    void costsNoTokensOnOwnedUnits() {
        Board board = new Boards().board(Boards.NOON, Use.of(OWNED).at(Boards.NOON.minusSeconds(30), 9_000_000, 9_000));

        assertThat(board.burn().usage()).isEqualTo(Boards.usd("0"));
        assertThat(board.unpricedShare()).isEqualByComparingTo("0");
    }
}
