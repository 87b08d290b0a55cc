package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void addsWhatIsPricedAndKeepsWhyTheRestIsNot() {
        Money money = Money.NONE.plus(new Costing.Priced(Usd.of("2")))
                .plus(new Costing.Unpriced(List.of("no price of output")))
                .plus(new Costing.Priced(Usd.of("0.50")))
                .plus(new Costing.Unpriced(List.of("no price of output")));

        assertThat(money.usd()).isEqualTo(Usd.of("2.5"));
        assertThat(money.unpriced()).containsExactly("no price of output");
    }

    @Test
    void givesReasonsInOneOrderOnEveryReplica() {
        var money = new Money(Costs.atList(Usd.ZERO), Usd.ZERO, Set.of("e", "b", "d", "a", "c"));

        assertThat(money.unpriced()).as("a hash set's order differs from process to process")
                .containsExactly("a", "b", "c", "d", "e");
    }
}
