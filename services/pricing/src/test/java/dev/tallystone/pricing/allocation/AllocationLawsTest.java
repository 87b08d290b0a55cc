package dev.tallystone.pricing.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Over any hours: nothing is lost, and each team's used part is what its minutes say. */
class AllocationLawsTest {

    private static final int CASES = 10_000;
    private static final List<String> TEAMS = List.of("ads", "fraud", "search", "unallocated", "video");
    private static final List<Function<Costs, Usd>> FOUR = List.of(Costs::list, Costs::contracted, Costs::effective,
            Costs::billed);

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** An hour, and by how many minutes' worth of it each team used it, found another way. */
    private record Case(Hours hours, Costs costs, Map<String, BigDecimal> minutesUsed) {}

    private Usd anyUsd() {
        return new Usd(new BigDecimal(random.nextLong(1_000_000_000_000L)).movePointLeft(random.nextInt(14)));
    }

    private Case anyCase() {
        var costs = new Costs(anyUsd(), anyUsd(), anyUsd(), anyUsd());
        var hours = new Hours().costs(costs)
                .idle(IdlePolicy.values()[random.nextInt(3)])
                .owner(TEAMS.get(random.nextInt(TEAMS.size())));
        var used = new TreeMap<String, BigDecimal>();
        for (int busy = random.nextInt(5); busy > 0; busy--) {
            addMinute(hours, busy * 11, used);
        }
        if (random.nextInt(4) == 0) {
            hours.capacityUnknown();
            used.clear();
        }
        return new Case(hours, costs, used);
    }

    private void addMinute(Hours hours, int minute, Map<String, BigDecimal> used) {
        var served = new TreeMap<String, Quantities>();
        for (String team : TEAMS) {
            if (random.nextBoolean()) {
                long input = random.nextInt(600);
                long output = random.nextInt(60);
                hours.calls(minute, team, input, output);
                served.put(team, Hours.tokens(input, output));
            }
        }
        double in = served.values().stream().mapToLong(Quantities::promptTokens).sum() / 1_000.0;
        double out = served.values().stream().mapToLong(AllocationLawsTest::output).sum() / 100.0;
        served.forEach((team, mine) -> used.merge(team, minuteOf(mine, in, out), BigDecimal::add));
    }

    private static long output(Quantities served) {
        return served.tokens() - served.promptTokens();
    }

    private static BigDecimal minuteOf(Quantities mine, double in, double out) {
        double part = out > in ? output(mine) / 100.0 : mine.promptTokens() / 1_000.0;
        return BigDecimal.valueOf(part / Math.max(1, Math.max(in, out)));
    }

    /** The law that no digit is lost; false is what the negative control wants to see. */
    private static boolean addsUp(List<AllocatedRow> rows, Costs whole) {
        return FOUR.stream()
                .allMatch(cost -> rows.stream()
                        .map(row -> cost.apply(row.costs()))
                        .reduce(Usd.ZERO, Usd::plus)
                        .equals(cost.apply(whole)));
    }

    @Test
    void loseNoDigitOfAnyHour() {
        for (int i = 0; i < CASES; i++) {
            Case any = anyCase();
            List<AllocatedRow> rows = any.hours.rows();
            assertThat(addsUp(rows, any.costs)).as("case %d of seed %d, replay with -Dseed: %s", i, seed, rows)
                    .isTrue();
            assertThat(rows).as("seed %d", seed)
                    .allMatch(row -> FOUR.stream().noneMatch(cost -> cost.apply(row.costs()).amount().signum() < 0));
        }
    }

    @Test
    void giveEachTeamWhatItsMinutesSay() {
        for (int i = 0; i < CASES; i++) {
            Case any = anyCase();
            for (AllocatedRow row : any.hours.rows()) {
                BigDecimal minutes = any.minutesUsed.get(row.line());
                if (row.use() == AllocatedRow.Use.USED && minutes != null) {
                    BigDecimal whole = any.costs.list().amount();
                    BigDecimal expected = minutes.multiply(whole)
                            .divide(BigDecimal.valueOf(60), MathContext.DECIMAL128);
                    BigDecimal tolerance = whole.movePointLeft(12).add(new BigDecimal("0.0000000001"));
                    assertThat(row.costs().list().amount().subtract(expected).abs())
                            .as("case %d of seed %d: %s", i, seed, row)
                            .isLessThanOrEqualTo(tolerance);
                }
            }
        }
    }

    @Test
    void wouldNoticeALostDigitAndALostRow() {
        var costs = Costs.atList(Usd.of("21.18"));
        List<AllocatedRow> rows = new Hours().costs(costs).calls(0, "ads", 333, 0).calls(0, "search", 333, 0).rows();
        var digit = Costs.atList(Usd.of("0.0000000001"));
        AllocatedRow first = rows.getFirst();
        var changed = new ArrayList<>(rows);
        changed.set(0, new AllocatedRow(first.line(), first.use(), first.costs().plus(digit), first.basis(),
                first.method()));

        assertThat(addsUp(rows, costs)).isTrue();
        assertThat(Stream.of(changed, rows.subList(1, rows.size()))).noneMatch(wrong -> addsUp(wrong, costs));
    }
}
