package dev.tallystone.board.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.Use;
import dev.tallystone.board.whatif.WhatIf;
import dev.tallystone.board.whatif.WhatIfAnswer;
import dev.tallystone.board.whatif.WhatIfPricer;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.rule.Excess;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An hour with ten minutes of 200,000 tokens in and 5,000 out; a thousand reserved ones cost 0.2 $/h in, 1 $/h out. */
class ReservedQuotesTest {

    private static final Instant END = Boards.NOON.plusSeconds(3_600);
    private static final String BOOK = """
        book: test
        currency: USD
        sources: { page: { title: "A page", seen: 2026-10-01, evidence: on_price_list } }
        models: [{ id: acme.one, name: "Acme One", provider: Acme, kind: text, seller: aws }]
        prices:
          - { model: acme.one, option: on_demand, measure: input, per: 1M tokens, usd: "3", from: 2026-01-01, source: page }
          - { model: acme.one, option: on_demand, measure: output, per: 1M tokens, usd: "15", from: 2026-01-01, source: page }
          - { model: acme.one, option: reserved_1mo, measure: reserved_input, per: 1K TPM hour, usd: "0.2", \
        from: 2026-01-01, source: page }
          - { model: acme.one, option: reserved_1mo, measure: reserved_output, per: 1K TPM hour, usd: "1", \
        from: 2026-01-01, source: page }
          - { model: acme.one, option: reserved_3mo, measure: reserved_input, per: 1K TPM hour, usd: "0.1", \
        from: 2026-01-01, source: page }
        complete: true
        """;
    private static final Past PAST = past(200_000, 5_000);

    private static Past past(long input, long output) {
        PriceBook book = PriceBookReader.read(BOOK.getBytes(StandardCharsets.UTF_8));
        List<TallyRow> rows = IntStream.range(0, 10)
                .mapToObj(minute -> Use.of("acme.one").at(Boards.NOON.plusSeconds(60L * minute), input, output))
                .toList();
        return new Boards().book(book).past(END, rows);
    }

    private static WhatIfAnswer ask(PricingOption option, Optional<Excess> excess, long inputTpm, long outputTpm) {
        return WhatIfPricer.answer(PAST, new WhatIf("acme.one", Optional.empty(), 60, option, 1, Optional.empty(),
                excess, inputTpm, outputTpm, BigDecimal.ZERO, Optional.empty()));
    }

    private static WhatIfAnswer.Cost cost(long inputTpm, long outputTpm) {
        return ask(PricingOption.RESERVED_1MO, Optional.empty(), inputTpm, outputTpm).cost().orElseThrow();
    }

    private static OptionTable.Row row(Past past, PricingOption option) {
        return Comparison.of(past, "acme.one", 60)
                .getFirst()
                .rows()
                .stream()
                .filter(row -> row.option() == option)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areTheBlockAndWhatExceedsItAtStandardPrices() {
        WhatIfAnswer.Cost cost = cost(100_000, 10_000);

        assertThat(cost.committed()).as("100 x 0.2 and 10 x 1").isEqualTo(Usd.of("30"));
        assertThat(cost.perUse()).as("half of 2 million tokens in at 3, no token out").isEqualTo(Usd.of("3"));
        assertThat(cost.total()).isEqualTo(Usd.of("33"));
        assertThat(cost.saving()).as("6.75 as bought").isEqualTo(Usd.of("-26.25"));
    }

    @Test
    void leaveNothingOverWhereTheBlockServesEveryMinute() {
        assertThat(cost(200_000, 10_000).committed()).isEqualTo(Usd.of("50"));
        assertThat(cost(200_000, 10_000).perUse()).isEqualTo(Usd.ZERO);
        assertThat(cost(160_000, 10_000).perUse()).as("40,000 tokens a minute").isEqualTo(Usd.of("1.2"));
    }

    /** AWS serves the excess of a block on the standard tier: spill and throttle are of units alone. */
    @ParameterizedTest
    @EnumSource(Excess.class)
    void overflowWhateverIsSaidOfExcess(Excess excess) {
        WhatIfAnswer answer = ask(PricingOption.RESERVED_1MO, Optional.of(excess), 100_000, 10_000);

        assertThat(answer.cost().map(WhatIfAnswer.Cost::perUse)).contains(Usd.of("3"));
        assertThat(answer.use().orElseThrow().throttledRequests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"99000, 10000, input, 99+000", "100500, 10000, input, 100+500", "100000, 9000, output, 9+000",
            "100000, 10001, output, 10+001", "0, 10000, input, 0"})
    void refuseABlockThatIsNotSold(long inputTpm, long outputTpm, String direction, String named) {
        assertThatIllegalArgumentException().isThrownBy(() -> cost(inputTpm, outputTpm))
                .withMessageStartingWith("reserved %s tokens a minute must be ".formatted(direction))
                .withMessageEndingWith("in steps of 1,000, not " + named.replace('+', ','));
    }

    @Test
    void compareTheSmallestBlockThatServesEveryMinute() {
        OptionTable.Row row = row(PAST, PricingOption.RESERVED_1MO);

        assertThat(row.usdPerHour()).as("200 x 0.2 and the least of output, 10 x 1").contains(Usd.of("50"));
        assertThat(row.verdict()).isEqualTo("sold: 200,000 in and 10,000 out a minute would serve every minute");
        assertThat(row(past(200_001, 10_001), PricingOption.RESERVED_1MO).usdPerHour()).as("a step up each")
                .contains(Usd.of("51.2"));
    }

    @Test
    void needAPriceOfBothDirections() {
        assertThat(row(PAST, PricingOption.RESERVED_3MO).verdict()).isEqualTo("only one direction has a price");
        assertThat(row(PAST, PricingOption.RESERVED_3MO).usdPerHour()).isEmpty();
        assertThat(ask(PricingOption.RESERVED_3MO, Optional.empty(), 100_000, 10_000).refused())
                .containsExactly("only one direction has a price");
    }
}
