package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.GUARDRAIL_CONTENT;
import static dev.tallystone.invocation.Measure.IMAGES;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Agreement.Fixed;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.Agreement.Terms;
import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Agreements as they change what calls cost: a million tokens in cost 3 $ at list, and out 15 $. */
class AgreementsTest {

    private static final PriceBook BOOK = BookOf.rows("usd: \"3\"", "measure: output, usd: \"15\"",
            "option: batch, usd: \"1.5\"", "option: provisioned_1mo, measure: model_unit, per: hour, usd: \"20\"",
            "option: reserved_1mo, measure: reserved_input, per: 1K TPM hour, usd: \"0.4\"",
            "model: acme.image, measure: images, per: image, usd: \"0.04\"",
            "model: amazon.bedrock-guardrails, measure: guardrail_content, per: 1K text units, usd: \"0.15\"");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Quantities MILLION_IN = Calls.counts(INPUT, 1_000_000);
    private static final PriceKey ONE = new PriceKey("acme.one", "us-east-1", Routing.IN_REGION, 0, "");

    private static Agreement agreement(String id, Terms terms, Optional<Seller> seller, Optional<String> model) {
        return new Agreement(id, seller, model, Optional.empty(), Optional.empty(), terms, FEBRUARY, MARCH, "paper");
    }

    private static Agreement off(String id, String percent, Optional<Seller> seller, Optional<String> model) {
        return agreement(id, new PercentOff(new BigDecimal(percent)), seller, model);
    }

    private static Agreement fixed(String usd, PricingOption option, String measure) {
        return new Agreement("fixed", Optional.empty(), Optional.of("acme.one"), Optional.of(option),
                Optional.of(measure), new Fixed(new BigDecimal(usd)), FEBRUARY, MARCH, "paper");
    }

    private static Pricer pricer(Agreement... agreements) {
        return new Pricer(BOOK, new ModelNames(List.of()), new Agreements(List.of(agreements)));
    }

    private static Costing charge(Pricer pricer, Calls calls, Quantities quantities, Instant at) {
        int epoch = pricer.epochOf(at.toEpochMilli());
        return pricer.charge(pricer.usage(calls.cell(), epoch), quantities, epoch);
    }

    private static Costing charge(Pricer pricer, String model, Quantities quantities) {
        return charge(pricer, Calls.of(model), quantities, FEBRUARY);
    }

    private static Costing costs(String list, String contracted) {
        return new Costing.Priced(Costs.perUse(Usd.of(list), Usd.of(contracted)), Usd.ZERO);
    }

    @Test
    void takeAPercentageOffEverythingWhereTheyNameNothing() {
        Pricer pricer = pricer(off("edp", "10", Optional.empty(), Optional.empty()));

        assertThat(charge(pricer, "acme.one", Calls.counts(INPUT, 1_000_000, OUTPUT, 1_000_000)))
                .isEqualTo(costs("18", "16.2"));
        assertThat(charge(pricer, "acme.image", Calls.counts(IMAGES, 10))).isEqualTo(costs("0.4", "0.36"));
    }

    @Test
    void holdFromTheirFirstMomentToJustBeforeTheirLast() {
        Pricer pricer = pricer(off("edp", "10", Optional.empty(), Optional.empty()));
        Calls calls = Calls.of("acme.one");

        assertThat(charge(pricer, calls, MILLION_IN, FEBRUARY.minusMillis(1))).isEqualTo(costs("3", "3"));
        assertThat(charge(pricer, calls, MILLION_IN, FEBRUARY)).isEqualTo(costs("3", "2.7"));
        assertThat(charge(pricer, calls, MILLION_IN, MARCH.minusMillis(1))).isEqualTo(costs("3", "2.7"));
        assertThat(charge(pricer, calls, MILLION_IN, MARCH)).as("at list again").isEqualTo(costs("3", "3"));
    }

