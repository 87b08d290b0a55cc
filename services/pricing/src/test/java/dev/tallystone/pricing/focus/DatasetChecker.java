package dev.tallystone.pricing.focus;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** What FOCUS 1.2 asks of all rows together, and of the header. */
final class DatasetChecker {

    private static final Pattern NAME = Pattern.compile("(x_)?[A-Z][A-Za-z0-9]{0,47}");

    static final Map<String, BiPredicate<List<String>, List<Row>>> RULES = new LinkedHashMap<>();

    private DatasetChecker() {}

    static {
        RULES.put("every column is there", (header, _) -> header.containsAll(Requirement.BY_COLUMN.keySet()));
        RULES.put("other columns begin with x_", (header, _) -> header.stream()
                .allMatch(name -> Requirement.BY_COLUMN.containsKey(name) != name.startsWith("x_")));
        RULES.put("names as FOCUS writes them",
                (header, _) -> header.stream().allMatch(name -> NAME.matcher(name).matches()));
        RULES.put("no column twice", (header, _) -> header.stream().distinct().count() == header.size());
        one("SkuPriceId", "SkuId");
        one("SkuPriceId", "SkuPriceDetails");
        one("SkuId", "SkuMeter");
        one("CommitmentDiscountId", "CommitmentDiscountUnit");
        one("ServiceName", "ServiceCategory");
        one("ServiceName", "ServiceSubcategory");
        RULES.put("what was bought is what the hours cost", (_, rows) -> rows.stream()
                .filter(row -> row.is("ChargeCategory", "Purchase"))
                .allMatch(purchase -> sumsMatch(purchase.text("CommitmentDiscountId"), rows)));
    }

    /** All rows of one key have one value, null aside. */
    private static void one(String key, String value) {
        RULES.put("one %s for one %s".formatted(value, key), (_, rows) -> rows.stream()
                .filter(row -> row.has(key) && row.has(value))
                .collect(groupingBy(row -> row.text(key), mapping(row -> row.text(value), toSet())))
                .values()
                .stream()
                .allMatch(values -> values.size() == 1));
    }

    private static boolean sumsMatch(String commitment, List<Row> rows) {
        List<Row> ours = rows.stream()
                .filter(row -> row.is("CommitmentDiscountId", commitment) && !row.isCorrection())
                .toList();
        return sum(ours, "Usage", "EffectiveCost").compareTo(sum(ours, "Purchase", "BilledCost")) == 0
                && sum(ours, "Usage", "CommitmentDiscountQuantity")
                        .compareTo(sum(ours, "Purchase", "CommitmentDiscountQuantity")) == 0;
    }

    private static BigDecimal sum(List<Row> rows, String category, String column) {
        return rows.stream()
                .filter(row -> row.is("ChargeCategory", category))
                .map(row -> row.number(column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The rules that a file breaks. */
    static List<String> broken(List<String> header, List<Row> rows) {
        var broken = new ArrayList<String>();
        RULES.forEach((name, rule) -> {
            if (!rule.test(header, rows)) {
                broken.add(name);
            }
        });
        return broken;
    }
}
