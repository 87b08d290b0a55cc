package dev.tallystone.monitor.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.Past;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.monitor.Views;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** A million tokens in October and two in November, under 3 $ and then 4 $ a million. */
class RepricingTest {

    private static final Instant OCTOBER = Instant.parse("2026-10-31T23:59:50Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final String TWO = "\n  - { model: acme.two, option: on_demand, measure: input, per: 1M tokens, "
            + "usd: \"0\", from: 2026-01-01, source: page }";
    private static final PriceBook BEFORE = book("3", "");

    private static PriceBook book(String usd, String more) {
        return PriceBookReader.read("""
            book: ours
            currency: USD
            sources: { page: { title: "A page", seen: 2026-10-01, evidence: on_price_list } }
            models:
              - { id: acme.one, name: "Acme One", provider: Acme, kind: text, seller: aws }
              - { id: acme.two, name: "Acme Two", provider: Acme, kind: text, seller: aws }
            prices:
              - { model: acme.one, option: on_demand, measure: input, per: 1M tokens, usd: "%s", from: 2026-01-01, \
            source: page }%s
            complete: true
            """.formatted(usd, more).getBytes(StandardCharsets.UTF_8));
    }

    private static TallyRow call(String model, Instant at, long tokens) {
        TallyRow row = Views.row(model, Outcome.OK, Quantities.of(Measure.INPUT, tokens));
        return new TallyRow(new TallyKey(TallyKey.bucketOf(at.toEpochMilli()), row.key().cell()), row.quantities());
    }

    private static Repricing by(PriceBook after) {
        Past past = Views.past(after, BEFORE, call("acme.one", OCTOBER, 1_000_000),
                call("acme.one", NOVEMBER, 2_000_000), call("acme.two", NOVEMBER, 5));
        return Repricing.of(past, BEFORE, 1, false, YearMonth.of(2026, 10)::equals);
    }

    @Test
    void saysWhatEachMonthWouldCostUpToThePresentOne() {
        assertThat(by(book("4", "")).months())
                .extracting(Repricing.MonthLine::month, Repricing.MonthLine::model, Repricing.MonthLine::before,
                        Repricing.MonthLine::after, Repricing.MonthLine::change)
                .containsExactly(
                        tuple(YearMonth.of(2026, 10), "acme.one", Usd.of("3"), Usd.of("4"), Usd.of("1")),
                        tuple(YearMonth.of(2026, 11), "acme.one", Usd.of("6"), Usd.of("8"), Usd.of("2")));
    }

    @Test
    void saysThatAClosedMonthIsCorrected() {
        assertThat(by(book("4", "")).months()).extracting(Repricing.MonthLine::closed).containsExactly(true, false);
        assertThat(by(book("4", "")).text()).containsOnlyOnce("closed: the change is a correction");
    }

    @Test
    void leavesOutWhatCostsTheSame() {
        Repricing same = by(BEFORE);

        assertThat(same.months()).isEmpty();
        assertThat(same.text()).isEqualTo("""
            1 row of the file would change the past
              no month that is kept would cost anything else
            """);
    }

    /** Free is something else than unknown, though both come to nothing. */
    @Test
    void namesWhatGetsAPriceEvenIfThatIsNothing() {
        assertThat(by(book("3", TWO)).months()).singleElement().satisfies(line -> {
            assertThat(line.model()).isEqualTo("acme.two");
            assertThat(line.change()).isEqualTo(Usd.ZERO);
            assertThat(line.unpricedBefore()).containsExactly("no price of input");
            assertThat(line.unpricedAfter()).isEmpty();
        });
    }
}
