package dev.tallystone.board.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Use;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBookReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A price that nobody vouches for after a day: it still holds, and every sum says which part rests on it. */
class UncertainTest {

    private static final String AT_LIST = "money is at list: no agreement is entered";
    private static final Instant DAY = Instant.parse("2026-10-12T00:00:00Z");
    private static final String BOOK = """
        book: test
        currency: USD
        sources: { page: { title: "A page", seen: 2026-10-01, evidence: announced } }
        models: [{ id: acme.one, name: "Acme One", provider: Acme, kind: text, seller: aws }]
        prices:
          - { model: acme.one, option: on_demand, measure: input, per: 1M tokens, usd: "3", from: 2026-01-01, \
        certain_until: 2026-10-12, note: "introductory price", source: page }
          - { model: acme.one, option: on_demand, measure: output, per: 1M tokens, usd: "15", from: 2026-01-01, source: page }
        complete: true
        """;

    private static Explanation explain(Instant... calls) {
        var boards = new Boards().book(PriceBookReader.read(BOOK.getBytes(StandardCharsets.UTF_8)));
        Past past = boards.past(DAY.plusSeconds(3_600), List.of(calls)
                .stream()
                .map(at -> Use.of("acme.one").at(at, 1_000_000, 100_000))
                .toList());
        return Explainer.of(past, "all models, to_date", new Span.ToDate(), UsedFilter.ALL);
    }

    @Test
    void isThePartThatWasUsedSince() {
        Explanation explanation = explain(DAY.minusSeconds(10), DAY);

        assertThat(explanation.total().usd()).isEqualTo(Usd.of("9"));
        assertThat(explanation.total().uncertain()).as("3 of 9").isEqualTo(Usd.of("3"));
        assertThat(explanation.lines()).extracting(Explanation.Line::measure, Explanation.Line::certain,
                Explanation.Line::quantity)
                .containsExactlyInAnyOrder(tuple("input", true, 1_000_000L), tuple("input", false, 1_000_000L),
                        tuple("output", true, 200_000L));
        assertThat(explanation.assumptions())
                .containsExactly("input of acme.one: not certain since 2026-10-12 (introductory price)", AT_LIST);
    }

    @Test
    void isSaidInTheText() {
        assertThat(ExplanationText.of(explain(DAY))).contains("$3", "announced, not certain (introductory price)",
                "rests on\n  input of acme.one: not certain since 2026-10-12 (introductory price)\n");
    }

    @Test
    void isNothingToTheLastMomentBefore() {
        Explanation explanation = explain(DAY.minusMillis(10_000));

        assertThat(explanation.total().uncertain()).isEqualTo(Usd.ZERO);
        assertThat(explanation.assumptions()).containsExactly(AT_LIST);
        assertThat(ExplanationText.of(explanation)).doesNotContain("not certain");
    }
}
