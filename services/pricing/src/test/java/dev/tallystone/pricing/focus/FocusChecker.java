package dev.tallystone.pricing.focus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What FOCUS 1.2 asks of one row. Each rule says what holds; a row for which it does not is named with the rule. */
final class FocusChecker {

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern UNIT = Pattern.compile("([1-9]\\d* )?[A-Z][A-Za-z]*( [A-Z][a-z]+)*(-[A-Z][a-z]+)?");
    private static final List<String> BASES = List.of("estimate at list", "estimate at contract",
            "estimate at stated price, list by price book",
            "estimate at stated price, also as list: none in price book");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final Map<String, Predicate<Row>> ROW_RULES = new LinkedHashMap<>();

    private FocusChecker() {}

    static {
        each("null where FOCUS allows none", (row, need) -> need.nulls() || row.has(need.column()));
        each("type", FocusChecker::isOfType);
        each("allowed value", (row, need) -> !row.has(need.column()) || need.allowed().isEmpty()
                || need.allowed().contains(row.text(need.column())));
        addPrices();
        addPeriods();
        addCommitments();
        addPairs();
    }

    private static void each(String name, BiPredicate<Row, Requirement> rule) {
        ROW_RULES.put(name, row -> Requirement.BY_COLUMN.values().stream().allMatch(need -> rule.test(row, need)));
    }