    @Test
    void ofThoseThatCoverAPriceTheFirstListedHoldsAndNothingAddsUp() {
        Agreement all = off("all", "10", Optional.empty(), Optional.empty());
        Agreement one = off("one", "50", Optional.empty(), Optional.of("acme.one"));

        assertThat(charge(pricer(all, one), "acme.one", MILLION_IN)).isEqualTo(costs("3", "2.7"));
        assertThat(charge(pricer(one, all), "acme.one", MILLION_IN)).isEqualTo(costs("3", "1.5"));
        assertThat(charge(pricer(one, all), "acme.image", Calls.counts(IMAGES, 10))).isEqualTo(costs("0.4", "0.36"));
    }

    @Test
    void changeThePricesOfTheirSellerAlone() {
        Pricer aws = pricer(off("aws", "10", Optional.of(Seller.AWS), Optional.empty()));
        Pricer marketplace = pricer(off("mp", "10", Optional.of(Seller.MARKETPLACE), Optional.empty()));

        assertThat(charge(aws, "acme.one", MILLION_IN)).isEqualTo(costs("3", "2.7"));
        assertThat(charge(aws, "acme.image", Calls.counts(IMAGES, 10))).isEqualTo(costs("0.4", "0.4"));
        assertThat(charge(marketplace, "acme.one", MILLION_IN)).isEqualTo(costs("3", "3"));
        assertThat(charge(marketplace, "acme.image", Calls.counts(IMAGES, 10))).isEqualTo(costs("0.4", "0.36"));
    }

    /** Guardrails are sold by AWS, whoever sells the model that they guard. */
    @Test
    void leaveTheGuardrailsOfAnotherSellersModelAlone() {
        Quantities guarded = Calls.counts(IMAGES, 10, GUARDRAIL_CONTENT, 2_000);
        Pricer marketplace = pricer(off("mp", "10", Optional.of(Seller.MARKETPLACE), Optional.empty()));
        Pricer aws = pricer(off("aws", "10", Optional.of(Seller.AWS), Optional.empty()));
        Pricer image = pricer(off("image", "10", Optional.empty(), Optional.of("acme.image")));

        assertThat(charge(marketplace, "acme.image", guarded)).as("0.40 and 0.30").isEqualTo(costs("0.7", "0.66"));
        assertThat(charge(aws, "acme.image", guarded)).isEqualTo(costs("0.7", "0.67"));
        assertThat(charge(image, "acme.image", guarded)).isEqualTo(costs("0.7", "0.66"));
    }

    @Test
    void fixThePriceOfOneMeasureUnderOneOption() {
        Pricer pricer = pricer(fixed("0.000002", PricingOption.ON_DEMAND, "input"));

        assertThat(charge(pricer, "acme.one", Calls.counts(INPUT, 1_000_000, OUTPUT, 1_000_000)))
                .isEqualTo(costs("18", "17"));
        assertThat(charge(pricer, Calls.of("acme.one").tier("batch"), MILLION_IN, FEBRUARY))
                .isEqualTo(costs("1.5", "1.5"));
    }

    @Test
    void fixWhatIsPaidByTheHour() {
        Pricer pricer = pricer(fixed("12", PricingOption.PROVISIONED_1MO, "model_unit"),
                off("edp", "25", Optional.empty(), Optional.empty()));

        assertThat(pricer.unitHour(ONE, PricingOption.PROVISIONED_1MO, FEBRUARY)).contains(Usd.of("12"));
        assertThat(pricer.unitHour(ONE, PricingOption.PROVISIONED_1MO, MARCH)).contains(Usd.of("20"));
        assertThat(pricer.reservedStep(ONE, PricingOption.RESERVED_1MO, "reserved_input", FEBRUARY))
                .contains(Usd.of("0.3"));
        assertThat(pricer.reservedStep(ONE, PricingOption.RESERVED_1MO, "reserved_output", FEBRUARY)).isEmpty();
    }

