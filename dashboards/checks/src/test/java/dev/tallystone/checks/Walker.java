package dev.tallystone.checks;

import dev.tallystone.checks.Dashboard.Panel;
import dev.tallystone.checks.Dashboard.Target;
import java.util.List;
import java.util.stream.Stream;

/** Asks Prometheus what Grafana would ask, panel by panel, with every variable at "All". */
final class Walker {

    private final Prometheus prometheus;

    Walker(Prometheus prometheus) {
        this.prometheus = prometheus;
    }

    /** What has no finite value, or an absurd one. */
    List<String> findings(Dashboard dashboard) {
        return dashboard.drawn()
                .stream()
                .flatMap(panel -> panel.targets().stream().flatMap(target -> findings(panel, target)))
                .toList();
    }

    private Stream<String> findings(Panel panel, Target target) {
        List<Double> values = values(target);
        String where = "%s, query %s: ".formatted(panel.title(), target.refId());
        if (values.isEmpty()) {
            return Stream.of(where + "no value for " + substituted(target.expr()));
        }
        return values.stream()
                .filter(value -> !isPlausible(panel.unit(), value))
                .limit(1)
                .map(value -> where + value + " is not plausible in " + panel.unit());
    }

    private List<Double> values(Target target) {
        String expr = substituted(target.expr());
        return target.instant() ? prometheus.now(expr) : prometheus.lately(expr);
    }

    /** As Grafana does it for a scrape interval of ten seconds and a range of the last minutes. */
    static String substituted(String expr) {
        return expr.replace("$__rate_interval", "40s")
                .replace("$__range", "5m")
                .replaceAll("\\$(?:job|instance|region|model)\\b", ".+");
    }

    private static boolean isPlausible(String unit, double value) {
        return switch (unit) {
            case "percentunit" -> value >= 0 && value <= 1;
            case "s" -> value >= 0 && value < 3_600;
            case "dateTimeAsIso" -> value > 1.7e12 && value < 1e13; // milliseconds, from 2023 on
            case "currencyUSD" -> Math.abs(value) < 1e9; // a saving may be negative
            default -> value >= 0;
        };
    }
}
