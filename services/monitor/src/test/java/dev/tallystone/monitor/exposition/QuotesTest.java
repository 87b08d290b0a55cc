package dev.tallystone.monitor.exposition;

import static dev.tallystone.pricing.Mode.FLEX;
import static dev.tallystone.pricing.Mode.ON_DEMAND;
import static dev.tallystone.pricing.PricingOption.BATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tallystone.board.Board.ModelLine;
import dev.tallystone.board.Money;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one model's work would cost in a Region, of lines by the way they are bought now. */
class QuotesTest {

    private static final Quantities WORK = Quantities.of(Measure.INPUT, 1_000);
    private static final Quantities THROTTLED = Quantities.of(Measure.REQUESTS, 5);

    private static ModelLine line(String region, Mode mode, Quantities lastFive, Map<PricingOption, Usd> quotes) {
        return new ModelLine("m", "M", "text", region, mode, Quantities.NONE, lastFive, Money.NONE, quotes, Map.of(),
                Money.NONE, Money.NONE, Quantities.NONE, Map.of());
    }

    private static Map<PricingOption, Usd> onDemandAndBatch(String onDemand, String batch) {
        return Map.of(PricingOption.ON_DEMAND, Usd.of(onDemand), BATCH, Usd.of(batch));
    }

    @Test
    void addUpHoweverTheWorkIsBoughtAndRegionByRegion() {
        assertThat(Quotes.of(List.of(line("a", ON_DEMAND, WORK, onDemandAndBatch("4", "2")),
                line("a", FLEX, WORK, onDemandAndBatch("10", "5")), line("b", FLEX, WORK, onDemandAndBatch("1", "1")))))
                .extracting(Quotes::region, Quotes::option, Quotes::usdPerHour)
                .containsExactlyInAnyOrder(tuple("a", PricingOption.ON_DEMAND, Usd.of("14")),
                        tuple("a", BATCH, Usd.of("7")), tuple("b", PricingOption.ON_DEMAND, Usd.of("1")),
                        tuple("b", BATCH, Usd.of("1")));
    }

    @Test
    void leaveAnOptionOutThatAPartOfTheWorkCannotBeBoughtBy() {
        assertThat(Quotes.of(List.of(line("a", ON_DEMAND, WORK, onDemandAndBatch("4", "2")),
                line("a", FLEX, WORK, Map.of(PricingOption.ON_DEMAND, Usd.of("10"))))))
                .extracting(Quotes::option, Quotes::usdPerHour)
                .containsExactly(tuple(PricingOption.ON_DEMAND, Usd.of("14")));
    }

    @Test
    void askNothingOfALineThatCostsNothingNow() {
        assertThat(Quotes.of(List.of(line("a", ON_DEMAND, WORK, onDemandAndBatch("4", "2")),
                line("a", FLEX, THROTTLED, Map.of())))).extracting(Quotes::option, Quotes::usdPerHour)
                .containsExactlyInAnyOrder(tuple(PricingOption.ON_DEMAND, Usd.of("4")), tuple(BATCH, Usd.of("2")));
    }
}
