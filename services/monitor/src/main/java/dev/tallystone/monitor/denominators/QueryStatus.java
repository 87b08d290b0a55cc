package dev.tallystone.monitor.denominators;

import dev.tallystone.board.unitcosts.DenominatorKey;
import java.time.Instant;
import java.util.Optional;

/**
 * How a query is doing.
 *
 * @param lastSuccess
 *            when a value last came, by the wall clock
 * @param errors
 *            since the start
 * @param error
 *            what was wrong the last time; empty when nothing was
 */
public record QueryStatus(DenominatorKey denominator, Optional<Instant> lastSuccess, long errors, String error) {

    static QueryStatus starting(PrometheusQuery query) {
        return new QueryStatus(query.key(), Optional.empty(), 0, "");
    }

    QueryStatus succeeded(Instant now) {
        return new QueryStatus(denominator, Optional.of(now), errors, "");
    }

    QueryStatus failed(String why) {
        return new QueryStatus(denominator, lastSuccess, errors + 1, why);
    }
}
