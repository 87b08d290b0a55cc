package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Board.ModelLine;
import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One line for each model, Region and mode; what has no price is shown with the reason. */
class ModelLinesTest {

    private static final String HIDDEN = "arn:aws:bedrock:us-west-2:123456789012:application-inference-profile/a1";
    private static final Instant BEFORE = Boards.NOON.minusSeconds(70);

    private static ModelLine line(Board board, String model) {
        return board.models().stream().filter(line -> line.model().equals(model)).findFirst().orElseThrow();
    }

    @Test
    void keepsModelsRegionsAndModesApartAndShowsTheDearestFirst() {
        Board board = new Boards().board(Boards.NOON, Use.of("acme.two").at(BEFORE, 1_000_000, 0),
                Use.of("acme.one").at(BEFORE, 1_000_000, 0),
                Use.of("us.acme.one").at(BEFORE, 1_000_000, 0),
                Use.of("acme.one").region("us-east-1").at(BEFORE, 1_000_000, 0),
                Use.of("acme.one").tier("flex").at(BEFORE, 1_000_000, 0));

        assertThat(board.models()).extracting(line -> line.model() + " " + line.region() + " " + line.mode())
                .containsExactly("acme.one us-west-2 ON_DEMAND", "acme.one us-east-1 ON_DEMAND",
                        "acme.one us-west-2 FLEX", "acme.two us-west-2 ON_DEMAND");
        assertThat(board.models().getFirst().name()).isEqualTo("Acme One");
        assertThat(board.models().getFirst().kind()).isEqualTo("text");
    }

    @Test
    void showsAnUnresolvedModelAsCalledWithTheReason() {
        Board board = new Boards().board(Boards.NOON, Use.of(HIDDEN).at(BEFORE, 1_000, 10),
                Use.of("acme.one").at(BEFORE, 1_000_000, 0), Use.of("acme.one").at(BEFORE.minusSeconds(10), 0, 0),
                Use.of("acme.one").at(BEFORE.minusSeconds(20), 0, 0));

        assertThat(line(board, HIDDEN).burn().unpriced()).containsExactly("unresolved model");
        assertThat(line(board, HIDDEN).name()).isEqualTo(HIDDEN);
        assertThat(line(board, HIDDEN).quotes()).isEmpty();
        assertThat(board.unpricedShare()).as("one of four calls").isEqualByComparingTo("0.25");
        assertThat(board.toDate().usd()).isEqualTo(Usd.of("3"));
        assertThat(board.toDate().unpriced()).containsExactly("unresolved model");
    }

    @Test
    void namesLastWeeksCallsOnceAnAliasIsAdded() {
        TallyRow lastWeek = Use.of(HIDDEN).at(Boards.NOON.minusSeconds(7 * 86_400), 1_000_000, 0);
        var alias = new ModelAlias(HIDDEN, "acme.one", Routing.IN_REGION, Boards.LONG_AGO, Instant.MAX);

        Board board = new Boards().aliases(alias).board(Boards.NOON, lastWeek);

        assertThat(line(board, "acme.one").toDate()).isEqualTo(Boards.usd("3"));
    }

    @Test
    void showsWhichPriceIsMissing() {
        Board board = new Boards().board(Boards.NOON, Use.of("acme.half").at(BEFORE, 1_000_000, 1));

        assertThat(line(board, "acme.half").costs().get(Window.FIVE_MINUTES))
                .satisfies(cost -> assertThat(cost.usd()).isEqualTo(Usd.ZERO))
                .satisfies(cost -> assertThat(cost.unpriced()).containsExactly("no price of output"));
        assertThat(board.unpricedShare()).isEqualByComparingTo("1");
    }

    @Test
    void forgetsAnUnknownQuantityWhenItsWindowHasPassed() {
        TallyRow unknown = Use.of("acme.one").caveat(Caveat.QUANTITY_UNKNOWN).at(Boards.NOON.minusSeconds(4_000), 0, 0);

        Board board = new Boards().board(Boards.NOON, unknown, Use.of("acme.one").at(BEFORE, 1_000_000, 0));

        ModelLine line = line(board, "acme.one");
        assertThat(line.costs().get(Window.ONE_HOUR)).isEqualTo(Boards.usd("3"));
        assertThat(line.costs().getOrDefault(Window.ONE_DAY, Money.NONE).unpriced())
                .containsExactly("unknown quantity");
        assertThat(line.quotes()).isNotEmpty();
        assertThat(board.unpricedShare()).isEqualByComparingTo("0");
    }

    @Test
    void countsFailedCallsWithoutCost() {
        Board board = new Boards().board(Boards.NOON, Use.of("acme.one").outcome(Outcome.THROTTLED).at(BEFORE, 0, 0),
                Use.of("acme.one").at(BEFORE, 1_000_000, 0));

        assertThat(line(board, "acme.one").requests()).containsEntry(Outcome.THROTTLED, 1L)
                .containsEntry(Outcome.OK, 1L);
        assertThat(line(board, "acme.one").burn()).isEqualTo(Boards.usd("36"));
    }

    @Test
    void foldsTheModelsThatCameLastByModeAndKeepsTheSum() {
        Board board = new Boards().maxModels(1)
                .board(Boards.NOON, Use.of("acme.one").at(BEFORE, 1_000_000, 0),
                        Use.of("acme.two").at(BEFORE.plusSeconds(10), 1_000_000, 0),
                        Use.of("acme.half").at(BEFORE.plusSeconds(20), 1_000_000, 0),
                        Use.of("acme.one").tier("flex").at(BEFORE.plusSeconds(20), 1_000_000, 0));

        assertThat(board.models()).extracting(line -> line.model() + " " + line.mode())
                .containsExactlyInAnyOrder("acme.one ON_DEMAND", "other ON_DEMAND", "other FLEX");
        assertThat(line(board, "acme.one").mode()).isEqualTo(Mode.ON_DEMAND);
        assertThat(board.folded().models()).isEqualTo(3);
        assertThat(board.models().stream().map(line -> line.toDate().usd()).reduce(Usd.ZERO, Usd::plus))
                .isEqualTo(Usd.of("7"));
    }
}
