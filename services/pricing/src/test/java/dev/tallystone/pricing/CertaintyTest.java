package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A price that may have ended is charged, and what rests on it is shown apart. */
class CertaintyTest {

    private static final PriceBook BOOK = BookOf.rows("usd: \"3\", certain_until: 2026-06-01T10:30Z",
            "measure: output, usd: \"15\"");
    private static final Instant DOUBT = Instant.parse("2026-06-01T10:30:00Z");

    private static Costing charge(Agreements agreements, Instant at) {
        var pricer = new Pricer(BOOK, new ModelNames(List.of()), agreements);
        int epoch = pricer.epochOf(at.toEpochMilli());
        return pricer.charge(pricer.usage(Calls.of("acme.one").cell(), epoch),
                Calls.counts(INPUT, 1_000_000, OUTPUT, 1_000_000), epoch);
    }

    @Test
    void isLostAtTheMomentThatTheRowNames() {
        assertThat(charge(Agreements.NONE, DOUBT.minusMillis(1)))
                .isEqualTo(new Costing.Priced(Costs.atList(Usd.of("18")), Usd.ZERO));
        assertThat(charge(Agreements.NONE, DOUBT))
                .isEqualTo(new Costing.Priced(Costs.atList(Usd.of("18")), Usd.of("3")));
    }

    @Test
    void isOfTheEffectiveCost() {
        var half = new Agreement("edp", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                new PercentOff(new BigDecimal("50")), Instant.EPOCH, Instant.MAX, "paper");

        assertThat(charge(new Agreements(List.of(half)), DOUBT))
                .isEqualTo(new Costing.Priced(Costs.perUse(Usd.of("18"), Usd.of("9")), Usd.of("1.5")));
    }
}
