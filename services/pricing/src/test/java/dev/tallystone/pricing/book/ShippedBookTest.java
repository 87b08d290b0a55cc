package dev.tallystone.pricing.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PricingOption;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws that every row of the book we ship keeps: a slip of the pen breaks one of them. */
class ShippedBookTest {

    private static final PriceBook BOOK = PriceBookReader.shipped();
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant PAST_2026 = Instant.parse("2027-01-01T00:00:00Z");
    private static final Pattern DOUBT = Pattern.compile(
            "lost|not found|not read|not stated|page of 2024|no Region|times the price|secondary|second row");
    private static final int MOST_ROWS_OF_A_MODEL = 200;

    @Test
    void isTheSameBookWhenItIsWrittenAndReadAgain() {
        PriceBook shipped = PriceBookReader.shipped();

        PriceBook again = PriceBookReader.read(PriceBookWriter.write(shipped));

        assertThat(again.rows()).isEqualTo(shipped.rows());
        assertThat(again.digest()).as("no comment and no order in it").isEqualTo(shipped.digest());
    }

    @Test
    void beginsEveryPriceOnAPlausibleDay() {
        assertThat(BOOK.rows()).allSatisfy(row -> assertThat(row.from()).isBetween(FIRST, PAST_2026));
    }

    @Test
    void sellsEveryModelOnDemandAtSomeTime() {
        Set<String> onDemand = BOOK.rows()
                .stream()
                .filter(row -> row.option() == PricingOption.ON_DEMAND)
                .map(PriceRow::model)
                .collect(Collectors.toSet());

        assertThat(onDemand).as("a model sold by units alone would be an exception, and there is none")
                .containsExactlyInAnyOrderElementsOf(BOOK.models().keySet());
    }

    @Test
    void pricesMoreThanFourHundredPairsOfModelAndRoutingByOption() {
        Set<List<Object>> triples = BOOK.rows()
                .stream()
                .map(row -> List.<Object>of(row.model(), row.routing(), row.option()))
                .collect(Collectors.toSet());

        assertThat(triples).hasSizeGreaterThan(400);
    }