    private static boolean isOfType(Row row, Requirement need) {
        String text = row.text(need.column());
        return text.isEmpty() || switch (need.type()) {
            case "decimal" -> DECIMAL.matcher(text).matches();
            case "time" -> TIME.matcher(text).matches() && isTime(text);
            case "json" -> isKeyValue(text);
            default -> true;
        };
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text).isAfter(Instant.EPOCH);
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static boolean isKeyValue(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node.isObject() && node.properties().stream().allMatch(entry -> entry.getValue().isValueNode());
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private static void addPrices() {
        for (String column : List.of("ListUnitPrice", "ContractedUnitPrice", "PricingQuantity", "PricingUnit",
                "PricingCategory", "SkuId", "SkuPriceId")) {
            ROW_RULES.put(column + " of usage and purchases", row -> !row.isPriced() || row.has(column));
        }
        ROW_RULES.put("ListCost is the product", row -> isProduct(row, "ListUnitPrice", "ListCost"));
        ROW_RULES.put("ContractedCost is the product", row -> isProduct(row, "ContractedUnitPrice", "ContractedCost"));
        ROW_RULES.put("prices are not negative", row -> row.number("ListUnitPrice").signum() >= 0
                && row.number("ContractedUnitPrice").signum() >= 0);
        ROW_RULES.put("units as FOCUS writes them", row -> List.of("PricingUnit", "ConsumedUnit",
                "CommitmentDiscountUnit")
                .stream()
                .allMatch(column -> !row.has(column) || UNIT.matcher(row.text(column)).matches()));
        ROW_RULES.put("a million tokens a unit", row -> row.isCorrection() || !row.is("PricingUnit", "1000000 Tokens")
                || row.number("PricingQuantity").movePointRight(6).compareTo(row.number("ConsumedQuantity")) == 0);
        ROW_RULES.put("the basis of the costs", row -> BASES.contains(row.text("x_CostBasis")));
        ROW_RULES.put("as much consumed as priced where both have one unit",
                row -> row.isCorrection() || !row.has("ConsumedUnit")
                        || !row.is("ConsumedUnit", row.text("PricingUnit"))
                        || row.number("ConsumedQuantity").compareTo(row.number("PricingQuantity")) == 0);
    }

    private static boolean isProduct(Row row, String price, String cost) {
        return !row.has(price) || row.isCorrection()
                || row.number(price).multiply(row.number("PricingQuantity")).compareTo(row.number(cost)) == 0;
    }

    private static void addPeriods() {
        ROW_RULES.put("a charge period begins before it ends",
                row -> row.time("ChargePeriodStart").isBefore(row.time("ChargePeriodEnd")));
        ROW_RULES.put("a billing period is a UTC month", row -> {
            OffsetDateTime start = row.time("BillingPeriodStart").atOffset(ZoneOffset.UTC);
            return start.getDayOfMonth() == 1 && start.toLocalTime().equals(LocalTime.MIDNIGHT)
                    && start.plusMonths(1).toInstant().equals(row.time("BillingPeriodEnd"));
        });
        ROW_RULES.put("charged within the month that is billed",
                row -> row.isCorrection() || (!row.time("ChargePeriodStart").isBefore(row.time("BillingPeriodStart"))
                        && !billedBy(row).isAfter(row.time("BillingPeriodEnd"))));
        ROW_RULES.put("a correction is of an earlier month", row -> !row.isCorrection()
                || !billedBy(row).isAfter(row.time("BillingPeriodStart")));
    }

    /** What was bought is billed when its time begins, and that may go on into the next month. */
    private static Instant billedBy(Row row) {
        return row.is("ChargeCategory", "Purchase")
                ? row.time("ChargePeriodStart").plusSeconds(1)
                : row.time("ChargePeriodEnd");
    }

    private static void addCommitments() {
        ROW_RULES.put("consumed by usage alone", row -> row.has("ConsumedQuantity")
                ? row.isUsage() && !row.is("CommitmentDiscountStatus", "Unused")
                : !row.isUsage() || row.isCorrection() || row.is("CommitmentDiscountStatus", "Unused"));
        ROW_RULES.put("a commitment has a status when used",
                row -> row.has("CommitmentDiscountStatus") == (row.has("CommitmentDiscountId") && row.isUsage()));
        ROW_RULES.put("a commitment has a quantity", row -> row.has("CommitmentDiscountId")
                ? row.isCorrection() || row.number("CommitmentDiscountQuantity").signum() > 0
                : !row.has("CommitmentDiscountQuantity"));
        ROW_RULES.put("committed if and only if used under a commitment",
                row -> row.is("PricingCategory", "Committed") == (row.has("CommitmentDiscountId") && row.isUsage()));
        ROW_RULES.put("a reservation has a status when used", row -> row.has("CapacityReservationId")
                ? !row.isUsage() || row.has("CapacityReservationStatus")
                : !row.has("CapacityReservationStatus"));
        ROW_RULES.put("no commitment without a term", row -> !row.has("CommitmentDiscountId")
                || List.of("provisioned_1mo", "provisioned_6mo", "reserved_1mo", "reserved_3mo")
                        .contains(row.text("x_PricingOption")));
        ROW_RULES.put("what is kept reserves nothing",
                row -> !List.of("Model-Months", "Unit-Minutes").contains(row.text("PricingUnit"))
                        || !row.has("CapacityReservationId"));
        ROW_RULES.put("used and unused say how they were told apart",
                row -> row.has("x_UsedMethod") == row.has("CapacityReservationStatus"));
        ROW_RULES.put("the effective cost of a purchase is 0",
                row -> !row.is("ChargeCategory", "Purchase") || row.number("EffectiveCost").signum() == 0);
        ROW_RULES.put("a purchase is not by usage",
                row -> !row.is("ChargeCategory", "Purchase") || !row.is("ChargeFrequency", "Usage-Based"));
    }

    /** Of a column and the one that goes with it: both are null, or, if it must, neither. */
    private static void addPairs() {
        for (String pair : List.of("RegionId RegionName", "SubAccountId SubAccountType", "ResourceId ResourceType",
                "BillingAccountId BillingAccountType", "CommitmentDiscountId CommitmentDiscountCategory",
                "CommitmentDiscountId CommitmentDiscountType", "CommitmentDiscountQuantity CommitmentDiscountUnit",
                "ConsumedQuantity ConsumedUnit", "SkuId SkuMeter")) {
            String[] columns = pair.split(" ", 2);
            ROW_RULES.put(columns[1] + " goes with " + columns[0], row -> row.has(columns[0]) == row.has(columns[1]));
        }
        for (String pair : List.of("SubAccountId SubAccountName", "ResourceId ResourceName",
                "CommitmentDiscountId CommitmentDiscountName", "SkuPriceId SkuPriceDetails")) {
            String[] columns = pair.split(" ", 2);
            ROW_RULES.put("no " + columns[1] + " without " + columns[0], row -> row.has(columns[0])
                    || !row.has(columns[1]));
        }
    }

    /** The rules that a row breaks. */
    static List<String> broken(Row row) {
        var broken = new ArrayList<String>();
        ROW_RULES.forEach((name, rule) -> {
            if (!rule.test(row)) {
                broken.add(name);
            }
        });
        return broken;
    }
}
