package dev.tallystone.monitor.denominators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.board.unitcosts.DenominatorValue;
import dev.tallystone.board.unitcosts.Stretch;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenominatorJsonTest {

    private static final String RIGHT = """
        {"name": "tickets", "team": "support", "from": "2026-11-24T10:00:00Z", "until": "2026-11-24T11:00:00Z",
         "value": "1250"}""";

    private static DenominatorValue read(String json) {
        return DenominatorJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAValueAsTextOrNumber() {
        var expected = new DenominatorValue(new DenominatorKey("tickets", Optional.of("support"), Optional.empty()),
                new Stretch(Instant.parse("2026-11-24T10:00:00Z"), Instant.parse("2026-11-24T11:00:00Z")),
                new BigDecimal("1250"));

        assertThat(read(RIGHT)).isEqualTo(expected);
        assertThat(read(RIGHT.replace("\"1250\"", "1250"))).isEqualTo(expected);
        assertThat(read(RIGHT.replace("\"1250\"", "0.1")).value()).isEqualByComparingTo("0.1");
        assertThat(read(RIGHT.replace("10:00:00Z", "12:00:00+02:00"))).isEqualTo(expected);
        assertThat(read(RIGHT.replace("\"support\"", "null")).key().team()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "name"                 | "nme"       | there is no field 'nme'; there are [name, team, model, from, until, value]
        "name": "tickets",     |             | name must be set
        "1250"                 | 1e999999999 | value must have at most 15 decimals and 30 digits
        "1250"                 | [1]         | value must be a text, not ARRAY
        "1250"                 | true        | value must be a text, not BOOLEAN
        2026-11-24T10:00:00Z   | yesterday   | from must be a time such as 2026-11-24T10:00:00Z, not 'yesterday'
        2026-11-24T10:00:00Z   | 2026-11-24T12:00:00Z | must be before until
        "support"              | " "         | team must have 1 to 200 characters, not 0; leave it out for all
        }                      | }}          | the body must be JSON such as {"name": "tickets"
        """)
    void refusesWhatIsWrong(String old, String changed, String why) {
        assertThat(RIGHT).contains(old);

        assertThatIllegalArgumentException().isThrownBy(() -> read(RIGHT.replace(old, changed == null ? "" : changed)))
                .withMessageContaining(why);
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("[]")).withMessageContaining("must be one object");
        assertThatIllegalArgumentException().isThrownBy(() -> read("")).withMessageContaining("must be one object");
    }
}
