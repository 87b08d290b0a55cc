package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.Eligibility.Refused;
import dev.tallystone.pricing.Eligibility.Sold;
import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * acme.old ends on 14 October 2026; acme.legacy is legacy from 15 June, in Ireland in extended access from 3 June, and
 * ends with the year; acme.one has flex and batch prices, but is not sold so from July.
 */
class EligibilityTest {

    private static final String UNIT = "option: provisioned_1mo, measure: model_unit, per: hour, usd: \"20\"";
    private static final PriceBook BOOK = BookOf.rows("usd: \"3\"", "option: flex, usd: \"2\"", UNIT,
            "option: batch, usd: \"1.5\"", "model: acme.old, usd: \"3\"", "model: acme.old, option: batch, usd: \"3\"",
            "model: acme.legacy, usd: \"3\"", "model: acme.legacy, " + UNIT,
            "model: acme.image, option: reserved_3mo, measure: reserved_output, per: 1K TPM hour, usd: \"1\"");
    private static final Instant MAY = Instant.parse("2026-05-15T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-15T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    private final Eligibility eligibility = new Eligibility(BOOK);

    private Eligibility.Verdict of(String model, String region, PricingOption option, boolean custom, Instant at) {
        return eligibility.of(new PriceKey(model, region, Routing.IN_REGION, 0, ""), option, custom, at);
    }

    private Eligibility.Verdict of(String model, PricingOption option, Instant at) {
        return of(model, "us-east-1", option, false, at);
    }

    @Test
    void isSoldWhereARowHasAPriceAndNothingSpeaksAgainstIt() {
        assertThat(of("acme.one", PricingOption.ON_DEMAND, MAY)).isEqualTo(new Sold());
        assertThat(of("acme.one", PricingOption.PROVISIONED_1MO, MAY)).isEqualTo(new Sold());
        assertThat(of("acme.image", PricingOption.RESERVED_3MO, MAY)).as("one direction has a price")
                .isEqualTo(new Sold());
    }

    @Test
    void refusesWhatHasNoPriceAndNeverSaysSinceWhen() {
        assertThat(of("acme.one", PricingOption.PRIORITY, MAY))
                .isEqualTo(new Refused("no price by this option is known", Optional.empty()));
        assertThat(of("acme.one", PricingOption.RESERVED_1MO, MAY))
                .isEqualTo(new Refused("no price by this option is known", Optional.empty()));
        assertThat(of("acme.one", PricingOption.PROVISIONED_6MO, MAY))
                .isEqualTo(new Refused("no price by this option is known", Optional.empty()));
    }

    @Test
    void refusesACustomModelEverythingButUnits() {
        assertThat(of("acme.one", "us-east-1", PricingOption.ON_DEMAND, true, MAY))
                .isEqualTo(new Refused("a custom model is sold by the unit alone", Optional.empty()));
        assertThat(of("acme.image", "us-east-1", PricingOption.RESERVED_3MO, true, MAY)).isInstanceOf(Refused.class);
        assertThat(of("acme.one", "us-east-1", PricingOption.PROVISIONED_1MO, true, MAY)).isEqualTo(new Sold());
    }

    @Test
    void refusesEveryOptionFromTheEndOfLifeOn() {
        Instant end = Instant.parse("2026-10-14T00:00:00Z");

        assertThat(of("acme.old", PricingOption.ON_DEMAND, end.minusMillis(1))).isEqualTo(new Sold());
        assertThat(of("acme.old", PricingOption.ON_DEMAND, end))
                .isEqualTo(new Refused("end of life (A page, 2026-10-01)", Optional.of(end)));
    }

    @Test
    void sellsTheTokensOfALegacyModelButNoUnits() {
        assertThat(of("acme.legacy", PricingOption.PROVISIONED_1MO, MAY)).isEqualTo(new Sold());
        assertThat(of("acme.legacy", PricingOption.PROVISIONED_1MO, JUNE)).isEqualTo(
                new Refused("no new units of a model in legacy (A page, 2026-10-01)", Optional.of(JUNE)));
        assertThat(of("acme.legacy", PricingOption.ON_DEMAND, JUNE)).isEqualTo(new Sold());
    }

    @Test
    void letsTheStepOfARegionOutweighThatOfAll() {
        assertThat(of("acme.legacy", "eu-west-1", PricingOption.PROVISIONED_1MO, false, JULY)).isEqualTo(
                new Refused("no new units of a model in extended access (A page, 2026-10-01)",
                        Optional.of(Instant.parse("2026-06-03T00:00:00Z"))));
        assertThat(of("acme.legacy", "us-east-1", PricingOption.ON_DEMAND, false, NEW_YEAR))
                .isInstanceOf(Refused.class);
    }

    @Test
    void refusesWhatIsNotSoldThoughItHasAPrice() {
        assertThat(of("acme.one", PricingOption.FLEX, JULY.minusMillis(1))).isEqualTo(new Sold());
        assertThat(of("acme.one", PricingOption.FLEX, JULY))
                .isEqualTo(new Refused("no longer sold (A page, 2026-10-01)", Optional.of(JULY)));
        assertThat(of("acme.legacy", "us-west-2", PricingOption.PROVISIONED_1MO, false, MAY))
                .isInstanceOf(Refused.class);
    }

    /** Of several reasons the one that nothing can change comes first. */
    @Test
    void givesTheFirstReasonThatHolds() {
        assertThat(of("acme.old", "us-east-1", PricingOption.BATCH, true, NEW_YEAR))
                .extracting(verdict -> ((Refused) verdict).why())
                .isEqualTo("a custom model is sold by the unit alone");
        assertThat(of("acme.old", PricingOption.BATCH, NEW_YEAR))
                .extracting(verdict -> ((Refused) verdict).why())
                .isEqualTo("end of life (A page, 2026-10-01)");
        assertThat(of("acme.old", PricingOption.BATCH, MAY))
                .extracting(verdict -> ((Refused) verdict).why())
                .isEqualTo("never sold (A page, 2026-10-01)");
    }

    @Test
    void saysItInOneSentence() {
        assertThat(new Refused("no price by this option is known", Optional.empty()).sentence())
                .isEqualTo("no price by this option is known");
        assertThat(new Refused("end of life", Optional.of(JUNE)).sentence())
                .isEqualTo("cannot be bought since 2026-06-15: end of life");
    }

    @Test
    void isNoMatterForWhatWasBoughtAllTheSame() {
        var pricer = new Pricer(BOOK, new ModelNames(List.of()));
        int epoch = pricer.epochOf(JULY.toEpochMilli());
        Usage flex = pricer.usage(Calls.of("acme.one").tier("flex").cell(), epoch);
        var million = Calls.counts(Measure.INPUT, 1_000_000);

        assertThat(pricer.charge(flex, million, epoch)).isEqualTo(new Costing.Priced(Usd.of("2")));
        assertThat(pricer.quote(flex, PricingOption.FLEX, million, epoch)).isEqualTo(new Costing.Unpriced(
                List.of("cannot be bought since 2026-07-01: no longer sold (A page, 2026-10-01)")));
        assertThat(pricer.quote(flex, PricingOption.FLEX, Calls.counts(Measure.LATENCY_MS, 9), epoch))
                .as("of what costs nothing, nothing is refused")
                .isEqualTo(new Costing.Priced(Usd.ZERO));
    }
}
