package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What rolling windows cost, against adding up all rows anew. The price of input changes in their midst. */
class WindowsTest {

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void costsWhatItsRowsCostOneByOneAcrossAPriceChange() {
        BoardState state = new Boards().state();
        List<TallyRow> all = new ArrayList<>();
        Instant asOf = Boards.CHANGE.minusSeconds(3 * 86_400);
        for (int i = 0; i < 300; i++) {
            List<TallyRow> commit = new ArrayList<>();
            for (int j = random.nextInt(40); j > 0; j--) {
                commit.add(rowBefore(asOf.plusSeconds(60)));
            }
            state.merge(commit);
            all.addAll(commit);
            boolean near = asOf.isAfter(Boards.CHANGE.minusSeconds(3_600)) && asOf.isBefore(Boards.CHANGE
                    .plusSeconds(7_200));
            asOf = asOf.plusSeconds(1 + random.nextInt(near ? 150 : 6_000));

            Board board = state.board(asOf, Boards.trust(Boards.LONG_AGO));

            for (Window window : Window.ALL) {
                assertThat(cost(board, window)).as("%s at %s, seed %d, replay with -Dseed", window, asOf, seed)
                        .isEqualTo(naive(all, asOf, window));
            }
        }
        assertThat(asOf).as("the change was passed").isAfter(Boards.CHANGE.plusSeconds(86_400));
    }

    private TallyRow rowBefore(Instant end) {
        long back = random.nextInt(4) == 0 ? random.nextLong(90_000) : random.nextLong(400);
        return Use.of("acme.one")
                .role("role-" + random.nextInt(3))
                .at(end.minusSeconds(back), random.nextLong(1, 9_999), random.nextLong(1, 999));
    }

    private static Usd cost(Board board, Window window) {
        return board.models()
                .stream()
                .map(line -> line.costs().getOrDefault(window, Money.NONE).usd())
                .reduce(Usd.ZERO, Usd::plus);
    }

    private static Usd naive(List<TallyRow> rows, Instant asOf, Window window) {
        long stepMs = window.length().toMinutes() <= 5 ? 10_000 : 60_000;
        long endMs = asOf.toEpochMilli() / stepMs * stepMs;
        long startMs = endMs - window.length().toMillis();
        Usd sum = Usd.ZERO;
        for (TallyRow row : rows) {
            long atMs = row.key().bucket() * TallyKey.BUCKET_MS;
            if (atMs >= startMs && atMs < endMs) {
                sum = sum.plus(oneByOne(row, atMs));
            }
        }
        return sum;
    }

    private static Usd oneByOne(TallyRow row, long atMs) {
        Usd input = Usd.of(atMs < Boards.CHANGE.toEpochMilli() ? "0.000003" : "0.000004");
        return input.times(row.quantities().get(Measure.INPUT))
                .plus(Usd.of("0.000015").times(row.quantities().get(Measure.OUTPUT)));
    }

    @Test
    void pricesEachPartOfFiveMinutesByWhatHeldThen() {
        Board board = new Boards().board(Boards.CHANGE.plusSeconds(150),
                Use.of("acme.one").at(Boards.CHANGE.minusSeconds(150), 1_000_000, 0),
                Use.of("acme.one").at(Boards.CHANGE.plusSeconds(140), 1_000_000, 0));

        assertThat(cost(board, Window.FIVE_MINUTES)).as("3 before midnight and 4 after").isEqualTo(Usd.of("7"));
        assertThat(cost(board, Window.ONE_MINUTE)).isEqualTo(Usd.of("4"));
        assertThat(board.burn().usage().usd()).as("times twelve").isEqualTo(Usd.of("84"));
    }
}
