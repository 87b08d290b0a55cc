package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The past of a few calls around the change of acme.one's price, and the models that can be meant. */
class PastTest {

    private static final Instant CHANGE = Boards.CHANGE;
    private static final List<TallyRow> ROWS = List.of(Use.of("acme.one").at(CHANGE.minusSeconds(50), 1, 0),
            Use.of("acme.one").at(CHANGE.plusSeconds(10), 20, 0),
            Use.of("acme.one").region("eu-west-1").tier("batch").team("search").at(CHANGE.plusSeconds(20), 300, 0),
            Use.of("acme.two").at(CHANGE.plusSeconds(70), 4_000, 0));

    private final Past past = new Boards().past(CHANGE.plusSeconds(125), ROWS);

    private static UsedFilter filter(String region, Mode mode, String team) {
        return new UsedFilter(Optional.of("acme.one"), Optional.of(region), Optional.of(mode), Optional.of(team));
    }

    private static long input(List<Used> used) {
        return used.stream().mapToLong(one -> one.quantities().get(Measure.INPUT)).sum();
    }

    private long input(String window, UsedFilter filter) {
        return input(past.in(Span.parse(window, past.asOf()), filter));
    }

    @Test
    void takesOnlyMinutesForWholeThatWereCountedFromTheirBegin() {
        BoardState state = new Boards().state();
        state.merge(List.of(Use.of("acme.one").at(Boards.NOON.minusSeconds(3_600), 1_000, 0),
                Use.of("acme.one").at(Boards.NOON.minusSeconds(90), 1_000, 0)));
        state.board(Boards.NOON, Boards.trust(Boards.NOON.minusSeconds(130)));

        Past past = state.past();

        assertThat(past.fullMinutes(60)).as("11:58 and 11:59").isEqualTo(2);
        assertThat(past.countedMinutes(60, UsedFilter.ALL)).hasSize(1);
        assertThat(past.minutes(60, UsedFilter.ALL)).as("what was counted late is in every sum").hasSize(2);
    }

    @Test
    void filtersByEverythingThatIsAsked() {
        assertThat(input("to_date", UsedFilter.ALL)).isEqualTo(4_321);
        assertThat(input("to_date", UsedFilter.ofModel("acme.one"))).isEqualTo(321);
        assertThat(input("to_date", filter("eu-west-1", Mode.BATCH, "search"))).isEqualTo(300);
        assertThat(input("to_date", filter("us-west-2", Mode.BATCH, "search"))).isZero();
        assertThat(input("to_date", filter("eu-west-1", Mode.FLEX, "search"))).isZero();
        assertThat(input("to_date", filter("eu-west-1", Mode.BATCH, "ads"))).isZero();
    }

    @Test
    void cutsBySpan() {
        assertThat(input("today", UsedFilter.ALL)).isEqualTo(4_320);
        assertThat(input("yesterday", UsedFilter.ALL)).isEqualTo(1);
        assertThat(input("1m", UsedFilter.ALL)).as("the last 60 s end at 00:02:00").isEqualTo(4_000);
        assertThat(input("2026-09", UsedFilter.ALL)).isZero();
    }

    @Test
    void keepsWhatWasUsedAtAnotherPriceApart() {
        List<Used> used = past.in(new Span.ToDate(), new UsedFilter(Optional.of("acme.one"),
                Optional.of("us-west-2"), Optional.empty(), Optional.empty()));

        assertThat(used).extracting(one -> one.quantities().get(Measure.INPUT)).containsExactlyInAnyOrder(1L, 20L);
        assertThat(used).extracting(Used::epoch).doesNotHaveDuplicates();
    }

    @Test
    void givesTheFullMinutesWithCalls() {
        long midnight = CHANGE.getEpochSecond() / 60;

        assertThat(past.minutes(3, UsedFilter.ALL)).containsOnlyKeys(midnight - 1, midnight, midnight + 1);
        assertThat(past.minutes(2, UsedFilter.ALL)).containsOnlyKeys(midnight, midnight + 1);
        assertThat(past.minutes(2, UsedFilter.ofModel("acme.one"))).containsOnlyKeys(midnight);
        assertThat(input(past.minutes(2, UsedFilter.ALL).getOrDefault(midnight, List.of()))).isEqualTo(320);
    }

    @Test
    void beginsWithTheOldestTally() {
        assertThat(past.since()).isEqualTo(CHANGE.minusSeconds(50));
        assertThat(past.models()).containsExactly("acme.one", "acme.two");
    }

    @Test
    void findsAModelByIdNameOrPart() {
        assertThat(ModelSearch.find(past, "acme.one")).isEqualTo("acme.one");
        assertThat(ModelSearch.find(past, "ACME one")).isEqualTo("acme.one");
        assertThat(ModelSearch.find(past, "Two")).isEqualTo("acme.two");
    }

    @Test
    void namesAllThatMayBeMeant() {
        assertThatIllegalArgumentException().isThrownBy(() -> ModelSearch.find(past, "acme"))
                .withMessage("'acme' may be any of [acme.one, acme.two]");
        assertThatIllegalArgumentException().isThrownBy(() -> ModelSearch.find(past, "acme.half"))
                .withMessageContaining("no model in use is called 'acme.half'")
                .withMessageContaining("[acme.one, acme.two]");
    }

    @Test
    void takesPunctuationForNoModelEvenWhereOnlyOneIsInUse() {
        Past one = new Boards().past(CHANGE, List.of(ROWS.getFirst()));

        assertThatIllegalArgumentException().isThrownBy(() -> ModelSearch.find(one, "??"))
                .withMessageContaining("'??'");
    }
}
