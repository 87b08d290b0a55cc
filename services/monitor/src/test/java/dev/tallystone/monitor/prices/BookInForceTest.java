package dev.tallystone.monitor.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A price file that changes while it is in force: what is wrong is said, and the last good one stays. */
class BookInForceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String GOOD = """
        book: ours
        currency: USD
        sources:
          page: { title: "A page", seen: 2026-10-01, evidence: on_price_list }
        models:
          - { id: acme.one, name: "Acme One", provider: Acme, kind: text, seller: aws }
          - { id: acme.two, name: "Acme Two", provider: Acme, kind: text, seller: aws }
        prices:
          - { model: acme.one, option: on_demand, measure: input, per: 1M tokens, usd: "3.00", from: 2026-01-01, source: page }
        complete: true
        """;

    @TempDir
    private Path directory;
    private Path file;
    private BookInForce prices;

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(directory.resolve("prices.yaml"), GOOD);
        prices = BookInForce.open(settings(Optional.empty()), NOW);
    }

    private PriceSettings settings(Optional<Path> inForce) {
        return new PriceSettings(Optional.of(file), inForce, Duration.ofSeconds(10));
    }

    private Optional<PriceBook> change(String old, String now) throws IOException {
        assertThat(GOOD).contains(old);
        Files.writeString(file, GOOD.replace(old, now));
        return prices.look(NOW);
    }

    @Test
    void isTheFileFromTheStartOn() {
        assertThat(prices.book().name()).isEqualTo("ours");
        assertThat(prices.status().isReloadOk()).isTrue();
        assertThat(prices.look(NOW)).as("nothing changed").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "3.00"        | "-3.00"                | must not be negative
        "3.00"        | "1e400"                | usd must be less than 10^9, not 1e400
        "3.00"        | "0.0000000000000003"   | at most 15 decimals
        "3.00"        | "30.00"                | ten-fold jump
        "3.00"        | "0.30"                 | ten-fold jump
        currency: USD | currency: EUR          | prices must be in USD, not EUR
        acme.two      | acme.three             | models [acme.two] vanished
        complete: true | prices: []            | not a price book
        source: page }\\n | source: page }\\n  - { model: acme.one, option: on_demand, measure: input, \
        per: 1M tokens, usd: "4", from: 2026-05-01, source: page }\\n | two prices hold at once
        """)
    void staysTheLastGoodOneWhenTheFileIsWrong(String old, String now, String why) throws IOException {
        String before = prices.book().digest();

        assertThat(change(old.replace("\\n", "\n"), now.replace("\\n", "\n"))).isEmpty();

        assertThat(prices.book().digest()).isEqualTo(before);
        assertThat(prices.status().isReloadOk()).isFalse();
        assertThat(prices.status().error()).startsWith(file + ": ").contains(why);
    }

    @Test
    void staysWhenTheFileIsHalfWrittenAndWhenItIsGone() throws IOException {
        String before = prices.book().digest();

        Files.writeString(file, GOOD.substring(0, GOOD.indexOf("complete")));
        assertThat(prices.look(NOW)).isEmpty();
        assertThat(prices.status().error()).contains("complete: true");

        Files.delete(file);
        assertThat(prices.look(NOW)).isEmpty();
        assertThat(prices.status().error()).contains("prices.yaml");
        assertThat(prices.book().digest()).isEqualTo(before);

        Files.writeString(file, GOOD);
        assertThat(prices.look(NOW)).as("the same as before").isEmpty();
        assertThat(prices.status().isReloadOk()).isTrue();
    }

    @Test
    void takesALaterPriceAtOnceAndHoldsABackdatedOne() throws IOException {
        Optional<PriceBook> later = change("source: page }",
                "until: 2026-12-01, source: page }\n  - { model: acme.one, "
                        + "option: on_demand, measure: input, per: 1M tokens, usd: \"2\", from: 2026-12-01, source: page }");
        assertThat(later).isPresent();
        prices.enter(later.get());
        assertThat(prices.book().rows()).hasSize(2);

        change("\"3.00\"", "\"3.30\"");

        assertThat(prices.status().held()).singleElement()
                .satisfies(row -> assertThat(row.usd()).hasToString("$3.3"));
        assertThat(prices.book().rows()).allSatisfy(row -> assertThat(row.usd()).isNotEqualTo(
                prices.status().held().getFirst().usd()));

        prices.repriced();
        assertThat(prices.status().held()).isEmpty();
        assertThat(prices.status().kept()).isEmpty();
        assertThat(prices.book().rows()).singleElement().satisfies(row -> assertThat(row.usd()).hasToString("$3.3"));
    }

    @Test
    void givesAgainWhatCouldNotBeEntered() throws IOException {
        Optional<PriceBook> first = change("source: page }", "source: page }\n  - { model: acme.two, "
                + "option: on_demand, measure: input, per: 1M tokens, usd: \"2\", from: 2026-01-01, source: page }");
        assertThat(first).isPresent();
        assertThat(prices.look(NOW)).as("it is under way").isEmpty();

        prices.notEntered("Kafka is away");

        assertThat(prices.status().error()).isEqualTo(file + ": Kafka is away");
        assertThat(prices.look(NOW).map(PriceBook::digest)).isEqualTo(first.map(PriceBook::digest));
        assertThat(prices.status().isReloadOk()).isTrue();
    }

    @Test
    void keepsWhatIsInForceOverARestartAndHoldsWhatWouldChangeIt() throws IOException {
        Path kept = directory.resolve("in-force.yaml");
        BookInForce.open(settings(Optional.of(kept)), NOW);
        Files.writeString(file, GOOD.replace("\"3.00\"", "\"3.30\""));

        BookInForce again = BookInForce.open(settings(Optional.of(kept)), NOW);

        assertThat(again.book().rows()).extracting(row -> row.usd().toString()).containsExactly("$3");
        assertThat(again.status().held()).hasSize(1);
        assertThat(again.status().isReloadOk()).isTrue();
    }

    @Test
    void isTheShippedOneWhenTheFileIsWrongAtTheStart() throws IOException {
        Files.writeString(file, "half");

        BookInForce wrong = BookInForce.open(settings(Optional.empty()), NOW);

        assertThat(wrong.book().digest()).isEqualTo(PriceBookReader.shipped().digest());
        assertThat(wrong.status().isReloadOk()).isFalse();
    }

    @Test
    void readsNoFileThatIsTooLargeForABook() throws IOException {
        long tooLarge = (64L << 20) + 1;
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(tooLarge);
        }

        assertThat(prices.look(NOW)).isEmpty();
        assertThat(prices.status().error()).contains("has 67,108,865 bytes, more than 67,108,864");
    }

    @Test
    void isAsOldAsItsNewestSource() throws IOException {
        assertThat(prices.status().newestSource()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));

        prices.enter(change("models:", "  seen-again: { title: \"A page\", seen: 2026-11-20, evidence: announced }\n"
                + "models:").orElseThrow());

        assertThat(prices.status().newestSource()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
    }
}
