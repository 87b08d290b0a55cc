package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.Board.Owned;
import dev.tallystone.board.Board.TeamLine;
import dev.tallystone.board.explain.Explainer;
import dev.tallystone.board.explain.Explanation;
import dev.tallystone.board.explain.Explanation.StandingLine;
import dev.tallystone.board.explain.ExplanationText;
import dev.tallystone.board.whatif.WhatIf;
import dev.tallystone.board.whatif.WhatIfAnswer;
import dev.tallystone.board.whatif.WhatIfPricer;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.rule.Excess;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.Holding;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.Renewal;
import dev.tallystone.pricing.standing.ReservedBlock;
import dev.tallystone.pricing.standing.StandingKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What accrues by the calendar. A unit for 20 $/h, 24 in the list, and a Reserved block for 1.20 $/h, which the list
 * does not sell. The block's October, 744 h, is billed on the first.
 */
class StandingTest {

    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final Commitment UNIT = unit(Optional.empty());
    private static final ReservedBlock BLOCK = new ReservedBlock(new Holding("chat", "123456789012", "us-west-2",
            "acme.two", "search", OCTOBER, Optional.empty(), "contract 4711"), PricingOption.RESERVED_1MO,
            new ReservedTokens(Usd.of("0.01"), Usd.of("0.02"), 100_000, 10_000), true);

    private static Commitment unit(Optional<Excess> excess) {
        return new Commitment(new Holding("one", "123456789012", "us-west-2", "acme.one", "", Boards.LONG_AGO,
                Optional.empty(), ""), 1, PricingOption.PROVISIONED_NONE, Usd.of("20"), false, excess);
    }

    private static Costs costs(String list, String stated, String billed) {
        return new Costs(Usd.of(list), Usd.of(stated), Usd.of(stated), Usd.of(billed));
    }

    private final Board board = new Boards().commitments(UNIT, BLOCK).board(Boards.NOON);

    @Test
    void hasFourCostsTodayAndThisMonth() {
        assertThat(board.today().costs()).as("12 h").isEqualTo(costs("302.4", "254.4", "240"));
        assertThat(board.thisMonth().costs()).as("228 h").isEqualTo(costs("5745.6", "4833.6", "5452.8"));
    }

    @Test
    void burnsByTheHourWhateverIsBilled() {
        assertThat(board.burn().standing()).isEqualTo(costs("25.2", "21.2", "21.2"));
        assertThat(board.burn().usdPerHour()).isEqualTo(Usd.of("21.2"));
    }

