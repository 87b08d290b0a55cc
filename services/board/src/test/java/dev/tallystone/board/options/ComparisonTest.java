package dev.tallystone.board.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.Use;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An hour of acme.one, busy in 15 of its minutes with a million tokens in: 45 $/h on demand, 22.5 as batch. */
class ComparisonTest {

    private static final Instant END = Boards.NOON.plusSeconds(3_600);
    private static final UnitCapacity UNIT = new UnitCapacity("acme.one", 400_000, 1_000, "contract");

    private static OptionTable table(Boards boards) {
        List<TallyRow> rows = IntStream.range(0, 15)
                .mapToObj(minute -> Use.of("acme.one").at(Boards.NOON.plusSeconds(60L * minute), 1_000_000, 0))
                .toList();
        Past past = boards.past(END, rows);
        return Comparison.of(past, "acme.one", 60).getFirst();
    }

    private static OptionTable.Row row(OptionTable table, PricingOption option) {
        return table.rows().stream().filter(row -> row.option() == option).findFirst().orElseThrow();
    }

    @Test
    void namesWhatCoursesTeachFirst() {
        assertThat(table(new Boards()).rows()).extracting(OptionTable.Row::option)
                .containsExactly(PricingOption.ON_DEMAND, PricingOption.BATCH, PricingOption.PROVISIONED_NONE,
                        PricingOption.PROVISIONED_1MO, PricingOption.PROVISIONED_6MO, PricingOption.FLEX,
                        PricingOption.PRIORITY, PricingOption.LATENCY_OPTIMIZED, PricingOption.RESERVED_1MO,
                        PricingOption.RESERVED_3MO);
    }

    @Test
    void quotesWhatIsSoldAndSaysWhyNotOtherwise() {
        OptionTable table = table(new Boards());

        assertThat(table.asBoughtPerHour()).isEqualTo(Usd.of("45"));
        assertThat(row(table, PricingOption.BATCH).usdPerHour()).contains(Usd.of("22.5"));
        assertThat(row(table, PricingOption.FLEX).usdPerHour()).contains(Usd.of("30"));
        assertThat(row(table, PricingOption.PRIORITY).usdPerHour()).isEmpty();
        assertThat(row(table, PricingOption.PRIORITY).verdict()).isEqualTo("no price by this option is known");
        assertThat(row(table, PricingOption.BATCH).cells().get(3).asSold()).isEqualTo("50 % off here");
    }

    @Test
    void quotesUnitsOnlyWhereACapacityIsStated() {
        OptionTable.Row unknown = row(table(new Boards()), PricingOption.PROVISIONED_NONE);
        OptionTable.Row known = row(table(new Boards().capacities(UNIT)), PricingOption.PROVISIONED_NONE);

        assertThat(unknown.usdPerHour()).isEmpty();
        assertThat(unknown.verdict()).contains("$24 an hour and unit", "state capacities");
        assertThat(known.usdPerHour()).as("a million needs three units of 400,000").contains(Usd.of("72"));
        assertThat(known.verdict()).isEqualTo("sold: 3 units at $24 an hour would serve every minute");
    }

    /** Busy in a quarter of the minutes with the same: the deviation is the square root of 3 means. */
    @Test
    void measuresHowSteadyTheTrafficIs() {
        OptionTable.TrafficShape shape = table(new Boards()).shape();

        assertThat(shape.hoursActive()).isEqualByComparingTo("0.25");
        assertThat(shape.variation()).isEqualByComparingTo("1.7321");
        assertThat(shape.continuous()).isFalse();
        assertThat(shape.p99TokensIn()).isEqualTo(1_000_000);
    }

    @Test
    void isWrittenForATerminal() {
        assertThat(OptionsText.of(List.of(table(new Boards())))).contains("newer than the courses", "$45.",
                "-50.0 %", "no price by this option is known");
        assertThat(OptionsText.of(List.of())).isEqualTo("no calls in these minutes\n");
    }
}
