package dev.tallystone.board.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Use;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final Instant CHANGE = Boards.CHANGE;
    private static final Commitment OWNED = new Commitment("fraud", "123456789012", "us-west-2",
            "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/fraud", 2, PricingOption.PROVISIONED_1MO,
            Usd.of("21"), CHANGE.minusSeconds(1_800), Optional.empty());
    private static final Agreement EDP = new Agreement("edp", Optional.empty(), Optional.of("acme.two"),
            Optional.empty(), Optional.empty(), new PercentOff(new BigDecimal("12.5")), CHANGE, Instant.MAX,
            "contract 7");
    private static final Pattern PENCIL = Pattern.compile("= ([0-9,]+) \\w+ x \\$([0-9.]+) per 1M tokens");
    private static final Pattern LINE = Pattern.compile("(?m)^\\$([0-9.]+)  ");

    private static Explanation explain(Past past, UsedFilter filter) {
        return Explainer.of(past, "all models, to_date", new Span.ToDate(), filter);
    }

    private static UsedFilter boughtBy(Optional<Mode> mode, String team) {
        return new UsedFilter(Optional.empty(), Optional.empty(), mode, Optional.of(team));
    }

    private static Costs added(Explanation explanation) {
        Costs sum = explanation.lines().stream().map(Explanation.Line::costs).reduce(Costs.ZERO, Costs::plus);
        return explanation.standing().stream().map(Explanation.StandingLine::costs).reduce(sum, Costs::plus);
    }

    @Test
    void hasALineForEachPriceThatHeld() {
        Past past = new Boards().past(CHANGE.plusSeconds(60), List.of(
                Use.of("acme.one").at(CHANGE.minusSeconds(20), 1_000_000, 0),
                Use.of("acme.one").at(CHANGE.plusSeconds(20), 500_000, 100_000)));

        Explanation explanation = explain(past, UsedFilter.ALL);

        assertThat(explanation.total().usd()).as("3 and 2 and 1.5").isEqualTo(Usd.of("6.5"));
        assertThat(explanation.lines()).extracting(Explanation.Line::quantity, line -> line.costs().effective())
                .containsExactly(tuple(1_000_000L, Usd.of("3")),
                        tuple(500_000L, Usd.of("2")),
                        tuple(100_000L, Usd.of("1.5")));
        assertThat(explanation.lines().getFirst().because()).satisfies(because -> {
            assertThat(because.source()).isEqualTo("A page");
            assertThat(because.evidence()).isEqualTo("on_price_list");
            assertThat(because.rule()).contains("until 2026-10-15");
        });
    }

    @Test
    void saysWhatOneCosts() {
        Past past = new Boards().past(CHANGE, List.of(Use.of("acme.one").at(CHANGE.minusSeconds(40), 1_000_000, 0),
                Use.of("acme.one").outcome(Outcome.THROTTLED).at(CHANGE.minusSeconds(20), 0, 0)));

        assertThat(explain(past, UsedFilter.ALL).unitCosts()).isEqualTo(new UnitCosts(2, 1, 1_000_000,
                Optional.of(Usd.of("1.5")), Optional.of(Usd.of("3")), Optional.of(Usd.of("0.003")),
                Optional.of(Usd.of("3"))));
        assertThat(explain(new Boards().past(CHANGE, List.of()), UsedFilter.ALL).unitCosts().perRequest()).isEmpty();
    }

    @Test
    void namesWhatHasNoPriceAndLeavesItOut() {
        Past past = new Boards().past(CHANGE, List.of(Use.of("acme.half").at(CHANGE.minusSeconds(20), 7, 9)));

        Explanation explanation = explain(past, UsedFilter.ALL);

        assertThat(explanation.total().usd()).isEqualTo(Usd.ZERO);
        assertThat(explanation.lines()).isEmpty();
        assertThat(explanation.notPriced()).extracting(Explanation.NotPriced::measure, Explanation.NotPriced::quantity,
                Explanation.NotPriced::why)
                .containsExactly(tuple("input", 7L, "no price of output"),
                        tuple("output", 9L, "no price of output"));
    }

    @Test
    void chargesOwnedUnitsByTheStartedHourAndTheirTokensNot() {
        Past past = new Boards().commitments(OWNED)
                .past(CHANGE.plusSeconds(60), List.of(Use.of("acme.one").at(CHANGE.minusSeconds(1_800), 1_000_000, 0),
                        Use.of(OWNED.model()).at(CHANGE, 5, 0)));

        Explanation explanation = explain(past, UsedFilter.ALL);

        assertThat(explanation.total().usd()).as("3, and one started hour of two units").isEqualTo(Usd.of("45"));
        assertThat(explanation.standing()).singleElement()
                .satisfies(line -> assertThat(line.perHour()).isEqualTo(Usd.of("42")));
        assertThat(explanation.notPriced()).singleElement()
                .satisfies(tokens -> assertThat(tokens.why()).contains("paid by the hour"));
        assertThat(explain(past, UsedFilter.ofModel("acme.one")).standing()).isEmpty();
        assertThat(explain(past, boughtBy(Optional.empty(), "app")).standing()).isEmpty();
        assertThat(explain(past, boughtBy(Optional.empty(), "unallocated")).standing()).as("of nobody").hasSize(1);
        assertThat(explain(past, boughtBy(Optional.of(Mode.PROVISIONED), "unallocated")).standing()).hasSize(1);
        assertThat(explain(past, boughtBy(Optional.of(Mode.BATCH), "unallocated")).standing()).isEmpty();
    }

    @Test
    void saysWhichAgreementMadeAPrice() {
        Past past = new Boards().agreements(EDP)
                .past(CHANGE.plusSeconds(60), List.of(Use.of("acme.two").at(CHANGE, 1_000_000, 0)));

        assertThat(explain(past, UsedFilter.ALL).lines()).singleElement().satisfies(line -> {
            assertThat(line.costs()).isEqualTo(Costs.perUse(Usd.of("1"), Usd.of("0.875")));
            assertThat(line.contractedUnitPrice()).isEqualTo(Usd.of("0.875"));
            assertThat(line.because().agreement()).contains("edp: 12.5 % off (contract 7)");
        });
    }

    @Test
    void addsUpToItsTotalToTheLastDigitAndUnderAPencil() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Past past = new Boards().agreements(EDP)
                    .commitments(OWNED)
                    .past(CHANGE.plusSeconds(7_200), rows(random));

            Explanation explanation = explain(past, UsedFilter.ALL);

            assertThat(added(explanation)).as("seed %d, replay with -Dseed", seed)
                    .isEqualTo(explanation.total().costs());
            assertThat(pencil(ExplanationText.of(explanation)).add(
                    added(explanation).effective().amount().subtract(usageOf(explanation))))
                    .as("seed %d, replay with -Dseed", seed)
                    .isEqualByComparingTo(explanation.total().usd().amount());
        }
    }

    private static List<TallyRow> rows(Random random) {
        List<String> models = List.of("acme.one", "acme.two", "acme.half", "acme.unknown", OWNED.model());
        var rows = new ArrayList<TallyRow>();
        for (int i = 0; i < 40; i++) {
            rows.add(Use.of(models.get(random.nextInt(models.size())))
                    .promptTokens(random.nextInt(3) == 0 ? 250_000 : 0)
                    .tier(random.nextInt(4) == 0 ? "batch" : "")
                    .at(CHANGE.plusSeconds(random.nextInt(-5_000, 7_000)), random.nextInt(99_999),
                            random.nextInt(3) == 0 ? 0 : random.nextInt(9_999)));
        }
        return rows;
    }

    private static BigDecimal usageOf(Explanation explanation) {
        return explanation.lines()
                .stream()
                .map(line -> line.costs().effective().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the shown multiplications come to. */
    private static BigDecimal pencil(String text) {
        assertThat(LINE.matcher(text).results().count()).isGreaterThan(1);
        return PENCIL.matcher(text)
                .results()
                .map(shown -> new BigDecimal(shown.group(1).replace(",", "")).multiply(new BigDecimal(shown.group(2)))
                        .movePointLeft(6))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
