package dev.tallystone.tallystone;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One answer of {@code /metrics}.
 *
 * @param types
 *            of metrics, by name
 * @param values
 *            of series, by name and labels as they stand in the text
 */
record Scrape(Map<String, String> types, Map<String, Double> values) {

    private static final String TYPE = "# TYPE ";

    static Scrape of(String text) {
        var types = new TreeMap<String, String>();
        var values = new TreeMap<String, Double>();
        text.lines().forEach(line -> {
            int space = line.lastIndexOf(' ');
            if (line.startsWith(TYPE)) {
                types.put(line.substring(TYPE.length(), space), line.substring(space + 1));
            } else if (!line.startsWith("#")) {
                values.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            }
        });
        return new Scrape(types, values);
    }

    Set<String> series(Predicate<String> wanted) {
        var series = new TreeSet<>(values.keySet());
        series.removeIf(wanted.negate());
        return series;
    }

    /** The names of gauges. */
    Set<String> gauges(Predicate<String> wanted) {
        var gauges = new TreeSet<String>();
        types.forEach((name, type) -> {
            if (type.equals("gauge") && wanted.test(name)) {
                gauges.add(name);
            }
        });
        return gauges;
    }

    double value(String series) {
        return values.getOrDefault(series, Double.NaN);
    }
}
