package dev.tallystone.monitor.denominators;

import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.board.unitcosts.Stretch;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A question to a Prometheus whose answer, at the end of each full hour or UTC day, says how many there were in it.
 *
 * @param server
 *            its address, with a path where it has one
 * @param every
 *            an hour or a day
 */
public record PrometheusQuery(DenominatorKey key, URI server, String query, Duration every) {

    /** How many missing hours or days are asked for. */
    public static final int MAX_BACK = 24;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final int MAX_LENGTH = 2_000;

    public PrometheusQuery {
        String scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
        if (!List.of("http", "https").contains(scheme) || server.getHost() == null || server.getRawUserInfo() != null
                || server.getRawQuery() != null || server.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "prometheus must be an address such as http://prometheus:9090, not '%s'".formatted(server));
        }
        if (query.isBlank() || query.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("query must have 1 to %d characters, not %d".formatted(MAX_LENGTH,
                    query.strip().length()));
        }
        if (!every.equals(HOUR) && !every.equals(DAY)) {
            throw new IllegalArgumentException("every must be 1h or 1d, not " + every);
        }
    }

    /** The last full hours or days, the oldest first; one that has just ended is left for half a minute. */
    List<Stretch> due(Instant now) {
        long step = every.toSeconds();
        long end = Math.floorDiv(now.minus(SETTLED).getEpochSecond(), step);
        var stretches = new ArrayList<Stretch>();
        for (long begin = end - MAX_BACK; begin < end; begin++) {
            stretches.add(new Stretch(Instant.ofEpochSecond(begin * step), Instant.ofEpochSecond((begin + 1) * step)));
        }
        return stretches;
    }

    /** Where the answer at a time is. */
    URI at(Instant time) {
        String base = server.toString().replaceFirst("/*$", "");
        return URI.create("%s/api/v1/query?query=%s&time=%d".formatted(base,
                URLEncoder.encode(query, StandardCharsets.UTF_8), time.getEpochSecond()));
    }
}
