package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions from the command line, to a server that listens: what it is asked, what is printed, how it ends. */
class QuestionCommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        options nova                        | options    | model=nova minutes=60
        options nova --minutes 5            | options    | model=nova minutes=5
        explain                             | explain    | window=today
        explain --model a+b --mode batch    | explain    | model=a+b mode=batch window=today
        explain --team a&b=c/d%2f?#ü        | explain    | team=a&b=c/d%2f?#ü window=today
        what-if nova                        | what-if    | model=nova minutes=60
        what-if nova batch_share=0.4 a&b?=1 | what-if    | a&b?=1 batch_share=0.4 minutes=60 model=nova
        why                                 | why        | period=yesterday
        why 60m --against 2026-11-16        | why        | against=2026-11-16 period=60m
        costs                               | costs      | grain=day
        costs --grain hour --team x&y       | costs      | grain=hour team=x&y
        costs --group team --format groups  | costs      | format=groups grain=day group=team
        chargeback                          | chargeback | ''
        chargeback --window 2026-10         | chargeback | window=2026-10
        months                              | months     | ''
        chargeback --hours 3                | chargeback | hours=3
        """)
    void arriveAsTheyWereMeant(String line, String path, String parameters) {
        try (var monitor = new FakeMonitor(200, "the answer\n")) {
            assertThat(run(monitor.url(), line)).isZero();

            assertThat(out).hasToString("the answer\n");
            assertThat(err.toString()).isEmpty();
            assertThat(monitor.asked()).containsExactly(
                    new FakeMonitor.Asked("GET", "/api/v1/" + path, map(parameters), "text/plain"));
        }
    }

    @Test
    void askForJsonWhereItIsWanted() {
        try (var monitor = new FakeMonitor(200, "{}")) {
            assertThat(run(monitor.url() + "/", "why --json")).isZero();
            assertThat(monitor.asked().getFirst().accept()).isEqualTo("application/json");
        }
    }

    @Test
    void followAnAddressBehindAPrefix() {
        try (var monitor = new FakeMonitor(200, "")) {
            assertThat(run(monitor.url() + "/cost", "why")).isZero();
            assertThat(monitor.asked().getFirst().path()).isEqualTo("/cost/api/v1/why");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"options x", "explain", "what-if x", "why", "costs", "chargeback", "prices reprice"})
    void sayWhyTheyAreRefused(String line) {
        try (var monitor = new FakeMonitor(400, "minutes must lie between 1 and 1440, not 0\n")) {
            assertThat(run(monitor.url(), line)).isEqualTo(1);
            assertThat(out.toString()).isEmpty();
            assertThat(err).hasToString("minutes must lie between 1 and 1440, not 0\n");
        }
    }

    @Test
    void sayTheStatusOfARefusalWithoutWords() {
        try (var monitor = new FakeMonitor(503, "")) {
            assertThat(run(monitor.url(), "chargeback")).isEqualTo(1);
            assertThat(err.toString()).startsWith("status 503 from " + monitor.url()).hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"options x", "explain", "what-if x", "why", "costs", "chargeback", "prices reprice"})
    void sayWhereNobodyAnswers(String line) {
        var gone = new FakeMonitor(200, "");
        gone.close();

        assertThat(run(gone.url(), line)).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("no answer from " + gone.url()).contains("See --url.").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        options                   | Missing required parameter: 'MODEL'
        options x --minutes many  | Invalid value for option '--minutes': 'many' is not an int
        what-if x batch_share     | Unmatched argument at index 3: 'batch_share'
        what-if x minutes=5       | minutes are --minutes
        what-if x model=y         | the model stands first
        costs --format pdf        | expected one of [csv, json, focus, unpriced, metadata, groups]
        costs --grain week        | expected one of [hour, day, month]
        why yesterday today       | Unmatched argument at index 3: 'today'
        months close              | Missing required parameter: 'MONTH'
        months close October      | 'October' is no month such as 2026-10
        chargeback --hour 3       | Unknown options: '--hour', '3'
        """)
    void areNotAskedWhenTheyAreMisused(String line, String why) {
        try (var monitor = new FakeMonitor(200, "")) {
            assertThat(run(monitor.url(), line)).isEqualTo(64);
            assertThat(err.toString()).contains(why);
            assertThat(monitor.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/", "127.0.0.1", "http:/"})
    void sayWhatAnAddressLooksLike(String url) {
        assertThat(run(url, "why")).isEqualTo(64);
        assertThat(err.toString()).contains("--url must be such as http://127.0.0.1:8080/, not '" + url + "'");
    }

    private int run(String url, String line) {
        List<String> words = List.of(line.split(" ", -1));
        int name = words.getFirst().equals("prices") ? 2 : 1;
        var arguments = new ArrayList<>(words.subList(0, name));
        arguments.add("--url=" + url);
        arguments.addAll(words.subList(name, words.size()));
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments.toArray(String[]::new));
    }

    private static Map<String, String> map(String parameters) {
        var map = new TreeMap<String, String>();
        for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split(" ", -1)) {
            int equals = parameter.indexOf('=');
            map.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return map;
    }
}
