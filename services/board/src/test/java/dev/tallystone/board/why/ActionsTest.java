package dev.tallystone.board.why;

import static dev.tallystone.board.why.Calls.monday;
import static dev.tallystone.board.why.Calls.tuesday;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.why.Change.Action;
import dev.tallystone.board.why.Change.Mover;
import dev.tallystone.board.why.Prices.Origin;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who moved, and the one thing to look at. */
class ActionsTest {

    private static final Tariff PRICES = Tariff.usual();
    private static final Calls CHAT = Calls.of("one", 100).input(1_000_000).read(4_000_000).by("chat", "support");

    private static Action action(Period before, Period after) {
        return Waterfall.between(before, after).action().orElseThrow();
    }

    @Test
    void looksAtThePromptPrefixWhereReadsFell() {
        Calls missing = Calls.of("one", 100).input(3_000_000).read(2_000_000).by("chat", "support");
        Calls steady = Calls.of("two", 10).input(1_000_000).read(1_000_000).by("search");

        assertThat(action(monday(PRICES, CHAT, steady), tuesday(PRICES, missing, steady)))
                .isEqualTo(new Action(Cause.CACHE, "chat", Usd.of("3.6"),
                        "look at the prompt prefix of chat: cache reads fell from 80.0 % to 40.0 % of prompt tokens,"
                                + " cache writes stayed at 0.0 %"));
    }

    @Test
    void namesTheThresholdThatRequestsCrossed() {
        Calls below = Calls.of("cliff", 40).input(1_000_000);
        Calls above = Calls.of("cliff", 40).input(10_000_000).context(4);

        Action action = action(monday(PRICES, below), tuesday(PRICES, above));

        assertThat(action.cause()).isEqualTo(Cause.CONTEXT_CLASS);
        assertThat(action.sentence()).startsWith("40 more requests of app crossed 100,000 tokens");
    }

    @Test
    void looksAtFailedCallsWhereTheyCost() {
        Calls blocked = Calls.of("one", 90).input(900_000).ending(Outcome.BLOCKED);

        assertThat(action(monday(PRICES, CHAT), tuesday(PRICES, CHAT, blocked.by("chat", "support"))).sentence())
                .startsWith("look at the failed calls of chat: failed calls rose from 0 to 90");
    }

    @Test
    void looksAtTheTierWhereItBecameDearer() {
        Action action = action(monday(PRICES, CHAT.on(Mode.FLEX)), tuesday(PRICES, CHAT));

        assertThat(action.cause()).isEqualTo(Cause.TIER_AND_ROUTING);
        assertThat(action.usd()).isEqualTo(Usd.of("1.4"));
        assertThat(action.sentence()).startsWith("look at the tier and Region that chat asks for: on_demand");
    }

    @Test
    void saysWhenAPriceChangedAndWhereThatStands() {
        Prices raised = stated(PRICES.with("one", "3"), new Origin(Calls.TUESDAY, "AWS Price List"));

        assertThat(action(monday(PRICES, CHAT), tuesday(raised, CHAT)).sentence())
                .isEqualTo("the price of one changed on 2026-11-17 (AWS Price List):"
                        + " input of one (on_demand in us-west-2) rose from $2.00 to $3.00 per 1M tokens");
    }

    @Test
    void namesNoDateWhereTheListedPriceIsTheSame() {
        Origin same = new Origin(Calls.MONDAY, "AWS Price List");

        assertThat(action(monday(stated(PRICES, same), CHAT),
                tuesday(stated(PRICES.with("one", "3"), same), CHAT)).sentence())
                .startsWith("the price of one changed: input of one");
    }

    private static Prices stated(Tariff tariff, Origin origin) {
        return new Prices() {

            @Override
            public Costing cost(Usage usage, Quantities quantities) {
                return tariff.cost(usage, quantities);
            }

            @Override
            public Optional<Origin> origin(Usage usage, Measure measure) {
                return Optional.of(origin);
            }
        };
    }

    @Test
    void looksAtTheChoiceOfModel() {
        Action action = action(monday(PRICES, Calls.of("one", 90).input(900_000), Calls.of("two", 10).input(100_000)),
                tuesday(PRICES, Calls.of("one", 50).input(500_000), Calls.of("two", 50).input(500_000)));

        assertThat(action.sentence()).isEqualTo("look at which models app calls:"
                + " two rose from 10.0 % to 50.0 %, one fell from 90.0 % to 50.0 % of requests");
    }

    @Test
    void looksAtLengths() {
        assertThat(action(monday(PRICES, CHAT), tuesday(PRICES, CHAT.input(1_000_000).read(4_000_000))).sentence())
                .startsWith("look at the length of prompts and answers of chat: prompts rose from 50,000 to 100,000");
    }

    @Test
    void saysHowManyTimesAsManyRequestsACallerSent() {
        assertThat(action(monday(PRICES, CHAT, CHAT), tuesday(PRICES, CHAT, CHAT, CHAT)).sentence())
                .isEqualTo("chat sent 1.5 times as many requests: they rose from 200 to 300");
    }

    @Test
    void looksAtWhatIsOwned() {
        assertThat(action(Calls.period(Calls.MONDAY, PRICES, List.of(CHAT), "0"),
                Calls.period(Calls.TUESDAY, PRICES, List.of(CHAT), "9")))
                .isEqualTo(new Action(Cause.STANDING_CHARGES, "", Usd.of("9"),
                        "look at what is owned: owned units and other standing charges rose from $0.00 to $9.00"));
    }

    @Test
    void choosesTheMostDollarsEvenWhereTheTotalFell() {
        Change change = Waterfall.between(
                monday(PRICES, CHAT, Calls.of("two", 10).input(9_000_000).by("gone"),
                        Calls.of("one", 10).input(100_000).by("small")),
                tuesday(PRICES, CHAT, CHAT, Calls.of("one", 30).input(300_000).by("small")));

        assertThat(change.change()).isEqualTo(Usd.of("-86.8"));
        assertThat(change.action()).get()
                .extracting(Action::cause, Action::subject, Action::usd)
                .containsExactly(Cause.VOLUME, "chat", Usd.of("2.8"));
    }

    @Test
    void namesTheThreeCallersAndTeamsWhoseCostMovedMost() {
        Calls a = Calls.of("one", 1).input(1_000_000).by("a", "x");
        Calls b = Calls.of("one", 1).input(3_000_000).by("b", "x");
        Calls c = Calls.of("two", 1).input(1_000_000).by("c", "y");
        Calls d = Calls.of("one", 1).input(500_000).by("d", "y");

        Change change = Waterfall.between(monday(PRICES, c, d), tuesday(PRICES, a, b, d, d, d));

        assertThat(change.callers()).containsExactly(
                new Mover("c", Usd.of("10"), Usd.ZERO, Usd.of("-10")),
                new Mover("b", Usd.ZERO, Usd.of("6"), Usd.of("6")),
                new Mover("a", Usd.ZERO, Usd.of("2"), Usd.of("2")));
        assertThat(change.teams()).containsExactly(new Mover("x", Usd.ZERO, Usd.of("8"), Usd.of("8")),
                new Mover("y", Usd.of("11"), Usd.of("3"), Usd.of("-8")));
    }
}
