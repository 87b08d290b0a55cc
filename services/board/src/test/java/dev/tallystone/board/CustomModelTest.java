package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Board.ModelLine;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.recommendation.Recommendation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A custom model on the board, made from acme.one: a unit serves a million tokens in a minute, and one is owned under a
 * month's commitment for 21 $/h; the list sells another for 24.
 */
class CustomModelTest {

    private static final String FRAUD = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/fraud";
    private static final ModelAlias CUSTOM = new ModelAlias(FRAUD, "acme.one", Routing.IN_REGION, true,
            Boards.LONG_AGO, Instant.MAX);
    private static final Instant END = Boards.NOON.plusSeconds(1_200);

    private final Boards boards = new Boards().aliases(CUSTOM)
            .capacities(new UnitCapacity("acme.one", 1_000_000, 200_000, "contract"))
            .commitments(new Commitment("fraud", "123456789012", "us-west-2", FRAUD, 1,
                    PricingOption.PROVISIONED_1MO, Usd.of("21"), Boards.LONG_AGO, Optional.empty()));

    /** Twenty minutes from noon on. */
    private static List<TallyRow> everyMinute(Use use, long input) {
        return IntStream.range(0, 20)
                .mapToObj(minute -> use.at(Boards.NOON.plusSeconds(60L * minute + 20), input, 0))
                .toList();
    }

    private static Board board(Boards boards, List<TallyRow> rows) {
        BoardState state = boards.state();
        state.merge(rows);
        return state.board(END, Boards.trust(Boards.NOON));
    }

    @Test
    void saysThatMoreUnitsAreNeededThanAreOwned() {
        assertThat(board(boards, everyMinute(Use.of(FRAUD), 1_500_000)).recommendations()).singleElement()
                .satisfies(advice -> {
                    assertThat(advice.subject().model()).isEqualTo(FRAUD);
                    assertThat(advice.option()).isEqualTo(PricingOption.PROVISIONED_NONE);
                    assertThat(advice.evidence().units()).isEqualTo(2);
                    assertThat(advice.evidence().ownedUnits()).contains(1L);
                    assertThat(advice.savingPerHour()).isEqualTo(Usd.of("-24"));
                    assertThat(advice.standsSince()).contains(Boards.NOON.plusSeconds(600));
                });
    }

    @Test
    void addsTheCallsOfAllCallers() {
        List<TallyRow> rows = new ArrayList<>(everyMinute(Use.of(FRAUD).role("one"), 600_000));
        rows.addAll(everyMinute(Use.of(FRAUD).role("two"), 600_000));

        assertThat(board(boards, rows).recommendations().getFirst().evidence().units()).isEqualTo(2);
    }

    @Test
    void saysOfWhatFitsThatItDoes() {
        Recommendation fits = board(boards, everyMinute(Use.of(FRAUD), 250_000)).recommendations().getFirst();

        assertThat(fits.stands()).isFalse();
        assertThat(fits.because()).contains("which is what is owned");
        assertThat(fits.evidence().utilisation()).isEqualByComparingTo("0.25");
    }

    @Test
    void neverAdvisesBatchForIt() {
        assertThat(board(boards, everyMinute(Use.of(FRAUD).deadline("PT24H"), 250_000)).recommendations())
                .extracting(Recommendation::option)
                .containsExactly(PricingOption.PROVISIONED_NONE);
    }

    @Test
    void saysNothingOfOwnedUnitsThatNoAliasCallsCustom() {
        var plain = new ModelAlias(FRAUD, "acme.one", Routing.IN_REGION, Boards.LONG_AGO, Instant.MAX);

        assertThat(board(boards.aliases(plain), everyMinute(Use.of(FRAUD), 1_500_000)).recommendations()).isEmpty();
    }

    @Test
    void saysNothingOfItWhileNobodyStatedACapacity() {
        assertThat(board(boards.capacities(), everyMinute(Use.of(FRAUD), 1_500_000)).recommendations()).isEmpty();
    }

    /** 900,000 tokens in a minute on demand need one unit, 24 $/h; the custom model's two are no part of that. */
    @Test
    void isNeverTakenForItsBaseModel() {
        List<TallyRow> rows = new ArrayList<>(everyMinute(Use.of(FRAUD), 1_500_000));
        rows.addAll(everyMinute(Use.of("acme.one"), 900_000));

        Board board = board(boards, rows);

        assertThat(board.recommendations())
                .filteredOn(advice -> advice.option() == PricingOption.PROVISIONED_NONE)
                .extracting(advice -> advice.subject().model())
                .containsExactlyInAnyOrder("acme.one", FRAUD);
        assertThat(line(board, Mode.ON_DEMAND).quotes()).containsEntry(PricingOption.PROVISIONED_NONE, Usd.of("24"));
        assertThat(line(board, Mode.PROVISIONED).quotes()).isEmpty();
    }

    @Test
    void quotesNoPriceOfItsBaseModelForItBusyOrIdle() {
        BoardState state = boards.state();
        state.merge(everyMinute(Use.of(FRAUD), 250_000));

        assertThat(line(state.board(END, Boards.trust(Boards.NOON)), Mode.PROVISIONED).quotes()).isEmpty();
        assertThat(line(state.board(END.plusSeconds(3_600), Boards.trust(Boards.NOON)), Mode.PROVISIONED).quotes())
                .isEmpty();
    }

    private static ModelLine line(Board board, Mode mode) {
        return board.models()
                .stream()
                .filter(line -> line.model().equals("acme.one") && line.mode() == mode)
                .findFirst()
                .orElseThrow();
    }

    /** The burst falls into the fifth minute: 9 of 9.75 million tokens are more than the unit serves. */
    @Test
    void isCorrectedByALateRowAsOnAReplicaThatCaughtUpLater() {
        TallyRow late = Use.of(FRAUD).at(Boards.NOON.plusSeconds(250), 9_500_000, 0);
        BoardState steady = boards.state();
        steady.merge(everyMinute(Use.of(FRAUD), 250_000));
        Board before = steady.board(END, Boards.trust(Boards.NOON));
        steady.merge(List.of(late));
        List<TallyRow> all = new ArrayList<>(everyMinute(Use.of(FRAUD), 250_000));
        all.addFirst(late);

        Board after = steady.board(END, Boards.trust(Boards.NOON));

        assertThat(after).isEqualTo(board(boards, all));
        assertThat(before.recommendations().getFirst().stands()).isFalse();
        assertThat(after.recommendations().getFirst().stands()).isTrue();
    }
}
