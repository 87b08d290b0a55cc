package dev.tallystone.checks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** House rules for queries, and just enough reading of them. Prometheus itself judges their grammar. */
final class PromQl {

    private static final Pattern METRIC = Pattern.compile("\\b(?:bedrock|tallystone|process|jvm|vertx)_\\w+");
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern MONEY_RATED = Pattern
            .compile(
                    "\\b(?:i?rate|increase|resets|deriv)\\s*\\(\\s*\\w*_usd\\b|\\b(?:i?rate|increase|resets|deriv)\\s*\\(\\s*\\w*_usd_");
    private static final Pattern SUM = Pattern
            .compile("\\bsum\\s*(?:(?:by|without)\\s*\\([^)]*\\)\\s*)?\\(\\s*(?!max\\b)");
    private static final Pattern QUOTE = Pattern.compile("(?<!by \\(model, region, option\\) \\()bedrock_quote_");
    private static final Pattern RANGE = Pattern.compile("\\[([^\\]]*)]");

    private PromQl() {}

    /** Names of metrics; those in label values are none. */
    static Set<String> metrics(String expr) {
        var names = new TreeSet<String>();
        METRIC.matcher(STRING.matcher(expr).replaceAll("\"\"")).results().forEach(match -> names.add(match.group()));
        return names;
    }

    /** Whether it takes a rate of money, which a correction may lower and an import may raise at once. */
    static boolean ratesMoney(String expr) {
        return MONEY_RATED.matcher(expr).find();
    }

    /** Whether it adds up what two replicas both export. */
    static boolean sumsReplicas(String expr) {
        return SUM.matcher(expr).find();
    }

    /** Whether it mixes the options of a quote, of which only one can be bought. */
    static boolean mixesOptions(String expr) {
        return QUOTE.matcher(expr).find();
    }

    /** The ranges in brackets. */
    static List<String> ranges(String expr) {
        return RANGE.matcher(expr).results().map(match -> match.group(1)).toList();
    }
}
