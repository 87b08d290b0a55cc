package dev.tallystone.board.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.why.Prices.Origin;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.ModelNames;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The prices of a book, which change on 17 November. */
class PricesAtTest {

    private static final PriceBook BOOK = PriceBookReader
            .read("""
                book: test
                currency: USD
                sources: { page: { title: "A page", seen: 2026-10-01, evidence: on_price_list } }
                models:
                  - { id: acme.one, name: "Acme One", provider: Acme, kind: text, seller: aws }
                prices:
                  - { model: acme.one, option: on_demand, measure: input, per: 1M tokens, usd: "3.00", from: 2026-01-01, until: 2026-11-17, source: page }
                  - { model: acme.one, option: on_demand, measure: input, per: 1M tokens, usd: "4.00", from: 2026-11-17, source: page }
                complete: true
                """.getBytes(
                    StandardCharsets.UTF_8));
    private static final Pricer PRICER = new Pricer(BOOK, new ModelNames(List.of()));
    private static final Calls CALLS = Calls.of("acme.one", 10).input(1_000_000);

    private static Prices untilJustBefore(Instant end) {
        return Prices.at(PRICER, end.minusMillis(1));
    }

    @Test
    void chargesWhatHeldAtItsMoment() {
        var million = Quantities.of(Measure.INPUT, 1_000_000);

        assertThat(untilJustBefore(Calls.TUESDAY).cost(CALLS.usage(), million))
                .isEqualTo(new Costing.Priced(Usd.of("3")));
        assertThat(untilJustBefore(Calls.WEDNESDAY).cost(CALLS.usage(), million))
                .isEqualTo(new Costing.Priced(Usd.of("4")));
        assertThat(untilJustBefore(Calls.TUESDAY).cost(CALLS.usage(), Quantities.of(Measure.OUTPUT, 1)))
                .isInstanceOf(Costing.Unpriced.class);
    }

    @Test
    void knowsSinceWhenAPriceHoldsAndWhereItStands() {
        assertThat(untilJustBefore(Calls.WEDNESDAY).origin(CALLS.usage(), Measure.INPUT))
                .contains(new Origin(Calls.TUESDAY, "A page"));
        assertThat(untilJustBefore(Calls.WEDNESDAY).origin(CALLS.usage(), Measure.OUTPUT)).isEmpty();
    }

    @Test
    void letsTheWaterfallNameTheDateOfAPrice() {
        Change change = Waterfall.between(Calls.monday(untilJustBefore(Calls.TUESDAY), CALLS),
                Calls.tuesday(untilJustBefore(Calls.WEDNESDAY), CALLS));

        assertThat(change.of(Cause.PRICE)).isEqualTo(Usd.of("1"));
        assertThat(change.action()).get()
                .extracting(Change.Action::sentence)
                .isEqualTo("the price of acme.one changed on 2026-11-17 (A page):"
                        + " input of acme.one (on_demand in us-west-2) rose from $3.00 to $4.00 per 1M tokens");
    }
}
