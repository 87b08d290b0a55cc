package dev.tallystone.tallystone.config;

import static dev.tallystone.tallystone.config.Values.duration;
import static dev.tallystone.tallystone.config.Values.each;
import static dev.tallystone.tallystone.config.Values.present;

import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.monitor.denominators.DenominatorSettings;
import dev.tallystone.monitor.denominators.PrometheusQuery;
import dev.tallystone.tallystone.config.ConfigText.DenominatorsText;
import dev.tallystone.tallystone.config.ConfigText.QueryText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** What is counted outside, so that cost can be divided by it. */
final class DenominatorsOf {

    private DenominatorsOf() {}

    static DenominatorSettings text(DenominatorsText text) {
        return new DenominatorSettings(
                Optional.ofNullable(text.file()).filter(name -> !name.isBlank()).map(Path::of),
                each("denominators.queries", text.queries(), DenominatorsOf::query));
    }

    private static PrometheusQuery query(String key, QueryText text) {
        var counted = new DenominatorKey(present(key + ".name", text.name()), Optional.ofNullable(text.team()),
                Optional.ofNullable(text.model()));
        return new PrometheusQuery(counted, address(key + ".prometheus", present(key + ".prometheus",
                text.prometheus())), present(key + ".query", text.query()), duration(key + ".every", text.every()));
    }

    private static URI address(String key, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("%s must be an address such as http://prometheus:9090, not '%s'"
                    .formatted(key, text), e);
        }
    }
}
