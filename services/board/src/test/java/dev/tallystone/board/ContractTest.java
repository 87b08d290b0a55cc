package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.explain.Explainer;
import dev.tallystone.board.explain.ExplanationText;
import dev.tallystone.board.whatif.WhatIf;
import dev.tallystone.board.whatif.WhatIfPricer;
import dev.tallystone.board.whatif.WhatIfText;
import dev.tallystone.board.why.ChangeText;
import dev.tallystone.board.why.Periods;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Seller;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By whose prices money goes, said wherever it is told. An agreement of 10 % holds until five days after noon. */
class ContractTest {

    private static final Instant END = Boards.NOON.plusSeconds(5 * 86_400);
    private static final List<TallyRow> CALLS = List.of(Use.of("acme.one").at(Boards.NOON.minusSeconds(170), 1_000, 0),
            Use.of("acme.one").at(Boards.NOON.minusSeconds(50), 1_000, 0));
    private static final String WARNING = "agreement edp (aws: 10 % off; annex B) reverts to public price on 2026-10-15T12:00:00Z, in 5 days";

    private static Agreement edp(Instant from, Instant until) {
        return new Agreement("edp", Optional.of(Seller.AWS), Optional.empty(), Optional.empty(), Optional.empty(),
                new PercentOff(new BigDecimal("10")), from, until, "annex B");
    }

    private static Boards agreed() {
        return new Boards().agreements(edp(Boards.LONG_AGO, END));
    }

    @Test
    void isAtListWithoutAnAgreement() {
        Contract contract = new Boards().board(Boards.NOON).contract();

        assertThat(contract.basis()).isEqualTo("at list");
        assertThat(contract.basisOfMonth()).isEqualTo("at list");
        assertThat(contract.told()).isEqualTo("at list: no agreement is entered");
        assertThat(contract.agreements()).isEmpty();
        assertThat(contract.warnings()).isEmpty();
    }

    @Test
    void isContractedWhileAnAgreementHoldsAndWarnsOfItsEnd() {
        Contract contract = agreed().board(Boards.NOON).contract();

        assertThat(contract.basis()).isEqualTo("contracted");
        assertThat(contract.told()).isEqualTo("contracted: edp (10 % off)");
        assertThat(contract.agreements()).containsExactly(new Contract.Line("edp", "aws", "all", "aws", "10 % off",
                "annex B", Boards.LONG_AGO, END, true, false));
        assertThat(contract.warnings()).containsExactly(WARNING);
    }

    @Test
    void isAtListAgainOnceItIsOverThoughAPartOfTheMonthWasNot() {
        Contract contract = agreed().board(END).contract();

        assertThat(contract.basis()).isEqualTo("at list");
        assertThat(contract.basisOfMonth()).isEqualTo("contracted");
        assertThat(contract.told()).isEqualTo("at list: no agreement holds at that time");
    }

    @Test
    void isAPartOfWhatIsSigned() {
        assertThat(agreed().board(Boards.NOON).identity().digest())
                .isNotEqualTo(new Boards().board(Boards.NOON).identity().digest());
    }

    @Test
    void isSaidInEveryAnswer() {
        Past list = new Boards().past(Boards.NOON, CALLS);
        Past contracted = agreed().past(Boards.NOON, CALLS);

        assertThat(explained(list)).contains("money is at list: no agreement is entered").doesNotContain("reverts");
        assertThat(explained(contracted)).contains("money is contracted: edp (10 % off)", WARNING);
        assertThat(whatIf(list)).contains("money is at list: no agreement is entered").doesNotContain("reverts");
        assertThat(whatIf(contracted)).contains("money is contracted: edp (10 % off)", WARNING);
        assertThat(why(list)).contains("at list").doesNotContain("contracted");
        assertThat(why(contracted)).contains("contracted").doesNotContain("at list");
    }

    private static String explained(Past past) {
        return ExplanationText.of(Explainer.of(past, "all", new Span.Rolling(Window.FIVE_MINUTES), UsedFilter.ALL));
    }

    private static String whatIf(Past past) {
        return WhatIfText.of(WhatIfPricer.answer(past, new WhatIf("acme.one", Optional.empty(), 2,
                PricingOption.BATCH, 1, Optional.empty(), Optional.empty(), 0, 0, BigDecimal.ZERO, Optional.empty())));
    }

    private static String why(Past past) {
        return ChangeText.of(Periods.between(past, Optional.of("1m"), Optional.empty()), 2);
    }
}
