package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Recommendation;
import dev.tallystone.recommendation.Recommendation.Basis;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Recommendations on the board. A minute of 100,000 tokens in and out costs $1.80; batch halves it; a unit is 24 $/h.
 */
class AdviceTest {

    private final Boards boards = new Boards()
            .capacities(new UnitCapacity("acme.one", 1_000_000, 200_000, "contract"));

    private static List<TallyRow> everyMinute(Use use, int minutes) {
        return IntStream.range(0, minutes)
                .mapToObj(minute -> use.at(Boards.NOON.plusSeconds(60L * minute + 20), 100_000, 100_000))
                .toList();
    }

    private List<Recommendation> advice(Use use, int minutes) {
        BoardState state = boards.state();
        state.merge(everyMinute(use, minutes));
        return state.board(Boards.NOON.plusSeconds(60L * minutes), Boards.trust(Boards.NOON)).recommendations();
    }

    @Test
    void advisesAUnitAndBatchForASteadyCallerWhoCanWait() {
        List<Recommendation> advice = advice(Use.of("acme.one").deadline("PT24H"), 20);

        assertThat(advice).extracting(Recommendation::option)
                .containsExactly(PricingOption.BATCH, PricingOption.PROVISIONED_NONE);
        assertThat(advice).allMatch(Recommendation::stands);
        assertThat(advice).extracting(Recommendation::savingPerHour).containsExactly(Usd.of("54"), Usd.of("84"));
        assertThat(advice.getFirst().basis()).isEqualTo(Basis.CONFIRMED);
        assertThat(advice.getFirst().standsSince()).contains(Boards.NOON.plusSeconds(600));
    }

    @Test
    void takesBatchForAnUpperBoundWhenNobodySaysThatItCanWait() {
        assertThat(advice(Use.of("acme.one"), 20).getFirst().basis()).isEqualTo(Basis.UPPER_BOUND);
        assertThat(advice(Use.of("acme.one").deadline("PT2H"), 20).getFirst().basis()).isEqualTo(Basis.UPPER_BOUND);
    }

    @Test
    void neverAdvisesBatchForStreams() {
        assertThat(advice(Use.of("acme.one").deadline("PT24H").operation("ConverseStream"), 20))
                .extracting(Recommendation::option)
                .containsExactly(PricingOption.PROVISIONED_NONE);
    }

    @Test
    void movesOnlyWhatWasBoughtOnDemand() {
        assertThat(advice(Use.of("acme.one").tier("batch"), 20)).isEmpty();
    }

    @Test
    void sizesUnitsWithoutTheMinutesBeforeCountingBegan() {
        BoardState state = boards.state();
        state.merge(everyMinute(Use.of("acme.one"), 20));
        Instant countedSince = Boards.NOON.plusSeconds(301);

        Recommendation unit = state.board(Boards.NOON.plusSeconds(1_200), Boards.trust(countedSince))
                .recommendations()
                .getLast();

        assertThat(unit.evidence().fullMinutes()).as("12:06 to 12:20").isEqualTo(14);
    }

    @Test
    void changesOnlyWhenAFullMinuteEnds() {
        BoardState state = boards.state();
        state.merge(everyMinute(Use.of("acme.one"), 20));
        Instant end = Boards.NOON.plusSeconds(1_200);
        List<Recommendation> before = state.board(end, Boards.trust(Boards.NOON)).recommendations();

        state.merge(List.of(Use.of("acme.one").at(end.plusSeconds(10), 90_000_000, 0)));

        assertThat(state.board(end.plusSeconds(59), Boards.trust(Boards.NOON)).recommendations()).isEqualTo(before);
        assertThat(state.board(end.plusSeconds(60), Boards.trust(Boards.NOON)).recommendations())
                .isNotEqualTo(before);
    }

    @Test
    void isCorrectedByALateRowAsOnAReplicaThatCaughtUpLater() {
        Instant end = Boards.NOON.plusSeconds(1_200);
        TallyRow late = Use.of("acme.one").at(Boards.NOON.plusSeconds(600), 5_000_000, 0);
        BoardState steady = boards.state();
        steady.merge(everyMinute(Use.of("acme.one"), 20));
        steady.board(end, Boards.trust(Boards.NOON));
        BoardState caughtUp = boards.state();
        caughtUp.merge(everyMinute(Use.of("acme.one"), 20));
        caughtUp.merge(List.of(late));

        steady.merge(List.of(late));

        assertThat(steady.board(end.plusSeconds(30), Boards.trust(Boards.NOON)))
                .isEqualTo(caughtUp.board(end.plusSeconds(30), Boards.trust(Boards.NOON)));
    }

    @Test
    void asksForInRegionUnitsWheneverAnyCallWasInRegion() {
        for (boolean globalFirst : new boolean[]{true, false}) {
            BoardState state = boards.state();
            List<TallyRow> global = everyMinute(Use.of("global.acme.one"), 20);
            List<TallyRow> inRegion = everyMinute(Use.of("acme.one"), 20);
            state.merge(globalFirst ? global : inRegion);
            state.merge(globalFirst ? inRegion : global);

            assertThat(state.board(Boards.NOON.plusSeconds(1_200), Boards.trust(Boards.NOON)).recommendations())
                    .extracting(Recommendation::option)
                    .contains(PricingOption.PROVISIONED_NONE);
        }
    }
}
