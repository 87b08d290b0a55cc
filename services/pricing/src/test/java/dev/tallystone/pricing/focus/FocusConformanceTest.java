package dev.tallystone.pricing.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rows of every kind against the requirements, and a broken row or file against each of them. */
class FocusConformanceTest {

    private static final FocusRows ROWS = new FocusRows(
            new Payer("999999999999", "Acme", "Management Account", "AWS EMEA SARL", "AWS Inc.",
                    Map.of("123456789012", "prod")),
            "0123abcd");

    private static List<FocusRow> rowsOf(long seed) {
        List<FocusRow> rows = rows(seed);
        List<FocusRow> signed = rows.subList(0, rows.size() / 2);
        return Stream.concat(rows.stream(), FocusCorrections
                .of(YearMonth.of(2026, 11), signed, rows(seed + 1), YearMonth.of(2026, 12), "=late, \"twice\"")
                .stream()).toList();
    }

    private static List<FocusRow> rows(long seed) {
        return new Charges(seed).some(200).stream().map(ROWS::row).toList();
    }

    @Test
    void rowsOfEveryKindKeepEveryRule() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        for (long i = 0; i < 5; i++) {
            Written file = Written.csv(rowsOf(seed + i));

            for (Row row : file.rows()) {
                assertThat(FocusChecker.broken(row)).as("seed %d, replay with -Dseed, row %s", seed + i, row).isEmpty();
            }
            assertThat(DatasetChecker.broken(file.header(), file.rows())).as("seed %d", seed + i).isEmpty();
        }
    }

    @Test
    void jsonSaysTheSameAsCsv() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        List<FocusRow> rows = rowsOf(seed);

        assertThat(Written.json(rows)).as("seed %d", seed).isEqualTo(Written.csv(rows));
    }

    @Test
    void theColumnsAreThoseOfTheSpecification() {
        for (FocusColumn column : FocusColumn.ALL) {
            Requirement need = Requirement.BY_COLUMN.get(column.id());
            if (need == null) {
                assertThat(column.level()).as(column.id()).isEqualTo(FocusColumn.Level.CUSTOM);
            } else {
                assertThat(column.level().name()).as(column.id()).isEqualToIgnoringCase(need.level());
                assertThat(column.type().name().replace("DATE_", "")).as(column.id())
                        .isEqualToIgnoringCase(need.type());
                assertThat(need.nulls() || column.nulls() == FocusColumn.Nulls.NEVER).as(column.id()).isTrue();
            }
        }
        assertThat(FocusColumn.ALL.stream().filter(column -> column.level() == FocusColumn.Level.MANDATORY))
                .hasSize(21);
    }

    private static Row first(Written file, Predicate<Row> kind) {
        return file.rows().stream().filter(kind).findFirst().orElseThrow();
    }

    /** For each rule of a row, a good row and one cell that breaks it. */
    private static Map<String, Row> brokenRows(Written file) {
        Row usage = first(file, row -> row.is("PricingUnit", "1000000 Tokens") && row.isPriced()
                && row.has("SubAccountId") && row.has("RegionId"));
        Row used = first(file, row -> row.is("CommitmentDiscountStatus", "Used"));
        Row purchase = first(file, row -> row.is("ChargeCategory", "Purchase"));
        Row correction = first(file, row -> row.isCorrection());
        Row reserved = first(file, row -> row.has("CapacityReservationId") && row.isUsage());
        Row untermed = first(file, row -> row.is("x_PricingOption", "provisioned_none"));
        Row kept = first(file, row -> row.is("PricingUnit", "Model-Months"));
        Row imported = first(file, row -> row.is("PricingUnit", "Unit-Minutes"));
        return Map.ofEntries(Map.entry("null where FOCUS allows none", usage.with("EffectiveCost", "")),
                Map.entry("type", usage.with("EffectiveCost", "1E-7")),
                Map.entry("allowed value", usage.with("PricingCategory", "Spot")),
                Map.entry("ListUnitPrice of usage and purchases", usage.with("ListUnitPrice", "")),
                Map.entry("ContractedUnitPrice of usage and purchases", usage.with("ContractedUnitPrice", "")),
                Map.entry("PricingQuantity of usage and purchases", usage.with("PricingQuantity", "")),
                Map.entry("PricingUnit of usage and purchases", usage.with("PricingUnit", "")),
                Map.entry("PricingCategory of usage and purchases", usage.with("PricingCategory", "")),
                Map.entry("SkuId of usage and purchases", usage.with("SkuId", "")),
                Map.entry("SkuPriceId of usage and purchases", usage.with("SkuPriceId", "")),
                Map.entry("ListCost is the product", usage.with("ListCost", usage.text("ListCost") + "1")),
                Map.entry("ContractedCost is the product", purchase.with("ContractedCost", "0.0000000001")),
                Map.entry("prices are not negative", usage.with("ListUnitPrice", "-1")),
                Map.entry("units as FOCUS writes them", usage.with("ConsumedUnit", "tokens")),
                Map.entry("a million tokens a unit", usage.with("ConsumedQuantity", "0.5")),
                Map.entry("the basis of the costs", usage.with("x_CostBasis", "invoice")),
                Map.entry("a charge period begins before it ends",
                        usage.with("ChargePeriodEnd", usage.text("ChargePeriodStart"))),
                Map.entry("a billing period is a UTC month", usage.with("BillingPeriodEnd", "2026-11-30T23:59:59Z")),
                Map.entry("charged within the month that is billed",
                        usage.with("ChargePeriodStart", "2026-10-31T23:00:00Z")),
                Map.entry("a correction is of an earlier month",
                        correction.with("ChargePeriodEnd", "2026-12-02T00:00:00Z")),
                Map.entry("consumed by usage alone", purchase.with("ConsumedQuantity", "5")),
                Map.entry("a commitment has a status when used", used.with("CommitmentDiscountStatus", "")),
                Map.entry("a commitment has a quantity", used.with("CommitmentDiscountQuantity", "0")),
                Map.entry("committed if and only if used under a commitment", used.with("PricingCategory", "Standard")),
                Map.entry("a reservation has a status when used", reserved.with("CapacityReservationStatus", "")),
                Map.entry("as much consumed as priced where both have one unit",
                        imported.with("ConsumedQuantity", "59")),
                Map.entry("no commitment without a term", untermed.with("CommitmentDiscountId", "arn")),
                Map.entry("what is kept reserves nothing", kept.with("CapacityReservationId", "arn")),
                Map.entry("used and unused say how they were told apart", reserved.with("x_UsedMethod", "")),
                Map.entry("the effective cost of a purchase is 0", purchase.with("EffectiveCost", "0.01")),
                Map.entry("a purchase is not by usage", purchase.with("ChargeFrequency", "Usage-Based")),
                Map.entry("RegionName goes with RegionId", usage.with("RegionName", "")),
                Map.entry("SubAccountType goes with SubAccountId", usage.with("SubAccountType", "")),
                Map.entry("ResourceType goes with ResourceId", used.with("ResourceType", "")),
                Map.entry("BillingAccountType goes with BillingAccountId", usage.with("BillingAccountType", "")),
                Map.entry("CommitmentDiscountCategory goes with CommitmentDiscountId",
                        used.with("CommitmentDiscountCategory", "")),
                Map.entry("CommitmentDiscountType goes with CommitmentDiscountId",
                        usage.with("CommitmentDiscountType", "Reserved Tier")),
                Map.entry("CommitmentDiscountUnit goes with CommitmentDiscountQuantity",
                        used.with("CommitmentDiscountUnit", "")),
                Map.entry("ConsumedUnit goes with ConsumedQuantity", purchase.with("ConsumedUnit", "Tokens")),
                Map.entry("SkuMeter goes with SkuId", usage.with("SkuMeter", "")),
                Map.entry("no SubAccountName without SubAccountId",
                        usage.with("SubAccountId", "").with("SubAccountName", "prod")),
                Map.entry("no ResourceName without ResourceId", used.with("ResourceId", "")),
                Map.entry("no CommitmentDiscountName without CommitmentDiscountId",
                        usage.with("CommitmentDiscountName", "fraud")),
                Map.entry("no SkuPriceDetails without SkuPriceId", correction.with("SkuPriceId", "")));
    }

    @TestFactory
    Stream<DynamicTest> aBrokenRowIsCaught() throws IOException {
        Map<String, Row> broken = brokenRows(Written.csv(rowsOf(1)));
        assertThat(broken.keySet()).as("no rule without its broken row").isEqualTo(FocusChecker.ROW_RULES.keySet());

        return broken.entrySet()
                .stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(),
                        () -> assertThat(FocusChecker.broken(entry.getValue())).contains(entry.getKey())));
    }

    private static List<Row> changed(List<Row> rows, Predicate<Row> which, String column, String value) {
        var changed = new ArrayList<>(rows);
        Row row = rows.stream().filter(which).findFirst().orElseThrow();
        Collections.replaceAll(changed, row, row.with(column, value));
        return changed;
    }

    /** One row that says otherwise than its twin. */
    private static List<Row> twins(Row row, String column) {
        return List.of(row, row.with(column, "{}"));
    }

    @Test
    void aBrokenFileIsCaught() throws IOException {
        Written file = Written.csv(rowsOf(1));
        List<String> header = file.header();
        Row row = first(file, candidate -> candidate.has("CommitmentDiscountId"));
        Map<String, Written> broken = Map.ofEntries(
                Map.entry("every column is there", new Written(header.subList(1, header.size()), file.rows())),
                Map.entry("other columns begin with x_", new Written(with(header, "BookDigest"), file.rows())),
                Map.entry("names as FOCUS writes them", new Written(with(header, "x_book_digest"), file.rows())),
                Map.entry("no column twice", new Written(with(header, "Tags"), file.rows())),
                Map.entry("one SkuId for one SkuPriceId", new Written(header, twins(row, "SkuId"))),
                Map.entry("one SkuPriceDetails for one SkuPriceId", new Written(header, twins(row, "SkuPriceDetails"))),
                Map.entry("one SkuMeter for one SkuId", new Written(header, twins(row, "SkuMeter"))),
                Map.entry("one CommitmentDiscountUnit for one CommitmentDiscountId",
                        new Written(header, twins(row, "CommitmentDiscountUnit"))),
                Map.entry("one ServiceCategory for one ServiceName",
                        new Written(header, twins(row, "ServiceCategory"))),
                Map.entry("one ServiceSubcategory for one ServiceName",
                        new Written(header, twins(row, "ServiceSubcategory"))),
                Map.entry("what was bought is what the hours cost", new Written(header, changed(file.rows(),
                        candidate -> candidate.is("ChargeCategory", "Purchase"), "BilledCost", "1"))));

        assertThat(broken.keySet()).as("no rule without its broken file").isEqualTo(DatasetChecker.RULES.keySet());
        broken.forEach((rule, written) -> assertThat(DatasetChecker.broken(written.header(), written.rows())).as(rule)
                .contains(rule));
    }

    private static List<String> with(List<String> header, String column) {
        return Stream.concat(header.stream(), Stream.of(column)).collect(Collectors.toList());
    }
}