    @Test
    void areNamedByThePriceThatTheyMade() {
        Pricer pricer = pricer(off("edp", "10", Optional.empty(), Optional.empty()));

        assertThat(pricer.pricesOf(ONE, PricingOption.ON_DEMAND, pricer.epochOf(FEBRUARY.toEpochMilli())))
                .extracting(price -> price.row().measure(), price -> price.agreement().map(Agreement::id).orElse(""))
                .containsExactly(tuple("input", "edp"),
                        tuple("output", "edp"));
        assertThat(pricer.pricesOf(ONE, PricingOption.ON_DEMAND, pricer.epochOf(MARCH.toEpochMilli())))
                .allSatisfy(price -> assertThat(price.agreement()).isEmpty());
    }

    private static Agreements entered(Agreement... agreements) {
        return new Agreements(List.of(agreements));
    }

    private static Agreement of(String id, String model, Instant from, Instant until) {
        return new Agreement(id, Optional.of(Seller.AWS), Optional.of(model).filter(named -> !named.isEmpty()),
                Optional.empty(), Optional.empty(), new PercentOff(BigDecimal.TEN), from, until, "annex B");
    }

    @Test
    void callPricesContractedOnlyWhileOneHolds() {
        Agreements one = entered(of("edp", "", FEBRUARY, MARCH));

        assertThat(Agreements.NONE.basis(FEBRUARY)).isEqualTo("at list");
        assertThat(one.basis(FEBRUARY.minusMillis(1))).isEqualTo("at list");
        assertThat(one.basis(FEBRUARY)).isEqualTo("contracted");
        assertThat(one.basis(MARCH)).isEqualTo("at list");
        assertThat(one.basis(MARCH.minusMillis(1), MARCH.plusSeconds(60))).isEqualTo("contracted");
        assertThat(one.basis(MARCH, MARCH.plusSeconds(60))).isEqualTo("at list");
    }

    @Test
    void warnFromThirtyDaysBeforeThePublicPriceComesBack() {
        Agreements one = entered(of("edp", "acme.one", FEBRUARY, MARCH));
        Instant notice = MARCH.minus(Duration.ofDays(30));

        assertThat(one.warnings(notice.minusMillis(1))).isEmpty();
        assertThat(one.warnings(notice)).containsExactly(
                "agreement edp (aws, acme.one: 10 % off; annex B) reverts to public price on 2026-03-01, in 30 days");
        assertThat(one.warnings(MARCH.minusMillis(1))).singleElement().asString().endsWith("in less than a day");
        assertThat(one.warnings(MARCH)).isEmpty();
    }

    @Test
    void doNotWarnWhereAnotherFollowsForAllThatTheFirstWasFor() {
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        Agreement first = of("edp", "acme.one", FEBRUARY, MARCH);

        assertThat(entered(first, of("next", "", MARCH, april)).warnings(MARCH.minusMillis(1))).isEmpty();
        assertThat(entered(first, of("other", "acme.two", MARCH, april)).warnings(MARCH.minusMillis(1))).hasSize(1);
        assertThat(entered(first, of("late", "", MARCH.plusMillis(1), april)).warnings(MARCH.minusMillis(1)))
                .hasSize(1);
        assertThat(entered(first, of("too", "acme.one", FEBRUARY.plusMillis(1), MARCH)).warnings(MARCH.minusMillis(1)))
                .as("both end at once")
                .hasSize(2);
    }

    @Test
    void refuseTwoOfOneIdAndMoreThanHaveASeriesEach() {
        Agreement one = of("edp", "", FEBRUARY, MARCH);

        assertThatIllegalArgumentException().isThrownBy(() -> entered(one, one)).withMessageContaining("'edp' twice");
        assertThatIllegalArgumentException().isThrownBy(() -> new Agreements(Collections.nCopies(201, one)))
                .withMessageContaining("200 at most, not 201");
    }
}
