package dev.tallystone.board.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.Use;
import dev.tallystone.board.options.Comparison;
import dev.tallystone.board.options.OptionTable;
import dev.tallystone.board.whatif.WhatIf.Replacement;
import dev.tallystone.invocation.Caveat;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.rule.Excess;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An hour of acme.one: in each of ten minutes a million tokens in, 3 $ on demand, and a unit at 24 $/h. */
class WhatIfPricerTest {

    private static final Instant END = Boards.NOON.plusSeconds(3_600);
    private static final Past PAST = past(Use.of("acme.one"), 1_000_000);
    private static final UnitCapacity HALF = new UnitCapacity("acme.one", 500_000, 1_000, "question");

    private static Past past(Use use, long input) {
        List<TallyRow> rows = IntStream.range(0, 10)
                .mapToObj(minute -> use.at(Boards.NOON.plusSeconds(60L * minute), input, 0))
                .toList();
        return new Boards().past(END, rows);
    }

    private static WhatIf question(PricingOption option, long units, Excess excess, String batchShare,
            Optional<Replacement> replacement) {
        return new WhatIf("acme.one", Optional.empty(), 60, option, units, Optional.of(HALF), Optional.of(excess),
                100_000, 10_000,
                new BigDecimal(batchShare), replacement);
    }

    private static WhatIf moved(String batchShare) {
        return question(PricingOption.ON_DEMAND, 1, Excess.SPILL, batchShare, Optional.empty());
    }

    private static WhatIfAnswer.Cost cost(WhatIf question) {
        WhatIfAnswer answer = WhatIfPricer.answer(PAST, question);
        assertThat(answer.refused()).isEmpty();
        return answer.cost().orElseThrow();
    }

    @Test
    void changesNothingWhenThePresentWayIsAsked() {
        WhatIfAnswer answer = WhatIfPricer.answer(PAST, WhatIf.asNow("acme.one", 60));
        OptionTable.Row board = Comparison.of(PAST, "acme.one", 60).getFirst().rows().getFirst();

        assertThat(answer.asBought()).isEqualTo(Usd.of("30"));
        assertThat(answer.cost().orElseThrow().saving()).isEqualTo(Usd.ZERO);
        assertThat(answer.cost().map(WhatIfAnswer.Cost::perHour)).contains(Usd.of("30")).isEqualTo(board.usdPerHour());
    }

    @Test
    void movesAShareToBatchAtHalfThePrice() {
        assertThat(cost(moved("0")).total()).isEqualTo(Usd.of("30"));
        assertThat(cost(moved("1")).total()).isEqualTo(Usd.of("15"));
        assertThat(cost(moved("1")).perUse()).isEqualTo(Usd.ZERO);
        assertThat(cost(moved("0.4")).batch()).as("4 of 10 million at 1.5").isEqualTo(Usd.of("6"));
        assertThat(cost(moved("0.4")).perUse()).as("6 of 10 million at 3").isEqualTo(Usd.of("18"));
        assertThat(cost(moved("0.4")).saving()).isEqualTo(Usd.of("6"));
    }

    /** Of one token in each minute half is none, and what is left is all of it. */
    @Test
    void losesNoTokenWhenAShareIsNotWhole() {
        WhatIfAnswer answer = WhatIfPricer.answer(past(Use.of("acme.one"), 1), moved("0.5"));

        assertThat(answer.cost().orElseThrow().total()).isEqualTo(Usd.of("0.00003"));
    }

    @Test
    void replacesAModelByItsTokensOfAnother() {
        var two = new Replacement("acme.two", new BigDecimal("1.3"));

        assertThat(cost(question(PricingOption.ON_DEMAND, 1, Excess.SPILL, "0", Optional.of(two))).total())
                .as("13 million at 1")
                .isEqualTo(Usd.of("13"));
    }

    @Test
    void spillsOrRefusesWhatUnitsDoNotServe() {
        WhatIfAnswer.Cost spilt = cost(question(PricingOption.PROVISIONED_NONE, 1, Excess.SPILL, "0",
                Optional.empty()));
        WhatIfAnswer throttled = WhatIfPricer.answer(PAST, question(PricingOption.PROVISIONED_NONE, 1,
                Excess.THROTTLE, "0", Optional.empty()));

        assertThat(spilt.committed()).isEqualTo(Usd.of("24"));
        assertThat(spilt.perUse()).as("half of 30").isEqualTo(Usd.of("15"));
        assertThat(spilt.saving()).isEqualTo(Usd.of("-9"));
        assertThat(throttled.cost().orElseThrow().total()).isEqualTo(Usd.of("24"));
        assertThat(throttled.use().orElseThrow().throttledRequests()).as("half of ten").isEqualTo(5);
    }

    @Test
    void refusesWhatIsNotSold() {
        assertThat(refusal(PAST, PricingOption.RESERVED_1MO)).containsExactly("no price by this option is known");
        assertThat(refusal(PAST, PricingOption.PRIORITY)).containsExactly("no price by this option is known");
        assertThat(refusal(past(Use.of("acme.one").region("eu-west-1"), 1), PricingOption.PROVISIONED_NONE))
                .containsExactly("no price by this option is known");
    }

    @Test
    void neverTakesAnUnknownQuantityForFree() {
        Past unknown = past(Use.of("acme.one").caveat(Caveat.QUANTITY_UNKNOWN), 0);

        assertThat(refusal(unknown, PricingOption.ON_DEMAND)).containsExactly("unknown quantity");
        assertThat(Comparison.of(unknown, "acme.one", 60).getFirst().rows().getFirst().usdPerHour()).isEmpty();
    }

    private static List<String> refusal(Past past, PricingOption option) {
        WhatIfAnswer answer = WhatIfPricer.answer(past, question(option, 1, Excess.SPILL, "0", Optional.empty()));
        assertThat(answer.cost()).isEmpty();
        return answer.refused();
    }

    @Test
    void refusesAQuestionThatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> moved("1.01")).withMessageContaining("not 1.01");
        assertThatIllegalArgumentException().isThrownBy(() -> WhatIf.asNow("acme.one", 1_441))
                .withMessageContaining("1,440");
        assertThatIllegalArgumentException().isThrownBy(() -> new Replacement("acme.two", BigDecimal.ZERO))
                .withMessageContaining("token_factor");
    }
}
