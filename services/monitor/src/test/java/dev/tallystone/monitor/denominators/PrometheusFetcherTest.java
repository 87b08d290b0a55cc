package dev.tallystone.monitor.denominators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.board.unitcosts.DenominatorValue;
import dev.tallystone.board.unitcosts.Stretch;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is half past twelve, so noon is the end of the last full hour. */
class PrometheusFetcherTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON.plusSeconds(1_800), ZoneOffset.UTC);
    private static final DenominatorKey TICKETS = new DenominatorKey("tickets", Optional.empty(), Optional.empty());

    private FakePrometheus prometheus;
    private DenominatorStore store;
    private PrometheusFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        prometheus = new FakePrometheus(_ -> FakePrometheus.vector("7"));
        store = new DenominatorStore(Optional.empty(), CLOCK);
        fetcher = new PrometheusFetcher(List.of(new PrometheusQuery(TICKETS, prometheus.address(), "tickets",
                Duration.ofHours(1))), store, CLOCK);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        store.close();
        prometheus.close();
    }

    private static long end(int hoursBack) {
        return NOON.getEpochSecond() - 3_600L * hoursBack;
    }

    private QueryStatus status() {
        return fetcher.status().getFirst();
    }

    private DenominatorValue newest() {
        return store.current().of(TICKETS).getLast();
    }

    @Test
    void asksForEveryMissingHourOnceTheOldestFirst() {
        fetcher.round();

        assertThat(prometheus.asked()).isEqualTo(LongStream.range(0, 24).mapToObj(i -> end(23 - (int) i)).toList());
        assertThat(store.current().of(TICKETS)).hasSize(24);
        assertThat(newest()).isEqualTo(new DenominatorValue(TICKETS, new Stretch(NOON.minusSeconds(3_600), NOON),
                new BigDecimal("7")));
        assertThat(status()).isEqualTo(new QueryStatus(TICKETS, Optional.of(CLOCK.instant()), 0, ""));

        fetcher.round();
        assertThat(prometheus.asked()).as("nothing is missing").hasSize(24);
    }

    @Test
    void goesOnWhereItStoppedOnceTheServerAnswersAgain() {
        prometheus.answers(503, _ -> "out of order");
        fetcher.round();

        assertThat(prometheus.asked()).as("no second question to a server that is ill").containsExactly(end(23));
        assertThat(status()).isEqualTo(new QueryStatus(TICKETS, Optional.empty(), 1,
                "status 503, and no JSON: is this a Prometheus?"));

        prometheus.answers(200, _ -> FakePrometheus.vector("7"));
        fetcher.round();
        assertThat(store.current().of(TICKETS)).hasSize(24);
        assertThat(status().errors()).isEqualTo(1);
        assertThat(status().error()).isEmpty();
    }

    @Test
    void asksAgainForTheNewestHourAloneWhereThereIsNothing() {
        prometheus.answers(200, _ -> FakePrometheus.EMPTY);
        fetcher.round();
        assertThat(prometheus.asked()).hasSize(24);
        assertThat(status().errors()).as("that there was no Prometheus yet is no error").isEqualTo(1);
        assertThat(status().error()).isEqualTo("the query gives nothing at 2026-11-24T12:00:00Z");

        prometheus.answers(200, _ -> FakePrometheus.vector("5"));
        fetcher.round();

        assertThat(prometheus.asked()).containsExactly(end(0));
        assertThat(newest().value()).isEqualByComparingTo("5");
        assertThat(status().error()).isEmpty();
    }

    @Test
    void takesZeroForAValue() {
        prometheus.answers(200, time -> FakePrometheus.vector(time == end(0) ? "0" : "3"));
        fetcher.round();

        assertThat(newest().value()).isZero();
    }

    @Test
    void goesOnAfterAnHourThatIsRefused() {
        Instant half = NOON.minusSeconds(2 * 3_600 - 1_800);
        store.add(new DenominatorValue(TICKETS, new Stretch(half.minusSeconds(60), half), BigDecimal.ONE))
                .toCompletableFuture()
                .join();

        fetcher.round();

        assertThat(store.current().of(TICKETS)).as("23 hours and the minute that was posted").hasSize(24);
        assertThat(status().errors()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        NaN                 | the query gives NaN, which counts nothing
        +Inf                | the query gives +Inf, which counts nothing
        -1                  | value must be 0 or more, not -1
        1e400               | the query gives 1e400, which counts nothing
        1e300               | the query gives 1e300, which counts nothing
        """)
    void saysWhatCountsNothing(String value, String why) {
        prometheus.answers(200, _ -> FakePrometheus.vector(value));
        fetcher.round();

        assertThat(status().error()).isEqualTo(why);
        assertThat(store.current().keys()).isEmpty();
    }

    @Test
    void refusesMoreThanOneSeries() {
        prometheus.answers(200, _ -> FakePrometheus.vector("1", "2"));
        fetcher.round();

        assertThat(status().error()).isEqualTo("the query must give one series, not 2: add them with sum()");
    }

    @Test
    void repeatsWhatPrometheusSaysOfAQuery() {
        prometheus.answers(400, _ -> "{\"status\":\"error\",\"error\":\"1:5: parse error: unclosed parenthesis\"}");
        fetcher.round();

        assertThat(status().error()).isEqualTo("status 400: 1:5: parse error: unclosed parenthesis");
    }

    @Test
    void readsNoEndlessAnswer() {
        prometheus.answers(200, _ -> " ".repeat(70_000) + FakePrometheus.vector("1"));
        fetcher.round();

        assertThat(status().errors()).isEqualTo(1);
        assertThat(store.current().keys()).isEmpty();
    }

    @Test
    void roundsWhatPrometheusCountsInBinaryFractions() throws IOException {
        assertThat(PrometheusClient.number(200, FakePrometheus.vector("1250.0000000000002")
                .getBytes(
                        StandardCharsets.UTF_8)))
                .contains(new BigDecimal("1250"));
    }

    @Test
    void saysThatNobodyListens() {
        prometheus.close();
        fetcher.round();

        assertThat(status().errors()).isEqualTo(1);
        assertThat(status().error()).isNotEmpty();
    }
}
