package dev.tallystone.pricing.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.ModelNames;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.rule.ReservedTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** List by the shipped book, the rest by the stated price. */
class StandingCostsTest {

    private static final String HAIKU = "anthropic.claude-haiku-4-5-20251001-v1:0";
    private static final String ARN = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/abc";
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant AN_HOUR_LATER = NOVEMBER.plusSeconds(3_600);

    private final StandingCosts costs = new StandingCosts(new Pricer(PriceBookReader.shipped(), new ModelNames(
            List.of(new ModelAlias(ARN, "meta.llama3-1-70b-instruct-v1:0", Routing.IN_REGION, Instant.EPOCH,
                    Instant.MAX)))));

    private Costs anHour(StandingCharge charge) {
        return costs.accrued(charge, NOVEMBER, AN_HOUR_LATER);
    }

    private static Commitment unit(String region) {
        return new Commitment("fraud", "123456789012", region, ARN, 2, PricingOption.PROVISIONED_1MO, Usd.of("20"),
                NOVEMBER, Optional.empty());
    }

    @Test
    void takesTheUnitHourOfTheModelBehindTheArn() {
        assertThat(anHour(unit("us-west-2")))
                .isEqualTo(new Costs(Usd.of("42.36"), Usd.of("40"), Usd.of("40"), Usd.of("40"))); // 2 of 21.18
        assertThat(costs.perHour(unit("us-west-2"), NOVEMBER).list()).isEqualTo(Usd.of("42.36"));
    }

    @Test
    void takesTheStatedPriceForTheListWhereThatHasNone() {
        assertThat(anHour(unit("eu-central-2"))).isEqualTo(Costs.atList(Usd.of("40")));
    }

    @Test
    void takesTheRoutingOfAReservedBlockFromItsModel() {
        var tokens = new ReservedTokens(Usd.of("0.01"), Usd.of("0.33"), 100_000, 10_000);
        Usd inRegion = anHour(new ReservedBlock(Holdings.running(HAIKU, "2026-11-01T00:00:00Z"),
                PricingOption.RESERVED_1MO, tokens, true)).list();
        Usd global = anHour(new ReservedBlock(Holdings.running("global." + HAIKU, "2026-11-01T00:00:00Z"),
                PricingOption.RESERVED_1MO, tokens, true)).list();

        assertThat(inRegion).isEqualTo(Usd.of("9.9")); // 100 of 0.066 and 10 of 0.33
        assertThat(global).isEqualTo(Usd.of("9")); // 100 of 0.06 and 10 of 0.30
    }

    @Test
    void takesAMonthOfStorageFromTheList() {
        var kept = new ModelStorage(Holdings.running("arn", "2026-11-01T00:00:00Z"), Usd.of("1"));

        assertThat(costs.accrued(kept, NOVEMBER, Instant.parse("2026-12-01T00:00:00Z")))
                .isEqualTo(new Costs(Usd.of("1.95"), Usd.of("1"), Usd.of("1"), Usd.of("1")));
    }

    /** The book's price of an import unit fell from 0.0785 to 0.05718 a minute on 24 July. */
    @Test
    void takesEachTimesListPrice() {
        var imported = new ImportUnits(Holdings.running("arn", "2026-07-01T00:00:00Z"), "v1", 1, Usd.of("0.05"));
        Instant change = Instant.parse("2026-07-24T00:00:00Z");

        Costs around = costs.accrued(imported, change.minusSeconds(3_600), change.plusSeconds(3_600));

        assertThat(around.list()).isEqualTo(Usd.of("8.1408")); // 60 of each
        assertThat(around.effective()).isEqualTo(Usd.of("6"));
    }
}
