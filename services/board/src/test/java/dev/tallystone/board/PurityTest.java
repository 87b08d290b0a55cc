package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A board depends on what was merged and on its time, not on how the rows came. */
class PurityTest {

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Boards boards = new Boards().maxModels(4)
            .maxTeams(3)
            .teamRules(TeamRule.ofPrincipal("assumed-role/role-1", "search"))
            .capacities(new UnitCapacity("acme.one", 100_000, 20_000, "contract"));
    private final Instant end = Boards.NOON.plusSeconds(3_605);

    private TallyRow anyRow() {
        String model = List.of("acme.one", "us.acme.one", "global.acme.one", "acme.two", "acme.half", "gibberish")
                .get(random.nextInt(6));
        Use use = Use.of(model)
                .region(random.nextBoolean() ? "us-west-2" : "us-east-1")
                .role("role-" + random.nextInt(4))
                .team(random.nextBoolean() ? "" : "team-" + random.nextInt(5))
                .deadline(random.nextInt(3) == 0 ? "PT24H" : "")
                .tier(random.nextInt(5) == 0 ? "flex" : "");
        return (random.nextInt(20) == 0 ? use.caveat(Caveat.QUANTITY_UNKNOWN) : use)
                .at(Boards.NOON.plusSeconds(random.nextInt(3_600)), random.nextInt(40_000), random.nextInt(2_000));
    }

    private List<TallyRow> anyRows(int count) {
        return random.ints(count).mapToObj(_ -> anyRow()).toList();
    }

    private Board boardOf(List<TallyRow> rows, int commits) {
        BoardState state = boards.state();
        for (int i = 0; i < commits; i++) {
            state.merge(rows.subList(rows.size() * i / commits, rows.size() * (i + 1) / commits));
        }
        return state.board(end, Boards.trust(Boards.NOON));
    }

    @Test
    void isEqualInAnyOrderAndAnySplitIntoCommits() {
        List<TallyRow> rows = anyRows(3_000);
        Board board = boardOf(rows, 1);
        List<TallyRow> shuffled = new ArrayList<>(rows);
        for (int commits : new int[]{1, 7, 300}) {
            Collections.shuffle(shuffled, random);

            Board other = boardOf(shuffled, commits);

            assertThat(other).as("seed %d, replay with -Dseed", seed).isEqualTo(board);
            assertThat(other.identity().digest()).isEqualTo(board.identity().digest());
        }
        assertThat(board.recommendations()).as("something was advised").isNotEmpty();
        assertThat(board.folded().models()).as("something was folded").isPositive();
    }

    @Test
    void isEqualOnAReplicaThatShowedBoardsAllAlongAndOneThatCaughtUpAtOnce() {
        BoardState steady = boards.state();
        BoardState late = boards.state();
        for (int second = 10; second <= 3_655; second += 15) {
            List<TallyRow> commit = anyRows(9);
            steady.merge(commit);
            late.merge(commit);
            steady.board(Boards.NOON.plusSeconds(second), Boards.trust(Boards.NOON));
        }

        Board board = steady.board(Boards.NOON.plusSeconds(3_655), Boards.trust(Boards.NOON));

        assertThat(late.board(Boards.NOON.plusSeconds(3_655), Boards.trust(Boards.NOON)))
                .as("seed %d, replay with -Dseed", seed)
                .isEqualTo(board);
    }

    @Test
    void isEqualAfterADayInWhichNamesAndPricesChangedAndRowsCameLate() {
        Instant noon = Boards.CHANGE.plusSeconds(12 * 3_600);
        boards.aliases(alias("acme.two", Boards.LONG_AGO, Boards.CHANGE.plusSeconds(90)),
                alias("acme.one", Boards.CHANGE.plusSeconds(90), noon.plusSeconds(9_999_999)));
        BoardState steady = boards.state();
        BoardState late = boards.state();
        Instant start = noon.minusSeconds(30 * 3_600);
        for (Instant now = start; now.isBefore(noon); now = now.plusSeconds(200)) {
            List<TallyRow> commit = List.of(hiddenRow(now), hiddenRow(now.minusSeconds(random.nextInt(20_000))));
            steady.merge(commit);
            late.merge(commit);
            steady.board(now, Boards.trust(start));
        }

        Board board = steady.board(noon, Boards.trust(start));

        assertThat(late.board(noon, Boards.trust(start))).as("seed %d, replay with -Dseed", seed).isEqualTo(board);
        assertThat(board.recommendations()).as("something was advised").isNotEmpty();
    }

    private TallyRow hiddenRow(Instant at) {
        return Use.of("hidden")
                .region(random.nextBoolean() ? "us-west-2" : "us-east-1")
                .deadline("PT24H")
                .at(at, 400_000 + random.nextInt(40_000), random.nextInt(2_000));
    }

    private static ModelAlias alias(String model, Instant from, Instant until) {
        return new ModelAlias("hidden", model, Routing.IN_REGION, from, until);
    }

    @Test
    void correctsItsTotalsByARowThatComesLate() {
        BoardState state = boards.state();
        state.merge(List.of(Use.of("acme.one").at(Boards.NOON, 1_000_000, 0)));
        assertThat(state.board(end, Boards.trust(Boards.NOON)).toDate()).isEqualTo(Boards.usd("3"));

        state.merge(List.of(Use.of("acme.one").at(Boards.NOON.minusSeconds(40 * 86_400), 2_000_000, 0)));

        Board corrected = state.board(end, Boards.trust(Boards.NOON));
        assertThat(corrected.toDate()).isEqualTo(Boards.usd("9"));
        assertThat(corrected.today()).isEqualTo(Boards.usd("3"));
        assertThat(corrected.since()).contains(Boards.NOON.minusSeconds(40 * 86_400));
    }

    @Test
    void neverGoesBackInTime() {
        BoardState state = boards.state();
        state.board(end, Boards.trust(Boards.NOON));

        assertThat(state.board(end.minusSeconds(60), Boards.trust(Boards.NOON)).asOf()).isEqualTo(end);
    }

    @Test
    void signsEverythingThatItShows() {
        TallyRow row = Use.of("acme.one").at(Boards.NOON, 1_000_000, 0);
        String digest = boards.board(end, row).identity().digest();

        assertThat(boards.board(end, row).identity().digest()).isEqualTo(digest).matches("[0-9a-f]{12}");
        assertThat(boards.board(end.plusSeconds(1), row).identity().digest()).isNotEqualTo(digest);
        assertThat(boards.board(end, Use.of("acme.one").at(Boards.NOON, 1_000_001, 0)).identity().digest())
                .isNotEqualTo(digest);
        assertThat(boards.board(end, Use.of("acme.one").at(Boards.NOON.plusSeconds(600), 1_000_000, 0))
                .identity()
                .digest()).as("only windows differ").isNotEqualTo(digest);
        assertThat(boards.maxTeams(2).board(end, row).identity().configDigest())
                .isNotEqualTo(boards.maxTeams(3).board(end, row).identity().configDigest());
        assertThat(boards.board(end, row).models().getFirst().toDate().usd()).isEqualTo(Usd.of("3"));
    }
}
