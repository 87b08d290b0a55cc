package dev.tallystone.recommendation.provisioned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.recommendation.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnedUnitsTest {

    private static final Subject FRAUD = new Subject("123456789012", "us-west-2", "arn:fraud");
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private static Commitment owned(String account, String region, String model, PricingOption term,
            Optional<Instant> end) {
        return new Commitment("fraud", account, region, model, 2, term, Usd.of("20"), START, end);
    }

    private static OwnedUnits at(String time, PricingOption term, Optional<Instant> end) {
        return OwnedUnits.of(List.of(owned(FRAUD.account(), FRAUD.region(), FRAUD.model(), term, end)), FRAUD,
                Instant.parse(time));
    }

    @Test
    void countsOnlyWhatIsOwnedForTheModelInItsAccountAndRegion() {
        PricingOption term = PricingOption.PROVISIONED_NONE;
        List<Commitment> all = List.of(owned(FRAUD.account(), FRAUD.region(), FRAUD.model(), term, Optional.empty()),
                owned("999999999999", FRAUD.region(), FRAUD.model(), term, Optional.empty()),
                owned(FRAUD.account(), "us-east-1", FRAUD.model(), term, Optional.empty()),
                owned(FRAUD.account(), FRAUD.region(), "arn:other", term, Optional.empty()));

        OwnedUnits owned = OwnedUnits.of(all, FRAUD, START);

        assertThat(owned.units()).isEqualTo(2);
        assertThat(owned.perHour()).isEqualTo(Usd.of("40"));
        assertThat(OwnedUnits.of(all, FRAUD, START.minusMillis(1)).units()).as("not yet").isZero();
    }

    /** AWS renews a commitment by itself, so it binds again; months are those of the calendar. */
    @ParameterizedTest
    @CsvSource({"PROVISIONED_1MO, 2026-01-31T12:00:00Z, 2026-02-28",
            "PROVISIONED_1MO, 2026-02-28T11:59:59Z, 2026-02-28",
            "PROVISIONED_1MO, 2026-02-28T12:00:00Z, 2026-03-31", "PROVISIONED_6MO, 2026-02-28T12:00:00Z, 2026-07-31",
            "PROVISIONED_6MO, 2026-07-31T12:00:00Z, 2027-01-31"})
    void bindsUntilTheEndOfTheRunningTerm(PricingOption term, String now, String end) {
        assertThat(at(now, term, Optional.empty()).bindings())
                .containsExactly("2 owned (contract fraud) cannot be given back before %s: not in the saving"
                        .formatted(end));
        assertThat(at(now, term, Optional.empty()).bound().units()).isEqualTo(2);
    }

    @Test
    void bindsNoLongerThanTheContract() {
        Optional<Instant> end = Optional.of(Instant.parse("2026-02-10T00:00:00Z"));

        assertThat(at("2026-02-01T00:00:00Z", PricingOption.PROVISIONED_1MO, end).bindings()).singleElement()
                .asString()
                .contains("before 2026-02-10");
        assertThat(at("2026-02-10T00:00:00Z", PricingOption.PROVISIONED_1MO, end).units()).as("ended").isZero();
    }

    @Test
    void bindsNothingWithoutACommitment() {
        OwnedUnits free = at("2026-02-01T00:00:00Z", PricingOption.PROVISIONED_NONE, Optional.empty());

        assertThat(free.bound().units()).isZero();
        assertThat(free.bindings()).isEmpty();
    }

    @Test
    void costsWhatIsOwnedAndWhatIsBoughtBesideIt() {
        OwnedUnits bound = at("2026-02-01T00:00:00Z", PricingOption.PROVISIONED_1MO, Optional.empty());
        OwnedUnits free = at("2026-02-01T00:00:00Z", PricingOption.PROVISIONED_NONE, Optional.empty());

        assertThat(bound.perHourWith(2, Usd.of("24"))).isEqualTo(Usd.of("40"));
        assertThat(bound.perHourWith(3, Usd.of("24"))).isEqualTo(Usd.of("64"));
        assertThat(bound.perHourWith(1, Usd.of("24"))).as("bound").isEqualTo(Usd.of("40"));
        assertThat(free.perHourWith(1, Usd.of("24"))).as("bought anew").isEqualTo(Usd.of("24"));
        assertThat(free.perHourWith(2, Usd.of("24"))).as("kept").isEqualTo(Usd.of("40"));
        assertThat(free.perHourWith(3, Usd.of("24"))).as("kept, and one bought").isEqualTo(Usd.of("64"));
    }
}
