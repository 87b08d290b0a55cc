package dev.tallystone.board;

import static dev.tallystone.board.TeamRule.ofPrincipal;
import static dev.tallystone.board.TeamRule.ofProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.Attribution.DecidedBy;
import dev.tallystone.board.Board.PrincipalCost;
import dev.tallystone.board.Board.TeamLine;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rule decides, and what is made of that. A million tokens in cost $3. */
class AttributionTest {

    private static final Instant NOON = Boards.NOON;
    private static final Instant ELEVEN = NOON.minusSeconds(3_600);
    private static final String PROFILE = "arn:aws:bedrock:us-west-2:123456789012:application-inference-profile/abc";
    private static final ModelAlias ALIAS = new ModelAlias(PROFILE, "acme.one", Routing.IN_REGION, Boards.LONG_AGO,
            Instant.MAX);

    private final Boards boards = new Boards().aliases(ALIAS);

    private static TallyRow call(String model, String role, String stated, Instant at) {
        return Use.of(model).role(role).team(stated).at(at, 1_000_000, 0);
    }

    private static TallyRow call(String role, String stated) {
        return call("acme.one", role, stated, NOON.minusSeconds(60));
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ?> costs(Board board) {
        return assertThat(board.teams()).extracting(TeamLine::team, line -> line.toDate().usd().toString());
    }

    private static TeamLine line(Board board, String team) {
        return board.teams().stream().filter(line -> line.team().equals(team)).findFirst().orElseThrow();
    }

    @Test
    void believesTheProfileThenThePrincipalThenTheMetadata() {
        Board board = boards
                .teamRules(ofPrincipal("assumed-role/app", "by-principal"), ofProfile(PROFILE, "by-profile"))
                .board(NOON, call(PROFILE, "app", "stated", NOON.minusSeconds(60)), call("app", "stated"),
                        call("unknown", "stated"), call("unknown", ""));

        costs(board).containsExactlyInAnyOrder(tuple("by-profile", "$3"), tuple("by-principal", "$3"),
                tuple("stated", "$3"), tuple("unallocated", "$3"));
        assertThat(board.teams()).extracting(TeamLine::team, TeamLine::decidedBy)
                .containsExactlyInAnyOrder(tuple("by-profile", Map.of(DecidedBy.PROFILE, Boards.usd("3"))),
                        tuple("by-principal", Map.of(DecidedBy.PRINCIPAL, Boards.usd("3"))),
                        tuple("stated", Map.of(DecidedBy.METADATA, Boards.usd("3"))),
                        tuple("unallocated", Map.of(DecidedBy.NONE, Boards.usd("3"))));
    }

    @Test
    void countsInDollarsWhereMetadataNamesAnotherTeamThanIdentity() {
        Board board = boards.teamRules(ofPrincipal("assumed-role/app", "search"))
                .board(NOON, call("app", "ads"), call("app", "search"), call("app", ""), call("other", "ads"),
                        call("acme.two", "app", "ads", NOON.minusSeconds(60)),
                        call("acme.one", "app", "ads", NOON.minusSeconds(20 * 86_400)));

        assertThat(board.disagreement()).as("3 of acme.one, 1 of acme.two; not last month's")
                .isEqualTo(Boards.usd("4"));
    }

    @Test
    void letsARuleBeginAndEndWithinADay() {
        Board board = boards
                .teamRules(ofPrincipal("assumed-role/app", "search").during(Instant.MIN, ELEVEN),
                        ofPrincipal("assumed-role/app", "ads").during(ELEVEN, ELEVEN.plusSeconds(1_800)))
                .board(NOON, call("acme.one", "app", "", ELEVEN.minusSeconds(10)), call("acme.one", "app", "", ELEVEN),
                        call("acme.one", "app", "", ELEVEN.plusSeconds(1_790)),
                        call("acme.one", "app", "", ELEVEN.plusSeconds(1_800)));

        costs(board).containsExactlyInAnyOrder(tuple("search", "$3"), tuple("ads", "$6"), tuple("unallocated", "$3"));
        assertThat(board.teams()).extracting(TeamLine::team, line -> line.today().usd(),
                line -> line.costs().getOrDefault(Window.ONE_DAY, Money.NONE).usd(), line -> line.thisMonth().usd())
                .containsExactlyInAnyOrder(tuple("search", Usd.of("3"), Usd.of("3"), Usd.of("3")),
                        tuple("ads", Usd.of("6"), Usd.of("6"), Usd.of("6")),
                        tuple("unallocated", Usd.of("3"), Usd.of("3"), Usd.of("3")));
    }

    @Test
    void namesWhoIsBehindWhatIsUnallocatedDearestFirst() {
        var rows = new TallyRow[7];
        for (int i = 0; i < 7; i++) {
            rows[i] = Use.of("acme.one").role("role-" + i).at(NOON.minusSeconds(60), 1_000_000L * (i + 1), 0);
        }
        Board board = boards.teamRules(ofPrincipal("assumed-role/role-6", "search")).board(NOON, rows);

        assertThat(line(board, "unallocated").principals())
                .extracting(PrincipalCost::principal, cost -> cost.thisMonth().usd().toString())
                .containsExactly(tuple("assumed-role/role-5", "$18"), tuple("assumed-role/role-4", "$15"),
                        tuple("assumed-role/role-3", "$12"), tuple("assumed-role/role-2", "$9"),
                        tuple("assumed-role/role-1", "$6"));
        assertThat(line(board, "search").principals()).isEmpty();
    }

    @Test
    void letsNobodyWriteItselfOntoALineThatIsNoTeam() {
        Board board = boards.board(NOON, call("a", "idle"), call("b", "other"), call("c", "unallocated"));

        costs(board).containsExactly(tuple("unallocated", "$9"));
    }

    @Test
    void givesNoLineToATeamThatHasNoCallYet() {
        Board board = boards
                .teamRules(ofPrincipal("assumed-role/app", "ads").during(NOON.minusSeconds(60), Instant.MAX))
                .board(NOON, call("acme.one", "app", "", ELEVEN));

        costs(board).containsExactly(tuple("unallocated", "$3"));
    }

    @Test
    void attributesWhatIsAskedOfThePastByTheSameRules() {
        BoardState state = boards.teamRules(ofPrincipal("assumed-role/app", "ads").during(ELEVEN, Instant.MAX)).state();
        state.merge(List.of(call("acme.one", "app", "", ELEVEN.minusSeconds(10)), call("acme.one", "app", "", ELEVEN)));
        state.board(NOON, Boards.trust(Boards.LONG_AGO));

        assertThat(state.past().in(new Span.ToDate(), UsedFilter.ALL)).extracting(Used::team)
                .containsExactlyInAnyOrder("unallocated", "ads");
        assertThat(state.past().minutes(1_440, UsedFilter.ALL).values()).extracting(used -> used.getFirst().team())
                .containsExactly("unallocated", "ads");
        assertThat(state.past().pricedBy(Boards.BOOK).epochOf(ELEVEN.toEpochMilli()))
                .isEqualTo(state.pricer().epochOf(ELEVEN.toEpochMilli()));
    }

    @Test
    void refusesTwoRulesOfOneIdentityThatHoldAtOnce() {
        TeamRule search = ofPrincipal("assumed-role/app", "search").during(Instant.MIN, NOON);
        TeamRule ads = ofPrincipal("assumed-role/app", "ads").during(ELEVEN, Instant.MAX);

        assertThatIllegalArgumentException().isThrownBy(boards.teamRules(search, ads)::state)
                .withMessage("teams[1]: assumed-role/app belongs to search by teams[0] from always until "
                        + "2026-10-10T12:00:00Z, so not to ads from 2026-10-10T11:00:00Z until further notice too: of "
                        + "two rules, one must end before the other begins");
        assertThat(boards.teamRules(search, ads.during(NOON, Instant.MAX), ofProfile(PROFILE, "ads")).state())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "arn:aws:sts::123456789012:assumed-role/app/session", "assumed-role/app/session",
            "~other"})
    void refusesAPrincipalThatIsNeverTallied(String principal) {
        assertThatIllegalArgumentException().isThrownBy(() -> ofPrincipal(principal, "ads"))
                .withMessageContaining("principal must be assumed-role/<role> without its session")
                .withMessageEndingWith("not '%s'", principal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "acme.one", "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/abc"})
    void refusesAProfileThatIsNone(String arn) {
        assertThatIllegalArgumentException().isThrownBy(() -> ofProfile(arn, "ads"))
                .withMessageContaining("profile must be an ARN such as")
                .withMessageEndingWith("not '%s'", arn);
    }

    @Test
    void refusesATeamThatIsNoneAndTimesThatCutNoSum() {
        assertThatIllegalArgumentException().isThrownBy(() -> ofPrincipal("root", "unallocated"))
                .withMessageContaining("none of [idle, other, unallocated]");
        assertThatIllegalArgumentException().isThrownBy(() -> ofPrincipal("root", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> ofPrincipal("root", "ads").during(NOON, NOON))
                .withMessageContaining("until must lie behind from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofPrincipal("root", "ads").during(NOON.plusSeconds(10), Instant.MAX))
                .withMessage("from must fall on a full minute, not 2026-10-10T12:00:10Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TeamRule(DecidedBy.METADATA, "root", "ads", Instant.MIN, Instant.MAX));
    }
}