    @Test
    void hasALineWithOwnerAndNextRenewal() {
        assertThat(board.commitments()).hasSize(2).last().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(StandingKind.RESERVED);
            assertThat(line.owner()).isEqualTo("search");
            assertThat(line.amount()).isEqualTo("100,000 tokens in and 10,000 out a minute");
            assertThat(line.nextRenewal()).contains(new Renewal(Instant.parse("2026-11-01T00:00:00Z"), true));
            assertThat(line.thisMonth()).isEqualTo(costs("273.6", "273.6", "892.8"));
        });
        assertThat(board.commitments().getFirst().nextRenewal()).isEmpty();
    }

    /** The unit is nobody's, the block is of search, and search and ads call. */
    @Test
    void standsApartFromWhatATeamsCallsCost() {
        Board called = new Boards().commitments(UNIT, BLOCK)
                .board(Boards.NOON, Use.of("acme.one").team("ads").at(Boards.NOON.minusSeconds(60), 1_000_000, 0));

        assertThat(called.teams()).extracting(TeamLine::team, line -> line.today().usd(), TeamLine::standing)
                .containsExactlyInAnyOrder(tuple("ads", Usd.of("3"), Owned.NOTHING),
                        tuple("search", Usd.ZERO,
                                new Owned(costs("1.2", "1.2", "1.2"), costs("14.4", "14.4", "0"),
                                        costs("273.6", "273.6", "892.8"))),
                        tuple("unallocated", Usd.ZERO,
                                new Owned(costs("24", "20", "20"), costs("288", "240", "240"),
                                        costs("5472", "4560", "4560"))));
    }

    @Test
    void hasNoTeamLineOfWhatCostNothingThisMonth() {
        var over = new ModelStorage(new Holding("old", "123456789012", "us-west-2", "acme.one", "video",
                Boards.LONG_AGO, Optional.of(OCTOBER), ""), Usd.of("5"));

        assertThat(new Boards().commitments(over).board(Boards.NOON).teams()).isEmpty();
    }

    @Test
    void keepsTheLineOfAnOwnerWhereThereAreTooManyTeams() {
        Board crowded = new Boards().commitments(BLOCK)
                .maxTeams(2)
                .board(Boards.NOON, Use.of("acme.one").team("a").at(Boards.LONG_AGO, 1, 0),
                        Use.of("acme.one").team("b").at(Boards.LONG_AGO.plusSeconds(10), 1, 0));

        assertThat(crowded.teams()).extracting(TeamLine::team).containsExactlyInAnyOrder("search", "a", "other");
    }

    @Test
    void explainsItselfWithAllItsCosts() {
        Explanation explanation = explain(Optional.empty());

        assertThat(explanation.standing()).extracting(StandingLine::id).containsExactly("one", "chat");
        assertThat(explanation.standing().getLast().costs()).isEqualTo(costs("14.4", "14.4", "0"));
        assertThat(explanation.total().costs()).isEqualTo(costs("305.4", "257.4", "243"));
        assertThat(ExplanationText.of(explanation)).contains("$240  acme.one, us-west-2, commitment one",
                "  = 1 unit of provisioned_none at $20 an hour together, for every started hour, used or not; "
                        + "contracted, $288 at list",
                """
                    $14.4  acme.two, us-west-2, commitment chat
                      = 100,000 tokens in and 10,000 out a minute of reserved_1mo at $1.2 an hour together, \
                    billed when a month begins, used or not
                      owner: search; source: contract 4711
                    """);
    }

    @Test
    void isExplainedOnlyForTheModelThatIsAskedFor() {
        assertThat(explain(Optional.of("acme.two")).standing()).extracting(StandingLine::id).containsExactly("chat");
    }

    private static Explanation explain(Optional<String> model) {
        BoardState state = new Boards().commitments(UNIT, BLOCK).state();
        state.merge(List.of(Use.of("acme.one").at(OCTOBER, 1_000_000, 0),
                Use.of("acme.one").at(Boards.NOON.minusSeconds(60), 1_000_000, 0)));
        state.board(Boards.NOON, Boards.trust(Boards.LONG_AGO));
        return Explainer.of(state.past(), "today",
                new Span.Days(LocalDate.parse("2026-10-10"), LocalDate.parse("2026-10-11")),
                new UsedFilter(model, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** A minute of two million tokens, of which a unit serves one; a million on demand costs 3. */
    @Test
    void saysWhatCallersDoAboveItsUnitsWhenAWhatIfDoesNot() {
        assertThat(overflow(Optional.empty(), Optional.empty())).isEqualTo(Usd.of("3"));
        assertThat(overflow(Optional.of(Excess.SPILL), Optional.empty())).isEqualTo(Usd.of("3"));
        assertThat(overflow(Optional.of(Excess.THROTTLE), Optional.empty())).isEqualTo(Usd.ZERO);
        assertThat(overflow(Optional.of(Excess.THROTTLE), Optional.of(Excess.SPILL))).isEqualTo(Usd.of("3"));
    }

    private static Usd overflow(Optional<Excess> stated, Optional<Excess> asked) {
        BoardState state = new Boards().commitments(unit(stated))
                .capacities(new UnitCapacity("acme.one", 1_000_000, 1_000_000, "contract"))
                .state();
        state.merge(List.of(Use.of("acme.one").at(Boards.NOON.minusSeconds(60), 2_000_000, 0)));
        state.board(Boards.NOON, Boards.trust(Boards.LONG_AGO));
        WhatIfAnswer answer = WhatIfPricer.answer(state.past(), new WhatIf("acme.one", Optional.empty(), 1,
                PricingOption.PROVISIONED_NONE, 1, Optional.empty(), asked, 0, 0, BigDecimal.ZERO, Optional.empty()));
        return answer.cost().orElseThrow().perUse();
    }
}