    @Test
    void marksWhatItsNoteDoubts() {
        assertThat(BOOK.rows()).filteredOn(row -> DOUBT.matcher(row.note()).find())
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(row.certainUntil()).isNotEqualTo(Instant.MAX));
    }

    @Test
    void saysWhyWhereItDoubts() {
        assertThat(BOOK.rows()).filteredOn(row -> !row.certainUntil().equals(Instant.MAX))
                .allSatisfy(row -> assertThat(row.note()).isNotEmpty());
    }

    @Test
    void chargesNothingOnlyWhereItDoubts() {
        assertThat(BOOK.rows()).filteredOn(row -> row.usd().amount().signum() == 0)
                .allSatisfy(row -> assertThat(row.certainUntil()).isEqualTo(row.from()));
    }

    @Test
    void keepsTheRowsOfAModelFew() {
        Map<String, Long> rows = BOOK.rows()
                .stream()
                .collect(Collectors.groupingBy(PriceRow::model, Collectors.counting()));

        assertThat(rows.values()).allSatisfy(count -> assertThat(count).isLessThan(MOST_ROWS_OF_A_MODEL));
    }

    /**
     * Thousandfold slips of unit leave this range: the cheapest token costs 0.875 cents a million, the dearest 137.50.
     */
    @Test
    void pricesAMillionTokensBetweenACentAndTwoHundredDollars() {
        assertThat(BOOK.rows()).filteredOn(row -> row.perUnit().endsWith("tokens") && row.usd().amount().signum() > 0)
                .allSatisfy(row -> assertThat(row.usdPerUnit().movePointRight(6))
                        .isBetween(new BigDecimal("0.008"), new BigDecimal("200")));
    }

    @Test
    void sellsBatchAndFlexNeverDearerAndPriorityNeverCheaperThanOnDemand() {
        Map<List<Object>, List<PriceRow>> places = BOOK.rows()
                .stream()
                .collect(Collectors.groupingBy(row -> List.of(row.model(), row.region(), row.routing(), row.measure(),
                        row.above(), row.variant())));
        List<String> wrong = new ArrayList<>();
        for (List<PriceRow> place : places.values()) {
            Optional<BigDecimal> dearest = extreme(place, BigDecimal::max);
            Optional<BigDecimal> cheapest = extreme(place, BigDecimal::min);
            place.stream()
                    .filter(row -> dearest.isPresent() && cheapest.isPresent()
                            && contradicts(row, cheapest.get(), dearest.get()))
                    .forEach(row -> wrong.add(row.toString()));
        }

        assertThat(wrong).isEmpty();
    }

    private static Optional<BigDecimal> extreme(List<PriceRow> place,
            BinaryOperator<BigDecimal> which) {
        return place.stream()
                .filter(row -> row.option() == PricingOption.ON_DEMAND)
                .map(PriceRow::usdPerUnit)
                .reduce(which);
    }

    private static boolean contradicts(PriceRow row, BigDecimal cheapest, BigDecimal dearest) {
        return switch (row.option()) {
            case BATCH, FLEX -> row.usdPerUnit().compareTo(dearest) > 0;
            case PRIORITY, LATENCY_OPTIMIZED -> row.usdPerUnit().compareTo(cheapest) < 0;
            case ON_DEMAND, PROVISIONED_NONE, PROVISIONED_1MO, PROVISIONED_6MO, RESERVED_1MO, RESERVED_3MO -> false;
        };
    }

    /** AWS publishes one price for both routings of Claude, so each is written twice. */
    @Test
    void sellsClaudeInRegionAndWithinAGeographyAtOnePrice() {
        Function<Routing, Set<List<Object>>> prices = routing -> BOOK.rows()
                .stream()
                .filter(row -> row.model().startsWith("anthropic.") && row.routing().equals(Optional.of(routing)))
                .map(row -> List.<Object>of(row.model(), row.option(), row.measure(), row.above(), row.usd(),
                        row.from()))
                .collect(Collectors.toSet());

        assertThat(prices.apply(Routing.IN_REGION)).hasSizeGreaterThan(100).isEqualTo(prices.apply(Routing.GEO));
    }

    /** Days of the Bedrock user guide's lifecycle tables, or the latest on which a model can have ended. */
    @ParameterizedTest
    @CsvSource({"anthropic.claude-v2, 2026-08-19", "anthropic.claude-v2:1, 2026-08-19",
            "anthropic.claude-instant-v1, 2026-08-19", "anthropic.claude-3-opus-20240229-v1:0, 2026-08-19",
            "anthropic.claude-3-sonnet-20240229-v1:0, 2026-07-30", "anthropic.claude-3-haiku-20240307-v1:0, 2026-09-10",
            "anthropic.claude-3-5-haiku-20241022-v1:0, 2026-06-19",
            "anthropic.claude-3-5-sonnet-20240620-v1:0, 2026-08-19",
            "anthropic.claude-3-5-sonnet-20241022-v2:0, 2026-08-19",
            "anthropic.claude-3-7-sonnet-20250219-v1:0, 2026-04-28",
            "anthropic.claude-opus-4-20250514-v1:0, 2026-05-31",
            "anthropic.claude-sonnet-4-20250514-v1:0, 2026-10-14",
            "anthropic.claude-opus-4-1-20250805-v1:0, 2027-01-08",
            "anthropic.claude-sonnet-4-5-20250929-v1:0, 2027-04-08", "amazon.titan-text-lite-v1, 2026-08-19",
            "amazon.titan-text-express-v1, 2026-08-19", "amazon.titan-text-premier-v1:0, 2026-08-19",
            "amazon.titan-image-generator-v1, 2026-08-19", "amazon.titan-image-generator-v2:0, 2026-06-30",
            "amazon.nova-premier-v1:0, 2026-09-14", "amazon.nova-canvas-v1:0, 2026-09-30",
            "amazon.nova-reel-v1:0, 2026-09-30", "amazon.nova-reel-v1:1, 2026-09-30",
            "cohere.command-r-v1:0, 2026-08-19", "cohere.command-r-plus-v1:0, 2026-08-19",
            "ai21.jamba-1-5-large-v1:0, 2026-11-26", "ai21.jamba-1-5-mini-v1:0, 2026-11-26",
            "meta.llama2-13b-chat-v1, 2026-08-19", "meta.llama2-70b-chat-v1, 2026-08-19",
            "meta.llama3-1-405b-instruct-v1:0, 2026-07-07", "meta.llama3-2-1b-instruct-v1:0, 2026-07-07",
            "meta.llama3-2-90b-instruct-v1:0, 2026-07-07", "stability.stable-diffusion-xl-v1, 2026-08-19"})
    void endsARetiredModelOnItsDay(String model, String day) {
        Instant end = Instant.parse(day + "T00:00:00Z");
        Function<Instant, Boolean> over = at -> BOOK.availability().isOver(model, "us-east-1", at);

        assertThat(over.apply(end)).isTrue();
        assertThat(over.apply(end.minusMillis(1))).isFalse();
    }
}
