package dev.tallystone.pricing.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FocusFilesTest {

    private static final Coverage ALL = new Coverage(3, 3, 30, 30);

    private static UnpricedUsage unpriced(String model, long requests) {
        return new UnpricedUsage(ChargePeriod.of(YearMonth.of(2026, 11)), "123456789012", "us-east-1", model,
                Mode.FLEX,
                Quantities.of(Measure.INPUT, 70)
                        .plus(Quantities.of(Measure.REQUESTS, requests))
                        .plus(Quantities.of(Measure.LATENCY_MS, 9)),
                List.of("no price of input", "no price of output"), new Tags(Map.of("team", "a \"b\", c")));
    }

    private static String row(FocusRow row) throws IOException {
        return Written.text(out -> FocusCsv.writeRows(List.of(row), out)).lines().skip(1).findFirst().orElseThrow();
    }

    /** A row of nothing but what must be there, each {@code x}, and one description. */
    private static FocusRow described(String description, BigDecimal cost) {
        var draft = new FocusRow.Draft();
        for (FocusColumn column : FocusColumn.ALL) {
            if (column.nulls() == FocusColumn.Nulls.NEVER) {
                switch (column.type()) {
                    case STRING -> draft.put(column, "x");
                    case DECIMAL -> draft.put(column, cost);
                    case DATE_TIME -> draft.put(column, Instant.EPOCH);
                    case JSON -> draft.put(column, Map.of("k", "v"));
                }
            }
        }
        return draft.put(FocusColumn.CHARGE_DESCRIPTION, description).build();
    }

    @Test
    void unpricedUsageIsWrittenApartWithItsReason() throws IOException {
        assertThat(Written.text(out -> FocusCsv.writeUnpriced(List.of(unpriced("acme.new", 2)), out))).isEqualTo("""
            ChargePeriodStart,ChargePeriodEnd,SubAccountId,RegionId,x_Model,x_Mode,x_Requests,x_Quantities,x_Reason,Tags
            2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,123456789012,us-east-1,acme.new,flex,2,"{""input"":70}",\
            no price of input; no price of output,"{""team"":""a \\""b\\"", c""}"
            """);
    }

    @Test
    void theHeaderStandsAboveNothingToo() throws IOException {
        assertThat(Written.text(out -> FocusCsv.writeRows(List.of(), out))).startsWith("BilledCost,BillingAccountId,")
                .endsWith(",x_Routing,x_Uncertain,x_UsedMethod\n")
                .hasLineCount(1);
        assertThat(Written.text(out -> FocusJson.writeRows(List.of(), out))).isEqualTo("[]");
    }

    @Test
    void aTextIsQuotedWhereItMustBeAndNeverAFormula() throws IOException {
        assertThat(row(described("a,b", BigDecimal.ONE))).contains(",\"a,b\",");
        assertThat(row(described("say \"hi\"", BigDecimal.ONE))).contains(",\"say \"\"hi\"\"\",");
        for (String formula : List.of("=1+1", "+1", "-1", "@sum")) {
            assertThat(row(described(formula, BigDecimal.ONE))).contains(",'" + formula + ",");
        }
        assertThat(row(described("\t=1", BigDecimal.ONE))).contains("'\t=1");
        assertThat(row(described("a=1", BigDecimal.ONE))).contains(",a=1,");
    }

    @Test
    void jsonLeavesATextAsItIs() throws IOException {
        List<FocusRow> rows = List.of(described("=1+1", BigDecimal.ONE));

        assertThat(Written.json(rows).rows().getFirst().text("ChargeDescription")).isEqualTo("=1+1");
    }

    @Test
    void numbersArePlainAndMayBeNegative() throws IOException {
        assertThat(row(described("x", new BigDecimal("-0.00000000120")))).startsWith("-0.0000000012,");
        assertThat(row(described("x", new BigDecimal("1E+9")))).startsWith("1000000000,");
        assertThat(row(described("x", new BigDecimal("0.000")))).startsWith("0,");
        assertThat(Written.text(out -> FocusJson.writeRows(
                List.of(described("x", new BigDecimal("1E-9"))), out))).startsWith("[{\"BilledCost\":0.000000001,");
    }

    @Test
    void theStreamStaysOpen() throws IOException {
        var closed = new AtomicBoolean();
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        FocusCsv.writeRows(List.of(), out);
        FocusJson.writeRows(List.of(), out);

        assertThat(closed).isFalse();
    }

    @Test
    void aRowRefusesNullWhereNoneMayBeAndAnotherType() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FocusRow.Draft().build())
                .withMessageContaining("BilledCost must not be null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FocusRow.Draft().put(FocusColumn.BILLED_COST, "1"))
                .withMessageContaining("BilledCost is a DECIMAL");
    }

    @Test
    void theMetadataSaysWhatTheRowsAreAndWhatIsMissing() throws IOException {
        var unpriced = List.of(unpriced("acme.small", 1), unpriced("acme.new", 2), unpriced("acme.new", 3));
        JsonNode metadata = read(new FocusMetadata("Tallystone 1", Instant.parse("2026-11-24T10:00:00.123Z"), "abc", "",
                new Coverage(1_999_999, 2_000_000, 1, 3), unpriced));

        assertThat(metadata.get("Statement").asText()).startsWith("FOCUS-shaped estimate");
        assertThat(metadata.get("FocusVersion").asText()).isEqualTo("1.2");
        assertThat(metadata.get("CreationDate").asText()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(metadata.get("BillingCurrency").asText()).isEqualTo("USD");
        assertThat(metadata.get("x_BookDigest").asText()).isEqualTo("abc");
        assertThat(metadata.get("Coverage").get("ShareOfRequests").asText()).as("never rounded up to all of it")
                .isEqualTo("0.999999");
        assertThat(metadata.get("Coverage").get("ShareOfTokens").asText()).isEqualTo("0.333333");
        assertThat(metadata.get("Unpriced").get(0).get("Model").asText()).isEqualTo("acme.new");
        assertThat(metadata.get("Unpriced").get(0).get("Requests").asLong()).isEqualTo(5);
        assertThat(metadata.get("ColumnDefinition").findValuesAsText("ColumnName"))
                .isEqualTo(FocusColumn.ALL.stream().map(FocusColumn::id).toList());
    }

    @Test
    void theMetadataListsABoundedNumberAndCountsTheRest() throws IOException {
        List<UnpricedUsage> many = IntStream.range(0, 130).mapToObj(i -> unpriced("acme." + i, i + 1)).toList();

        JsonNode metadata = read(new FocusMetadata("Tallystone 1", Instant.EPOCH, "abc", "", ALL, many));

        assertThat(metadata.get("Unpriced")).hasSize(100);
        assertThat(metadata.get("UnpricedNotListed").asInt()).isEqualTo(30);
        assertThat(metadata.get("Unpriced").get(99).get("Requests").asLong()).as("the smallest are left out")
                .isEqualTo(31);
    }

    @Test
    void nothingAtAllIsCoveredWhollyAndMoreThanAllCannotBe() {
        assertThat(new Coverage(0, 0, 0, 0).shareOfRequests()).isEqualByComparingTo("1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(2, 1, 0, 0))
                .withMessageContaining("2 of 1 requests");
    }

    private static JsonNode read(FocusMetadata metadata) throws IOException {
        return JsonMapper.builder().build().readTree(Written.text(metadata::write));
    }
}
