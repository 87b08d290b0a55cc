package dev.tallystone.pricing.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What may not be charged at all. */
class ChargeTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final ChargePeriod MONTH = ChargePeriod.of(NOVEMBER);
    private static final Rate RATE = Rate.stated(BigDecimal.ONE, BigDecimal.ONE, "contract");

    private static void assertRefused(String why, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(why);
    }

    private static UsageCharge usage(Mode mode, Measure measure, long quantity, String priced, PricingOption option) {
        return new UsageCharge(MONTH, "1", "us-east-1", "x", Charges.NOVA, Routing.GEO, mode, measure, quantity,
                UnitPrice.atList(Charges.row(Charges.NOVA, option, priced, "1"), true), Tags.NONE);
    }

    private static OwnedCapacity owned(PricingOption term, String measure) {
        return new OwnedCapacity("id", "fraud", "1", "us-east-1", Charges.NOVA, term, measure, "", RATE);
    }

    @Test
    void usageMustBeSomeAndHaveAPriceOfItsOwn() {
        assertRefused("not 0 of INPUT",
                () -> usage(Mode.ON_DEMAND, Measure.INPUT, 0, "input", PricingOption.ON_DEMAND));
        assertRefused("LATENCY_MS",
                () -> usage(Mode.ON_DEMAND, Measure.LATENCY_MS, 1, "latency_ms", PricingOption.ON_DEMAND));
        assertRefused("price of output",
                () -> usage(Mode.ON_DEMAND, Measure.INPUT, 1, "output", PricingOption.ON_DEMAND));
        assertRefused("by batch", () -> usage(Mode.ON_DEMAND, Measure.INPUT, 1, "input", PricingOption.BATCH));
        assertRefused("by provisioned",
                () -> usage(Mode.PROVISIONED, Measure.INPUT, 1, "input", PricingOption.ON_DEMAND));
        assertThat(usage(Mode.ON_DEMAND, Measure.CACHE_WRITE, 1, "cache_write_5m", PricingOption.ON_DEMAND).sku()
                .meter()).isEqualTo("Cache Write 5m");
        assertThat(usage(Mode.PROVISIONED, Measure.GUARDRAIL_PII, 1, "guardrail_pii", PricingOption.ON_DEMAND).unit())
                .isEqualTo(PricingUnit.TEXT_UNITS);
    }

    @Test
    void whatIsUsedLiesWithinOneMonth() {
        Instant end = MONTH.until();
        var across = new ChargePeriod(end.minusSeconds(3_600), end.plusSeconds(3_600));
        OwnedCapacity block = owned(PricingOption.RESERVED_1MO, PriceRow.RESERVED_INPUT);

        assertRefused("split it at 2026-12-01T00:00:00Z", () -> new UsageCharge(across, "1", "us-east-1", "x",
                Charges.NOVA, Routing.GEO, Mode.ON_DEMAND, Measure.INPUT, 1,
                UnitPrice.atList(Charges.row(Charges.NOVA, PricingOption.ON_DEMAND, "input", "1"), true), Tags.NONE));
        assertRefused("split it at 2026-12-01T00:00:00Z",
                () -> CommitmentCharge.split(block, across, BigDecimal.ONE, BigDecimal.ZERO, 0, "by hand", Tags.NONE));
        assertRefused("split it at 2026-12-01T00:00:00Z", () -> kept(across, PriceRow.IMPORT_UNIT, BigDecimal.ONE));
        assertThat(new PurchaseCharge(block, across, 10, Tags.NONE).period().month()).isEqualTo(NOVEMBER);
    }

    private static CalendarCharge kept(ChargePeriod period, String measure, BigDecimal counted) {
        return new CalendarCharge(period, "1", "us-east-1", "arn", "kept", Charges.NOVA,
                Sku.of(Charges.row(Charges.NOVA, PricingOption.ON_DEMAND, measure, "1")), RATE, counted, Tags.NONE);
    }

    @Test
    void whatIsKeptIsStorageOrAnImportForSomeTime() {
        assertRefused("not by model_unit", () -> kept(MONTH, PriceRow.MODEL_UNIT, BigDecimal.ONE));
        assertRefused("not 0", () -> kept(MONTH, PriceRow.MODEL_STORAGE, BigDecimal.ZERO));
    }

    @Test
    void aPartSaysHowItWasFound() {
        assertRefused("must say how", () -> CommitmentCharge.split(
                owned(PricingOption.PROVISIONED_6MO, PriceRow.MODEL_UNIT), MONTH, BigDecimal.ONE, BigDecimal.ZERO, 0,
                " ", Tags.NONE));
    }

    @Test
    void aPeriodBeginsBeforeItEnds() {
        Instant end = MONTH.until();

        assertRefused("begin", () -> new ChargePeriod(end, end));
        assertRefused("whole seconds", () -> new ChargePeriod(end.minusMillis(1), end));
        assertThat(new ChargePeriod(end.minusSeconds(1), end).month()).isEqualTo(NOVEMBER);
        assertThat(ChargePeriod.around(end.minusMillis(1_500), end.minusMillis(1)))
                .isEqualTo(new ChargePeriod(end.minusSeconds(2), end));
    }

    @Test
    void capacityIsOwnedUnderATermThatSellsIt() {
        assertRefused("model_unit under batch", () -> owned(PricingOption.BATCH, PriceRow.MODEL_UNIT));
        assertRefused("reserved_input under provisioned_1mo",
                () -> owned(PricingOption.PROVISIONED_1MO, PriceRow.RESERVED_INPUT));
        assertRefused("model_unit under reserved_3mo", () -> owned(PricingOption.RESERVED_3MO, PriceRow.MODEL_UNIT));
    }

    @Test
    void partsAreWithinTheWhole() {
        OwnedCapacity two = owned(PricingOption.PROVISIONED_6MO, PriceRow.MODEL_UNIT);
        BigDecimal total = BigDecimal.TWO;

        assertRefused("2.1 cannot have been used", () -> CommitmentCharge.split(two, MONTH, total,
                new BigDecimal("2.1"), 1, "by hand", Tags.NONE));
        assertRefused("0 cannot have been used by 1",
                () -> CommitmentCharge.split(two, MONTH, total, BigDecimal.ZERO, 1, "by hand", Tags.NONE));
        assertRefused("used by 0",
                () -> CommitmentCharge.split(two, MONTH, total, BigDecimal.ONE, 0, "by hand", Tags.NONE));
        assertThat(CommitmentCharge.split(two, MONTH, total, new BigDecimal("2.0"), 1, "by hand", Tags.NONE))
                .hasSize(1);
    }

    @Test
    void onlyReservedMonthsArePaidAheadAndTheirEffectiveCostStaysZero() {
        OwnedCapacity units = owned(PricingOption.PROVISIONED_6MO, PriceRow.MODEL_UNIT);
        OwnedCapacity block = owned(PricingOption.RESERVED_1MO, PriceRow.RESERVED_OUTPUT);
        var halfHour = new ChargePeriod(MONTH.from(), MONTH.from().plusSeconds(1800));

        assertRefused("provisioned_6mo is billed by the hour",
                () -> new PurchaseCharge(units, MONTH, 1, Tags.NONE));
        assertRefused("not 0", () -> new PurchaseCharge(block, MONTH, 0, Tags.NONE));
        assertRefused("whole hours", () -> new PurchaseCharge(block, halfHour, 1, Tags.NONE));
    }

    @Test
    void unpricedUsageSaysWhy() {
        assertRefused("must say why", () -> new UnpricedUsage(MONTH, "1", "us-east-1", "x", Mode.ON_DEMAND,
                Quantities.NONE, List.of(), Tags.NONE));
    }

    @Test
    void tagsAreBoundedAndOursCannotBeTaken() {
        Map<String, String> many = IntStream.rangeClosed(0, Tags.MAX)
                .boxed()
                .collect(Collectors.toMap(String::valueOf, String::valueOf));

        assertRefused("51 tags", () -> new Tags(many));
        assertRefused("'team' and ' '", () -> new Tags(Map.of("team", " ")));
        assertThat(Tags.of(Map.of("tallystone/caller", "forged", "team", ""), Map.of("caller", "user/me")).byKey())
                .isEqualTo(Map.of("tallystone/caller", "user/me"));
    }

    @Test
    void aPriceHasASourceAndIsNotNegative() {
        assertRefused("-1", () -> Rate.stated(BigDecimal.ONE.negate(), BigDecimal.ONE, "contract"));
        assertRefused("source", () -> Rate.stated(BigDecimal.ONE, BigDecimal.ONE, ""));
        assertRefused("payer", () -> Payer.of(""));
    }
}
