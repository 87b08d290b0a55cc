package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UsdTest {

    @Test
    void isEqualByValueHoweverItIsWritten() {
        assertThat(Usd.of("1.00")).isEqualTo(Usd.of("1")).hasSameHashCodeAs(Usd.of("1.0"));
        assertThat(Usd.of("100")).isEqualTo(Usd.of("1E+2"));
        assertThat(Usd.of("0.000")).isEqualTo(Usd.ZERO);
        assertThat(Usd.of("-0.0")).isEqualTo(Usd.ZERO);
    }

    @Test
    void keepsEveryDigitWhenItAddsAndMultiplies() {
        Usd tokenOfMicroModel = Usd.of("0.000000035");

        assertThat(tokenOfMicroModel.times(1_000_000_007L)).isEqualTo(Usd.of("35.000000245"));
        assertThat(Usd.of("123456789012.000000000000001").plus(Usd.of("0.000000000000002")))
                .isEqualTo(Usd.of("123456789012.000000000000003"));
        assertThat(Usd.of("1").minus(Usd.of("1.000000000000001"))).isEqualTo(Usd.of("-0.000000000000001"));
        assertThat(Usd.of("0.1").times(new BigDecimal("0.3"))).isEqualTo(Usd.of("0.03"));
    }

    @Test
    void roundsHalfToEvenWhereItIsShown() {
        assertThat(Usd.of("0.125").rounded(2)).isEqualTo("0.12");
        assertThat(Usd.of("0.135").rounded(2)).isEqualTo("0.14");
        assertThat(Usd.of("0.1251").rounded(2)).isEqualTo("0.13");
    }

    @Test
    void saysWhichPartOfAWholeItIs() {
        assertThat(Usd.of("1").ratioTo(Usd.of("3"))).isEqualByComparingTo("0.3333");
        assertThat(Usd.of("1").ratioTo(Usd.ZERO)).isEqualByComparingTo("0");
    }

    @Test
    void isPositiveOnlyAboveNothing() {
        assertThat(Usd.of("0.000000000000001").isPositive()).isTrue();
        assertThat(Usd.ZERO.isPositive()).isFalse();
        assertThat(Usd.of("-1").isPositive()).isFalse();
    }

    @Test
    void isWrittenWithoutAnExponent() {
        assertThat(Usd.of("1E+3")).hasToString("$1000");
        assertThat(Usd.of("0.00000003")).hasToString("$0.00000003");
    }
}
