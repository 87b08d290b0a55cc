package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.Board.TeamLine;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is charged. A million tokens in cost $3. */
class TeamsTest {

    private static final Instant BEFORE = Boards.NOON.minusSeconds(60);

    private static TallyRow call(String role, String statedTeam) {
        return call(role, statedTeam, 60);
    }

    private static TallyRow call(String role, String statedTeam, int secondsAgo) {
        return Use.of("acme.one").role(role).team(statedTeam).at(Boards.NOON.minusSeconds(secondsAgo), 1_000_000, 0);
    }

    @Test
    void believesACallerRuleBeforeWhatTheCallerStates() {
        Board board = new Boards().teamRules(TeamRule.ofPrincipal("assumed-role/search-api", "search"))
                .board(Boards.NOON, call("search-api", "ads"), call("search-api", ""), call("batch-job", "ads"),
                        call("unknown", ""));

        assertThat(board.teams()).extracting(TeamLine::team, line -> line.toDate().usd())
                .containsExactlyInAnyOrder(tuple("search", Usd.of("6")),
                        tuple("ads", Usd.of("3")),
                        tuple("unallocated", Usd.of("3")));
    }

    @Test
    void foldsTheTeamsThatCameLastAndKeepsTheSum() {
        Board board = new Boards().maxTeams(2)
                .board(Boards.NOON, call("app", "third", 60), call("app", "first", 90), call("app", "second", 80),
                        call("app", "fourth", 50));

        assertThat(board.teams()).extracting(TeamLine::team)
                .containsExactlyInAnyOrder("first", "second", "other");
        assertThat(board.folded().teams()).isEqualTo(2);
        assertThat(sum(board)).isEqualTo(Usd.of("12"));
        assertThat(board.teams()).filteredOn(line -> line.team().equals("other"))
                .extracting(line -> line.toDate().usd())
                .containsExactly(Usd.of("6"));
    }

    @Test
    void foldsByNameWhatCameAtTheSameTime() {
        Board board = new Boards().maxTeams(2)
                .board(Boards.NOON, call("app", "c"), call("app", "a"), call("app", "b"));

        assertThat(board.teams()).extracting(TeamLine::team).containsExactlyInAnyOrder("a", "b", "other");
    }

    @Test
    void neverFoldsUnallocatedOrTeamsOfRulesBeforeWhatCallersWrite() {
        Board board = new Boards().maxTeams(2)
                .teamRules(TeamRule.ofPrincipal("assumed-role/search-api", "search"))
                .board(Boards.NOON, call("app", "invented-1", 90), call("app", "invented-2", 80),
                        call("search-api", "", 30), call("unknown", "", 20));

        assertThat(board.teams()).extracting(TeamLine::team)
                .containsExactlyInAnyOrder("search", "unallocated", "other");
        assertThat(sum(board)).isEqualTo(Usd.of("12"));
    }

    @Test
    void addUpToTheModels() {
        Board board = new Boards().board(Boards.NOON, call("a", "x"), call("b", ""),
                Use.of("acme.two").at(BEFORE, 1_000_000, 0));

        assertThat(sum(board)).isEqualTo(Usd.of("7")).isEqualTo(board.toDate().usd());
    }

    private static Usd sum(Board board) {
        List<TeamLine> teams = board.teams();
        return teams.stream().map(line -> line.toDate().usd()).reduce(Usd.ZERO, Usd::plus);
    }
}
