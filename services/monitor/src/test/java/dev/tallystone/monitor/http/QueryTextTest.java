package dev.tallystone.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.board.Past;
import dev.tallystone.monitor.Views;
import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions as they come over HTTP: what is wrong is refused with its name, its value and what would be right. */
class QueryTextTest {

    private static final String MODEL = "amazon.nova-micro-v1:0";
    private static final Past PAST = Views.past(MODEL, 0);

    private static QueryText of(String name, String value) {
        return new QueryText(MultiMap.caseInsensitiveMultiMap().add("model", MODEL).add(name, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        batch_share  | 1e999999999  | must have at most 15 decimals
        batch_share  | 1e-999999999 | must have at most 15 decimals
        batch_share  | half         | batch_share must be a decimal such as 0.25, not 'half'
        batch_share  | 2            | batch_share must lie between 0 and 1, not 2
        minutes      | 0            | minutes must lie between 1 and 1440, not 0
        minutes      | many         | minutes must be a whole number, not 'many'
        units        | 0            | units must be 1 or more, not 0
        option       | spot         | 'spot' is none of the options
        excess       | drop         | excess must be one of [spill, throttle], not 'drop'
        token_factor    | 1.3       | token_factor=1.3 means nothing without replacement
        unit_output_tpm | 40000     | unit_output_tpm=40000 means nothing without unit_input_tpm
        """)
    void refusesWhatIsWrong(String name, String value, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(name, value).whatIf(PAST)).withMessageContaining(why);
    }

    @Test
    void refusesAMisspeltParameter() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("batchshare", "0.4").only(List.of("model")))
                .withMessage("there is no parameter 'batchshare'; there are [model]");
        assertThat(of("model", MODEL).only(List.of("model")).minutes()).isEqualTo(60);
    }
}
