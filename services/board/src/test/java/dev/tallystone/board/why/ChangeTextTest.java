package dev.tallystone.board.why;

import static dev.tallystone.board.why.Calls.monday;
import static dev.tallystone.board.why.Calls.tuesday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.invocation.Measure;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTextTest {

    private static final Tariff PRICES = Tariff.usual();

    @Test
    void showsTheWaterfallWithItsReasons() {
        Change change = Waterfall.between(
                Calls.period(Calls.MONDAY, PRICES, List.of(Calls.of("one", 1_000).input(600_000_000)), "24"),
                Calls.period(Calls.TUESDAY, PRICES,
                        List.of(Calls.of("one", 1_500).input(900_000_000), Calls.of("unheard", 3).input(1)), "24"));

        assertThat(ChangeText.of(change, 2)).isEqualTo("""
            From 2026-11-17T00:00:00Z until 2026-11-18T00:00:00Z, compared with
              2026-11-16T00:00:00Z until 2026-11-17T00:00:00Z; UTC, effective cost in US
              dollars, at list, rounded to 2 decimals.

                                                                change              cost
            before                                                              1,224.00
            price                                                 0.00          1,224.00
            volume                                             +600.00          1,824.00
            model mix                                             0.00          1,824.00
            tokens per request                                    0.00          1,824.00
            cache                                                 0.00          1,824.00
            tier and routing                                      0.00          1,824.00
            context class                                         0.00          1,824.00
            retries and errors                                    0.00          1,824.00
            standing charges                                      0.00          1,824.00
            after                                              +600.00          1,824.00

            volume: successful requests rose from 1,000 to 1,500

            Callers                                             change              cost
            app                                                +600.00          1,800.00

            Teams                                               change              cost
            core                                               +600.00          1,800.00

            Action: app sent 1.5 times as many requests: they rose from 1,000 to 1,500
              (+600.00)

            Not compared, for want of a price:
              unheard: no price of input (requests: 0 before, 3 after)
            """);
    }

    @Test
    void addsUpWithALineOfRounding() {
        Calls small = Calls.of("one", 10).input(22_000);
        Change change = Waterfall.between(Calls.period(Calls.MONDAY, PRICES, List.of(small), "0"),
                Calls.period(Calls.TUESDAY, PRICES.with("one", "2.2"), List.of(small, small), "0.004"));

        // exactly 0.044, +0.0044, +0.0484, +0.004, 0.1008
        assertThat(ChangeText.of(change, 2))
                .contains("before                                                                  0.04\n")
                .contains("price                                                 0.00              0.04\n")
                .contains("volume                                               +0.05              0.09\n")
                .contains("rounding                                             +0.01              0.10\n")
                .contains("after                                                +0.06              0.10\n");
        assertThat(ChangeText.of(change, 4)).contains("rounded to 4 decimals")
                .doesNotContain("rounding  ")
                .contains("after                                              +0.0568            0.1008\n");
    }

    @Test
    void keepsWithinItsColumnsAndCleansWhatCallersWrote() {
        String hostile = "\u001b[31m" + "assumed-role/a-very-long-role".repeat(9);
        Change change = Waterfall.between(monday(PRICES), tuesday(PRICES, Calls.of("one", 1).input(7).by(hostile),
                Calls.of("arn:aws:bedrock:us-west-2:123456789012:imported-model/".repeat(3), 1)
                        .with(Measure.OUTPUT, 1)));

        String text = ChangeText.of(change, 12);

        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(text).contains("?[31massumed-role").doesNotContain("\u001b");
    }

    @Test
    void refusesMoreDecimalsThanStatesHave() {
        Change nothing = Waterfall.between(monday(PRICES), tuesday(PRICES));

        assertThatThrownBy(() -> ChangeText.of(nothing, 13)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("13")
                .hasMessageContaining("0 to 12");
        assertThat(ChangeText.of(nothing, 0)).contains("rounded to 0 decimals").contains("Action: none");
    }

    @Test
    void addsUpInEveryColumnWhateverTheAmounts() {
        var any = new AnyPeriods(Long.getLong("seed", System.nanoTime()));
        for (int i = 0; i < 300; i++) {
            String text = ChangeText.of(Waterfall.between(any.monday(), any.tuesday()), i % 4);
            assertThat(sumOfTerms(text)).as("%s%n%s", any, text).isEqualByComparingTo(last(line(text, "after"), 1));
        }
    }

    private static BigDecimal sumOfTerms(String text) {
        List<String> rows = text.lines().dropWhile(row -> !row.startsWith("before ")).skip(1).toList();
        return rows.stream()
                .takeWhile(row -> !row.startsWith("after "))
                .map(row -> last(row, 1))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String line(String text, String label) {
        return text.lines().filter(row -> row.startsWith(label + " ")).findFirst().orElseThrow();
    }

    private static BigDecimal last(String row, int fromTheRight) {
        String[] words = row.replace(",", "").split(" +", -1);
        return new BigDecimal(words[words.length - 1 - fromTheRight]);
    }
}
