package dev.tallystone.board;

import static dev.tallystone.pricing.PricingOption.BATCH;
import static dev.tallystone.pricing.PricingOption.FLEX;
import static dev.tallystone.pricing.PricingOption.ON_DEMAND;
import static dev.tallystone.pricing.PricingOption.PRIORITY;
import static dev.tallystone.pricing.PricingOption.PROVISIONED_NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Board.OptionLine;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same work by other options, an hour of it. Only acme.one has batch prices, and flex only for its input. */
class OptionLinesTest {

    private static final Instant BEFORE = Boards.NOON.minusSeconds(70);
    private static final TallyRow ONE = Use.of("acme.one").at(BEFORE, 1_000_000, 1_000_000);
    private static final TallyRow TWO = Use.of("acme.two").at(BEFORE, 1_000_000, 1_000_000);

    private static OptionLine option(Board board, PricingOption option) {
        return board.options().stream().filter(line -> line.option() == option).findFirst().orElseThrow();
    }

    private static Map<PricingOption, Usd> quotes(Board board, String model) {
        return board.models()
                .stream()
                .filter(line -> line.model().equals(model))
                .findFirst()
                .orElseThrow()
                .quotes();
    }

    @Test
    void quotesOnlyOptionsThatAreSoldForAllOfTheLine() {
        Board board = new Boards().board(Boards.NOON, ONE, TWO);

        assertThat(quotes(board, "acme.one")).isEqualTo(Map.of(ON_DEMAND, Usd.of("216"), BATCH, Usd.of("108")));
        assertThat(quotes(board, "acme.two")).isEqualTo(Map.of(ON_DEMAND, Usd.of("72")));
    }

    @Test
    void quotesFlexWhereOnlyInputWasUsed() {
        Board board = new Boards().board(Boards.NOON, Use.of("acme.one").at(BEFORE, 1_000_000, 0));

        assertThat(quotes(board, "acme.one")).containsEntry(FLEX, Usd.of("24"));
    }

    @Test
    void quotesNothingForAllWhenAPartHasNoPrice() {
        TallyRow longer = Use.of("acme.one").promptTokens(250_000).at(BEFORE, 250_000, 0);

        assertThat(quotes(new Boards().board(Boards.NOON, ONE, longer), "acme.one"))
                .as("long requests have no batch price")
                .containsOnlyKeys(ON_DEMAND);
        assertThat(quotes(new Boards().board(Boards.NOON.plusSeconds(290), longer, Use.of("acme.one")
                .at(Boards.NOON.plusSeconds(280), 1_000_000, 1_000_000)), "acme.one"))
                .as("but a long request of an hour ago takes nothing away")
                .containsOnlyKeys(ON_DEMAND, BATCH);
    }

    @Test
    void quotesNoOptionAsFreeBecauseTheLineIsIdle() {
        Board board = new Boards().board(Boards.NOON.plusSeconds(3_600), ONE, TWO);

        assertThat(quotes(board, "acme.two")).doesNotContainKeys(BATCH, FLEX, PRIORITY);
        assertThat(board.options()).allSatisfy(line -> assertThat(line.modelsInUse()).isZero());
    }

    @Test
    void comparesOnlyModelsThatTheOptionCovers() {
        OptionLine batch = option(new Boards().board(Boards.NOON, ONE, TWO), BATCH);

        assertThat(batch.modelsSold()).isEqualTo(1);
        assertThat(batch.modelsInUse()).isEqualTo(2);
        assertThat(batch.asBought()).as("acme.one alone").isEqualTo(Usd.of("216"));
        assertThat(batch.quoted()).isEqualTo(Usd.of("108"));
    }

    @Test
    void leavesOutALineOfWhichAPartHasNoCost() {
        TallyRow flexOutput = Use.of("acme.one").tier("flex").at(BEFORE, 1_000_000, 1_000_000);

        OptionLine onDemand = option(new Boards().board(Boards.NOON, TWO, flexOutput), ON_DEMAND);

        assertThat(onDemand.modelsInUse()).isEqualTo(2);
        assertThat(onDemand.modelsSold()).isEqualTo(1);
        assertThat(onDemand.asBought()).isEqualTo(onDemand.quoted()).isEqualTo(Usd.of("72"));
    }

    @Test
    void quotesUnitsFromTheDayThatAdviceLookedAt() {
        var boards = new Boards().capacities(new UnitCapacity("acme.one", 10_000_000, 2_000_000, "contract"));

        Board board = boards.board(Boards.NOON, ONE);

        assertThat(quotes(board, "acme.one")).containsEntry(PROVISIONED_NONE, Usd.of("24"));
        assertThat(option(board, PROVISIONED_NONE).modelsSold()).isEqualTo(1);
    }

    /**
     * Five minutes of 1.80 $, then five of 0.18 $: 59.40 $ an hour over all that the unit is sized for, now 10.80 $.
     */
    @Test
    void comparesUnitsWithTheCostOfTheMinutesThatTheyAreSizedFor() {
        BoardState state = new Boards().capacities(new UnitCapacity("acme.one", 10_000_000, 2_000_000, "contract"))
                .state();
        state.merge(IntStream.range(0, 10)
                .mapToObj(minute -> Use.of("acme.one")
                        .at(Boards.NOON.plusSeconds(60L * minute), minute < 5 ? 100_000 : 10_000,
                                minute < 5 ? 100_000 : 10_000))
                .toList());

        Board board = state.board(Boards.NOON.plusSeconds(600), Boards.trust(Boards.NOON));

        assertThat(board.burn().usage().usd()).isEqualTo(Usd.of("10.8"));
        assertThat(option(board, PROVISIONED_NONE).asBought()).isEqualTo(Usd.of("59.4"));
        assertThat(option(board, PROVISIONED_NONE).quoted()).isEqualTo(Usd.of("24"));
        assertThat(option(board, BATCH).asBought()).isEqualTo(Usd.of("10.8"));
        assertThat(option(board, BATCH).quoted()).isEqualTo(Usd.of("5.4"));
    }

    /** Calls on owned units cost no tokens, so their work would look dearer by every option. */
    @Test
    void leavesOutWhatOwnedUnitsDo() {
        String owned = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/p1";
        TallyRow call = Use.of(owned).at(BEFORE, 1_000_000, 0);
        var guarded = new TallyRow(call.key(), call.quantities().plus(Quantities.of(Measure.GUARDRAIL_CONTENT, 1)));
        var alias = new ModelAlias(owned, "acme.one", Routing.IN_REGION, Boards.LONG_AGO, Instant.MAX);

        Board board = new Boards().aliases(alias).board(Boards.NOON, guarded, TWO);

        assertThat(board.models()).extracting(line -> line.mode()).contains(Mode.PROVISIONED);
        assertThat(option(board, ON_DEMAND).modelsInUse()).isEqualTo(1);
        assertThat(option(board, ON_DEMAND).asBought()).isEqualTo(Usd.of("72"));
    }

    @Test
    void keepsTheOrderOfTheOptionsAndGuidesThroughEach() {
        Board board = new Boards().board(Boards.NOON);

        assertThat(board.options()).extracting(OptionLine::option).containsExactlyElementsOf(PricingOption.ALL);
        assertThat(board.options()).allSatisfy(line -> assertThat(line.guide().bestUse()).isNotBlank());
    }
}
