package dev.tallystone.tallystone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreement.Fixed;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Seller;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Negotiated prices as they are configured. */
class AgreementConfigTest {

    private static final String EDP = """
        agreements:
        - id: edp-2026
          seller: marketplace
          percent_off: "9.5"
          from: 2026-01-01T00:00:00Z
          until: 2027-01-01T00:00:00Z
          source: contract 4711
        """;
    private static final String FIXED = """
        agreements:
        - id: nova-output
          model: amazon.nova-pro-v1:0
          option: on_demand
          measure: output
          usd: "2.90"
          per: 1M tokens
          from: 2026-07-01T00:00:00Z
          until: 2027-01-01T00:00:00Z
          source: annex C
        """;

    private static List<Agreement> read(String yaml) {
        return ConfigReader.read(yaml, Map.of()).monitor().board().agreements().listed();
    }

    @Test
    void takeSoMuchOffWhatASellerSells() {
        Agreement edp = read(EDP).getFirst();

        assertThat(edp.seller()).contains(Seller.MARKETPLACE);
        assertThat(edp.terms()).isEqualTo(new PercentOff(new BigDecimal("9.5")));
        assertThat(edp.model()).isEmpty();
        assertThat(edp.option()).isEmpty();
        assertThat(edp.measure()).isEmpty();
        assertThat(edp.from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(edp.until()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(edp.source()).isEqualTo("contract 4711");
    }

    @Test
    void fixAPriceByTheUnitThatTheListUses() {
        Agreement fixed = read(FIXED).getFirst();

        assertThat(fixed.seller()).isEmpty();
        assertThat(fixed.option()).contains(PricingOption.ON_DEMAND);
        assertThat(((Fixed) fixed.terms()).usdPerUnit()).isEqualByComparingTo("0.0000029");
        assertThat(((Fixed) read(FIXED.replace("1M", "1K")).getFirst().terms()).usdPerUnit())
                .isEqualByComparingTo("0.0029");
    }

    @Test
    void keepTheirOrderForTheFirstThatCoversAPriceHolds() {
        assertThat(read(FIXED + EDP.replace("agreements:\n", ""))).extracting(Agreement::id)
                .containsExactly("nova-output", "edp-2026");
        assertThat(read("")).as("at list").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        seller: marketplace  | seller: reseller        | line 3: agreements[0].seller must be one of [aws, marketplace], not 'reseller'
        percent_off: "9.5"   | percent_off: "100.1"    | line 4: agreements[0].percent_off: percent_off must lie between 0 and 100, not 100.1
        percent_off: "9.5"   | percent_off: "-1"       | line 4: agreements[0].percent_off: percent_off must lie between 0 and 100, not -1
        percent_off: "9.5"   | percent_off: 9 %        | line 4: agreements[0].percent_off must be a decimal such as 0.10, not '9 %'
        percent_off: "9.5"   | usd: "2"                | line 2: agreements[0].measure must be set
        percent_off: "9.5"   | measure: input          | line 2: agreements[0] must set either percent_off, or usd and per
        id: edp-2026         | option: spot            | line 2: agreements[0].id must be set
        seller: marketplace  | option: spot            | line 3: agreements[0].option: 'spot' is none of the options
        seller: marketplace  | sellr: aws              | line 3: there is no key 'sellr'
        until: 2027-01-01    | until: 2026-01-01       | line 2: agreements[0]: agreement edp-2026 must begin (2026-01-01
        until: 2027-01-01T00:00:00Z | until: New Year  | line 6: agreements[0].until must be a time such as
        source: contract 4711 | measure: input         | line 2: agreements[0].source must be set
        """)
    void areRefusedWithKeyAndLine(String right, String wrong, String message) {
        assertRefused(EDP, right, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        usd: "2.90"      | usd: "-2.90"                 | line 6: agreements[0].usd: usd must not be negative, not -0.0000029
        usd: "2.90"      | usd: cheap                   | line 6: agreements[0].usd must be a decimal such as 0.10, not 'cheap'
        usd: "2.90"      | usd: "2.90"\\n  percent_off: 5 | line 2: agreements[0] must set either percent_off, or usd and per
        per: 1M tokens   | per: furlong                 | line 7: agreements[0].per: per must be one of [1K tokens, 1M tokens], not furlong
        per: 1M tokens   | seller: aws                  | line 2: agreements[0].per must be set
        measure: output  | seller: aws                  | line 2: agreements[0].measure must be set
        model: amazon.nova-pro-v1:0 | seller: aws       | line 2: agreements[0]: agreement nova-output fixes a price, so it must name model
        """)
    void whichFixAPriceAreRefusedWithKeyAndLine(String right, String wrong, String message) {
        assertRefused(FIXED, right, wrong, message);
    }

    private static void assertRefused(String yaml, String right, String wrong, String message) {
        assertThat(yaml).contains(right);
        assertThatThrownBy(() -> read(yaml.replace(right, wrong.replace("\\n", "\n"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(message);
    }
}
