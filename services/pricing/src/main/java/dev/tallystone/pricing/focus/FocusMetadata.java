package dev.tallystone.pricing.focus;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands beside the rows: what they are, of when, by which prices, and what is missing from them.
 *
 * @param generator
 *            name and version of what wrote them
 * @param bookDigest
 *            of the price book
 * @param closedMonth
 *            digest of the month as it was closed; {@code ""} while it is open
 * @param unpriced
 *            what has no price; the file of unpriced usage has all of it, this only the largest
 */
public record FocusMetadata(String generator, Instant created, String bookDigest, String closedMonth,
        Coverage coverage, List<UnpricedUsage> unpriced) {

    /** The version whose columns these are. */
    public static final String FOCUS_VERSION = "1.2";
    /** What the rows are, in words that must stay with them. */
    public static final String STATEMENT = "FOCUS-shaped estimate: costs are computed from invocation logs and a price "
            + "book, not invoiced. Taxes, credits, refunds and support are not in it.";
    /** So many kinds of unpriced usage are listed. */
    public static final int MAX_LISTED = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public FocusMetadata {
        created = created.truncatedTo(ChronoUnit.SECONDS);
        unpriced = List.copyOf(unpriced);
    }

    /** Usage of one model, mode and reason. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record Missing(String model, String mode, String reason, long requests) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Column(String columnName, String dataType, String featureLevel, boolean allowsNulls, String rule) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Priced(long pricedRequests, long requests, BigDecimal shareOfRequests, long pricedTokens, long tokens,
            BigDecimal shareOfTokens) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Document(String statement, String dataGenerator, String focusVersion, String creationDate,
            String billingCurrency, @JsonProperty("x_BookDigest") String bookDigest,
            @JsonProperty("x_ClosedMonthDigest") @JsonInclude(JsonInclude.Include.NON_EMPTY) String closedMonth,
            Priced coverage,
            List<Missing> unpriced, int unpricedNotListed, List<Column> columnDefinition) {}

    /** As a JSON object, in UTF-8; leaves {@code out} open. */
    public void write(OutputStream out) throws IOException {
        List<Missing> missing = missing();
        out.write(MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Document(STATEMENT, generator, FOCUS_VERSION, created.toString(), "USD",
                        bookDigest, closedMonth, priced(), missing.stream().limit(MAX_LISTED).toList(),
                        Math.max(0, missing.size() - MAX_LISTED),
                        FocusColumn.ALL.stream().map(FocusMetadata::definition).toList())));
    }

    private Priced priced() {
        return new Priced(coverage.pricedRequests(), coverage.requests(), coverage.shareOfRequests(),
                coverage.pricedTokens(), coverage.tokens(), coverage.shareOfTokens());
    }

    /** The largest first. */
    private List<Missing> missing() {
        Map<List<String>, Long> requests = new TreeMap<>(Comparator.comparing(List::toString));
        unpriced.forEach(usage -> requests.merge(List.of(usage.model(), usage.mode().label(), usage.reason()),
                usage.requests(), Math::addExact));
        return requests.entrySet()
                .stream()
                .map(entry -> new Missing(entry.getKey().get(0), entry.getKey().get(1), entry.getKey().get(2),
                        entry.getValue()))
                .sorted(Comparator.comparingLong(Missing::requests).reversed())
                .toList();
    }

    private static Column definition(FocusColumn column) {
        return new Column(column.id(), Sku.title(column.type().name().toLowerCase(Locale.ROOT), "_"),
                Sku.title(column.level().name().toLowerCase(Locale.ROOT), "_"),
                column.nulls() == FocusColumn.Nulls.ALLOWED, column.rule());
    }
}
