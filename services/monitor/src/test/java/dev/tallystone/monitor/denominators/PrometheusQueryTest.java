package dev.tallystone.monitor.denominators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.board.unitcosts.Stretch;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusQueryTest {

    private static final DenominatorKey TICKETS = new DenominatorKey("tickets", Optional.empty(), Optional.empty());

    private static PrometheusQuery query(String server, String every) {
        return new PrometheusQuery(TICKETS, URI.create(server), "sum(increase(a[1h]))", Duration.parse(every));
    }

    private static Stretch stretch(String from, String until) {
        return new Stretch(Instant.parse(from), Instant.parse(until));
    }

    @Test
    void isDueForTheLastTwentyFourFullHours() {
        List<Stretch> due = query("http://a:9090", "PT1H").due(Instant.parse("2026-11-24T12:00:30Z"));

        assertThat(due).hasSize(24)
                .startsWith(stretch("2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z"))
                .endsWith(stretch("2026-11-24T11:00:00Z", "2026-11-24T12:00:00Z"));
    }

    @Test
    void leavesAnHourThatHasJustEndedForHalfAMinute() {
        assertThat(query("http://a:9090", "PT1H").due(Instant.parse("2026-11-24T12:00:29Z")))
                .endsWith(stretch("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z"));
    }

    @Test
    void isDueForUtcDays() {
        assertThat(query("http://a:9090", "PT24H").due(Instant.parse("2026-11-24T12:00:00Z"))).hasSize(24)
                .endsWith(stretch("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z"));
    }

    @Test
    void asksAtTheEndBelowThePathOfTheServer() {
        assertThat(query("https://a/prometheus/", "PT1H").at(Instant.ofEpochSecond(1_764_000_000))).isEqualTo(
                URI.create("https://a/prometheus/api/v1/query?query=sum%28increase%28a%5B1h%5D%29%29&time=1764000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a", "a:9090", "http:///x", "http://user:secret@a", "http://a?x=1", "http://a#x"})
    void refusesWhatIsNoAddressOfAServer(String server) {
        assertThatIllegalArgumentException().isThrownBy(() -> query(server, "PT1H"))
                .withMessageStartingWith("prometheus must be an address such as http://prometheus:9090, not '");
    }

    @Test
    void refusesOtherStepsAndNoQuery() {
        assertThatIllegalArgumentException().isThrownBy(() -> query("http://a", "PT2H"))
                .withMessage("every must be 1h or 1d, not PT2H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrometheusQuery(TICKETS, URI.create("http://a"), " ", Duration.ofHours(1)))
                .withMessage("query must have 1 to 2000 characters, not 0");
    }

    @Test
    void isAskedForOnceOnly() {
        var query = query("http://a", "PT1H");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenominatorSettings(Optional.empty(), List.of(query, query)))
                .withMessage("denominators.queries[1]: tickets is asked for already");
    }
}
