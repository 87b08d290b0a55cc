package dev.tallystone.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.monitor.Answering;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.Views;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a question is said with its name and value, and a question that must wait is told so. */
class QuestionRefusalsTest {

    private static final String MODEL = "amazon.nova-micro-v1:0";
    private static final int MOST_WAITING = 64;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        options                                   | parameter model must be set
        options?model=                            | parameter model must be set
        options?model=opus                        | no model in use is called 'opus'; in use are [amazon.nova-micro-v1:0]
        options?model=nova&minutes=0              | minutes must lie between 1 and 1440, not 0
        options?model=nova&minuets=5              | there is no parameter 'minuets'; there are [model, minutes]
        explain?window=fortnight                  | not 'fortnight'
        explain?window=2026-02-30                 | not '2026-02-30'
        explain?mode=gratis                       | mode must be one of
        what-if                                   | parameter model must be set
        what-if?model=nova&batch_share=1.01       | batch_share must lie between 0 and 1, not 1.01
        what-if?model=nova&option=spot            | 'spot' is none of the options
        what-if?model=nova&token_factor=1.3       | token_factor=1.3 means nothing without replacement
        what-if?model=nova&replacement=x&token_factor=0 | token_factor must be more than 0 and at most 10, not 0
        what-if?model=nova&option=provisioned_1mo&unit_input_tpm=-1&unit_output_tpm=5 | -1
        why?period=fortnight                      | a period must be yesterday
        why?period=0m                             | not '0m'
        why?period=2026-11-25                     | 2026-11-25
        costs?format=pdf                          | format must be one of [json, focus, csv, unpriced, metadata, groups], not 'pdf'
        costs?grain=minute                        | grain must be one of [hour, day, month], not 'minute'
        costs?grain=hour&window=2026-10           | window goes with grain=day or month; grain=hour is the last day, not '2026-10'
        costs?window=5m                           | window must be whole days for costs
        chargeback?hours=25                       | hours must lie between 1 and 24, not 25
        chargeback?hours=many                     | hours must be a whole number, not 'many'
        chargeback?hour=3                         | there is no parameter 'hour'; there are [window, hours]
        """)
    void sayWhatIsWrong(String question, String why) throws Exception {
        try (var monitor = Answering.from(Views.past(MODEL, 1_000)); var site = open(monitor)) {
            HttpResponse<String> json = site.get("/api/v1/" + question);
            HttpResponse<String> text = site.ask("GET", "/api/v1/" + question, "Accept", "text/plain");

            assertThat(json.statusCode()).as(json.body()).isEqualTo(400);
            assertThat(new ObjectMapper().readTree(json.body()).path("error").asText()).contains(why);
            assertThat(text.statusCode()).isEqualTo(400);
            assertThat(text.body()).contains(why).endsWith("\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"options?model=nova", "explain", "what-if?model=nova", "why", "costs", "chargeback"})
    void saysThatTheMonitorStillReads(String question) throws Exception {
        try (var monitor = Answering.whileReading(); var site = open(monitor)) {
            HttpResponse<String> answer = site.get("/api/v1/" + question);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("still reading");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"options?model=nova", "costs", "chargeback"})
    void saysThatTooManyWait(String question) throws Exception {
        try (var monitor = Answering.never(); var site = open(monitor)) {
            for (int asked = 0; asked < MOST_WAITING; asked++) {
                var _ = monitor.questions().ask(_ -> "late");
            }

            HttpResponse<String> answer = site.get("/api/v1/" + question);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("64 questions wait already");
        }
    }

    private static Site open(Answering monitor) {
        return Shop.open(View.STARTING, monitor, _ -> new CompletableFuture<>());
    }
}
