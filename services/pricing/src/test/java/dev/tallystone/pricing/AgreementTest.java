package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.pricing.Agreement.Fixed;
import dev.tallystone.pricing.Agreement.PercentOff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-01T00:00:00Z");

    private static Agreement of(Agreement.Terms terms, Optional<String> model, Optional<PricingOption> option,
            Optional<String> measure) {
        return new Agreement("edp", Optional.empty(), model, option, measure, terms, FROM, UNTIL, "contract 7");
    }

    private static PercentOff percent(String off) {
        return new PercentOff(new BigDecimal(off));
    }

    @Test
    void takesAPercentageOffToTheLastDigit() {
        Agreement agreement = of(percent("12.5"), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(agreement.contracted(new BigDecimal("0.000003"))).isEqualByComparingTo("0.000002625");
        assertThat(agreement.contracted(new BigDecimal("0.000000000000001")))
                .isEqualByComparingTo("0.000000000000000875");
    }

    @Test
    void takesNothingOrAllOffAtTheEnds() {
        BigDecimal list = new BigDecimal("0.000003");

        assertThat(of(percent("0"), Optional.empty(), Optional.empty(), Optional.empty()).contracted(list))
                .isEqualByComparingTo("0.000003");
        assertThat(of(percent("100"), Optional.empty(), Optional.empty(), Optional.empty()).contracted(list))
                .isEqualByComparingTo("0");
    }

    @Test
    void fixesAPriceWhateverTheListSays() {
        Agreement agreement = of(new Fixed(new BigDecimal("0.000002")), Optional.of("acme.one"),
                Optional.of(PricingOption.ON_DEMAND), Optional.of("input"));

        assertThat(agreement.contracted(new BigDecimal("0.000003"))).isEqualByComparingTo("0.000002");
        assertThat(agreement.contracted(new BigDecimal("0.000001"))).as("dearer than the list")
                .isEqualByComparingTo("0.000002");
    }

    @Test
    void refusesAPercentageThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> percent("100.01"))
                .withMessageContaining("between 0 and 100")
                .withMessageContaining("100.01");
        assertThatIllegalArgumentException().isThrownBy(() -> percent("-1")).withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Fixed(new BigDecimal("-0.1")))
                .withMessageContaining("-0.1");
    }

    @Test
    void mustNameWhatItFixesThePriceOf() {
        var fixed = new Fixed(BigDecimal.ONE);
        Optional<String> model = Optional.of("acme.one");
        Optional<PricingOption> option = Optional.of(PricingOption.BATCH);
        Optional<String> measure = Optional.of("output");

        assertThatIllegalArgumentException().isThrownBy(() -> of(fixed, Optional.empty(), option, measure))
                .withMessageContaining("edp")
                .withMessageContaining("model, option and measure");
        assertThatIllegalArgumentException().isThrownBy(() -> of(fixed, model, Optional.empty(), measure));
        assertThatIllegalArgumentException().isThrownBy(() -> of(fixed, model, option, Optional.empty()));
    }

    @Test
    void mustBeginBeforeItEnds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Agreement("edp", Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), percent("1"), FROM, FROM, "contract 7"))
                .withMessageContaining("edp")
                .withMessageContaining("2026-02-01");
    }
}
