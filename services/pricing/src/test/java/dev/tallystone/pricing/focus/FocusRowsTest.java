package dev.tallystone.pricing.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.Evidence;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FocusRowsTest {

    private static final ChargePeriod HOUR = new ChargePeriod(Instant.parse("2026-11-30T23:00:00Z"),
            Instant.parse("2026-12-01T00:00:00Z"));
    private static final String ARN = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/abc";

    private final FocusRows rows = new FocusRows(
            new Payer("999999999999", "Acme", "Management Account", "AWS EMEA SARL", "AWS Marketplace EMEA",
                    Map.of("123456789012", "prod")),
            "0123abcd");

    private static UsageCharge input(PriceBook.Model model, String called, UnitPrice price) {
        return new UsageCharge(HOUR, "123456789012", "us-east-1", called, model, Routing.GLOBAL, Mode.ON_DEMAND,
                Measure.INPUT, 1_234_567, price, Tags.of(Map.of("team", "search"), Map.of("caller", "role/x")));
    }

    /** $3 a million. */
    private static UnitPrice three(PriceBook.Model model) {
        return UnitPrice.atList(Charges.row(model, PricingOption.ON_DEMAND, "input", "0.000003"), true);
    }

    private static OwnedCapacity owned(PricingOption term, String measure) {
        return new OwnedCapacity(ARN, "fraud", "123456789012", "us-west-2", Charges.NOVA, term, measure,
                term.isProvisioned() ? "" : "global",
                Rate.stated(new BigDecimal("25"), new BigDecimal("21.18"), "contract 7"));
    }

    private void assertCells(PricedCharge charge, Map<String, String> expected) {
        FocusRow row = rows.row(charge);
        expected.forEach((column, value) -> assertThat(text(row, column)).as(column).isEqualTo(value));
    }

    private static String text(FocusRow row, String id) {
        FocusColumn column = FocusColumn.ALL.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        return row.value(column)
                .map(value -> value instanceof BigDecimal number ? number.toPlainString() : value.toString())
                .orElse("");
    }

    @Test
    void usageAtListIsPricedByTheMillion() {
        assertCells(input(Charges.NOVA, "amazon.nova", three(Charges.NOVA)),
                Map.ofEntries(Map.entry("ConsumedQuantity", "1234567"), Map.entry("ConsumedUnit", "Tokens"),
                        Map.entry("PricingQuantity", "1.234567"), Map.entry("PricingUnit", "1000000 Tokens"),
                        Map.entry("ListUnitPrice", "3"), Map.entry("ContractedUnitPrice", "3"),
                        Map.entry("ListCost", "3.703701"), Map.entry("ContractedCost", "3.703701"),
                        Map.entry("EffectiveCost", "3.703701"), Map.entry("BilledCost", "3.703701"),
                        Map.entry("BillingPeriodStart", "2026-11-01T00:00:00Z"),
                        Map.entry("BillingPeriodEnd", "2026-12-01T00:00:00Z"),
                        Map.entry("ChargePeriodStart", "2026-11-30T23:00:00Z"),
                        Map.entry("ChargePeriodEnd", "2026-12-01T00:00:00Z"), Map.entry("ResourceId", ""),
                        Map.entry("x_CostBasis", "estimate at list"), Map.entry("x_PriceEvidence", "on_price_list"),
                        Map.entry("x_Uncertain", "false"), Map.entry("x_Routing", "global"),
                        Map.entry("Tags", "{\"tallystone/caller\":\"role/x\",\"team\":\"search\"}")));
    }

    @Test
    void anAgreementLowersAllButTheListCost() {
        var terms = new Agreement("edp", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                new Agreement.PercentOff(BigDecimal.TEN), Instant.EPOCH, Instant.MAX, "paper");
        UnitPrice list = three(Charges.NOVA);
        var agreed = new UnitPrice(list.list(), new BigDecimal("0.0000027"), false, list.row(), Optional.of(terms));

        assertCells(input(Charges.NOVA, "amazon.nova", agreed),
                Map.of("ListCost", "3.703701", "ListUnitPrice", "3", "ContractedUnitPrice", "2.7", "ContractedCost",
                        "3.3333309", "EffectiveCost", "3.3333309", "BilledCost", "3.3333309", "x_CostBasis",
                        "estimate at contract", "x_Uncertain", "true"));
    }

    @Test
    void theSellerDecidesServicePublisherAndInvoice() {
        assertCells(input(Charges.NOVA, "x", three(Charges.NOVA)), Map.of("ServiceName", "Amazon Bedrock",
                "PublisherName", "AWS", "ProviderName", "AWS", "InvoiceIssuerName", "AWS EMEA SARL"));
        assertCells(input(Charges.CLAUDE, "x", three(Charges.CLAUDE)),
                Map.of("ServiceName", "Claude (Amazon Bedrock Edition)", "PublisherName", "Anthropic", "ProviderName",
                        "AWS", "InvoiceIssuerName", "AWS Marketplace EMEA"));
    }

    @Test
    void payerAndAccountStandApart() {
        assertCells(input(Charges.NOVA, "x", three(Charges.NOVA)), Map.of("BillingAccountId", "999999999999",
                "BillingAccountName", "Acme", "SubAccountId", "123456789012", "SubAccountName", "prod"));
    }

    @Test
    void anArnIsAResource() {
        String profile = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1";

        assertCells(input(Charges.NOVA, profile, three(Charges.NOVA)),
                Map.of("ResourceId", profile, "ResourceType", "Application Inference Profile", "ResourceName", ""));
        assertCells(input(Charges.NOVA, "arn:nonsense", three(Charges.NOVA)), Map.of("ResourceId", ""));
    }

    @Test
    void aSkuPriceIsAPlaceInTheBook() {
        PriceRow row = new PriceRow("acme.nova", Optional.of("us-east-1"), Optional.of(Routing.GEO),
                PricingOption.BATCH, "output", 200_000, "", 1, "one", Usd.of("1"), Instant.MIN, Instant.MAX,
                Instant.MAX, "page", Evidence.ANNOUNCED, "");

        assertThat(Sku.of(row).id()).isEqualTo("acme.nova/output");
        assertThat(Sku.of(row).priceId()).isEqualTo("acme.nova/output/batch/us-east-1/geo/above-200000/any");
        assertThat(Sku.of(row).details()).isEqualTo(Map.of("Model", "acme.nova", "Measure", "output", "PricingOption",
                "batch", "Region", "us-east-1", "Routing", "geo", "ContextClass", "above 200000 input tokens"));
    }

    @Test
    void provisionedHoursAreBilledAsTheyPass() {
        List<CommitmentCharge> hour = CommitmentCharge.split(owned(PricingOption.PROVISIONED_1MO, PriceRow.MODEL_UNIT),
                HOUR, new BigDecimal("2"), new BigDecimal("0.5"), 70_000, "by hand", Tags.NONE);

        assertThat(hour).hasSize(2);
        assertCells(hour.get(0), Map.ofEntries(Map.entry("PricingQuantity", "0.5"), Map.entry("ListCost", "12.5"),
                Map.entry("ContractedCost", "10.59"), Map.entry("EffectiveCost", "10.59"),
                Map.entry("BilledCost", "10.59"), Map.entry("CommitmentDiscountStatus", "Used"),
                Map.entry("CommitmentDiscountQuantity", "0.5"), Map.entry("CommitmentDiscountUnit", "Unit-Hours"),
                Map.entry("CapacityReservationStatus", "Used"), Map.entry("PricingCategory", "Committed"),
                Map.entry("ConsumedQuantity", "70000"), Map.entry("ConsumedUnit", "Tokens"),
                Map.entry("ResourceName", "fraud"), Map.entry("x_PriceSource", "contract 7")));
        assertCells(hour.get(1), Map.of("PricingQuantity", "1.5", "EffectiveCost", "31.77", "BilledCost", "31.77",
                "CommitmentDiscountStatus", "Unused", "ConsumedQuantity", "", "ConsumedUnit", ""));
    }

    @Test
    void unitsWithoutATermAreAReservationAndNoCommitment() {
        List<CommitmentCharge> hour = CommitmentCharge.split(owned(PricingOption.PROVISIONED_NONE, PriceRow.MODEL_UNIT),
                HOUR, BigDecimal.ONE, BigDecimal.ZERO, 0, "by hand", Tags.NONE);

        assertThat(hour).hasSize(1);
        assertCells(hour.getFirst(), Map.of("CommitmentDiscountId", "", "CommitmentDiscountStatus", "",
                "PricingCategory", "Standard", "CapacityReservationId", ARN, "CapacityReservationStatus", "Unused",
                "ConsumedQuantity", "0"));
    }

    @Test
    void aReservedMonthIsBilledOnceAndCarriedByItsHours() {
        OwnedCapacity block = owned(PricingOption.RESERVED_1MO, PriceRow.RESERVED_INPUT);
        var month = new PurchaseCharge(block, ChargePeriod.of(YearMonth.of(2026, 11)), 100, Tags.NONE);

        assertCells(month, Map.of("ChargeCategory", "Purchase", "PricingQuantity", "72000", // 100 for 720 hours
                "PricingUnit", "1000 TPM-Hours", "BilledCost", "1524960", "EffectiveCost", "0", "ChargeFrequency",
                "Recurring", "PricingCategory", "Standard", "x_Routing", "global", "SkuPriceId",
                "acme.nova/reserved_input/reserved_1mo/us-west-2/global/above-0/any"));
        assertCells(
                CommitmentCharge
                        .split(block, HOUR, new BigDecimal("100"), new BigDecimal("100"), 9, "by hand", Tags.NONE)
                        .getFirst(),
                Map.of("BilledCost", "0", "EffectiveCost", "2118", "CommitmentDiscountType",
                        "Reserved Tier"));
    }

    @Test
    void aBlockBoughtInMidMonthIsBilledThere() {
        var bought = new ChargePeriod(Instant.parse("2026-11-15T00:00:00Z"), Instant.parse("2026-12-15T00:00:00Z"));

        assertCells(new PurchaseCharge(owned(PricingOption.RESERVED_1MO, PriceRow.RESERVED_INPUT), bought, 100,
                Tags.NONE),
                Map.of("BillingPeriodStart", "2026-11-01T00:00:00Z", "ChargePeriodEnd",
                        "2026-12-15T00:00:00Z", "CommitmentDiscountQuantity", "72000"));
    }

    @Test
    void whatIsKeptIsUsageWithoutACommitment() {
        var storage = new PriceBook.Model("aws.storage", "Storage", "Amazon", "storage", Seller.AWS, "");
        var kept = new CalendarCharge(HOUR, "123456789012", "us-west-2", ARN, "fraud v7", storage,
                Sku.of(Charges.row(storage, PricingOption.ON_DEMAND, PriceRow.MODEL_STORAGE, "1.95")),
                Rate.stated(new BigDecimal("1.95"), new BigDecimal("1.5"), "contract 7"), new BigDecimal("0.5"),
                Tags.NONE);

        assertCells(kept, Map.ofEntries(Map.entry("ChargeCategory", "Usage"), Map.entry("PricingUnit", "Model-Months"),
                Map.entry("ConsumedQuantity", "0.5"), Map.entry("ListCost", "0.975"),
                Map.entry("ContractedCost", "0.75"), Map.entry("EffectiveCost", "0.75"),
                Map.entry("BilledCost", "0.75"), Map.entry("CommitmentDiscountId", ""),
                Map.entry("CapacityReservationId", ""), Map.entry("ResourceId", ARN),
                Map.entry("ResourceName", "fraud v7"), Map.entry("x_UsedMethod", ""),
                Map.entry("x_CostBasis", "estimate at stated price, list by price book")));
    }

    @Test
    void aStatedPriceStandsForTheListWhereThatHasNone() {
        assertThat(Rate.stated(new BigDecimal("21"), "contract 7").listCost(BigDecimal.TWO)).isEqualTo(Usd.of("42"));
        assertThat(Rate.stated(new BigDecimal("21"), "contract 7").basisLabel())
                .isEqualTo("estimate at stated price, also as list: none in price book");
    }

    @Test
    void rowsMustNameTheirPriceBook() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FocusRows(Payer.of("1"), " "))
                .withMessageContaining("digest");
    }
}
