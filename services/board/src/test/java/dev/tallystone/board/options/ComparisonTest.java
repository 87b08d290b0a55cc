package dev.tallystone.board.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.Use;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /**
     * Two minutes of 3 $ each on demand, 180 $ an hour: one unit for 24 pays, although its started hour costs more than
     * both.
     */
    @Test
    void saysBreakEvenOfWholeHoursOnly() {
        var boards = new Boards().capacities(new UnitCapacity("acme.one", 4_000_000, 1_000, "contract"));
        Past past = boards.past(END, IntStream.range(58, 60)
                .mapToObj(minute -> Use.of("acme.one").at(Boards.NOON.plusSeconds(60L * minute), 1_000_000, 0))
                .toList());

        OptionTable two = Comparison.of(past, "acme.one", 2).getFirst();

        assertThat(row(two, PricingOption.PROVISIONED_NONE).usdPerHour()).contains(Usd.of("24"));
        assertThat(row(two, PricingOption.PROVISIONED_NONE).breakEven())
                .contains("25.0 % used; break-even is known from whole hours of traffic, not 2 minutes");
        assertThat(row(table(new Boards().capacities(UNIT)), PricingOption.PROVISIONED_NONE).breakEven())
                .hasValueSatisfying(even -> assertThat(even).doesNotContain("whole hours"));
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

    private static OptionTable mixed(Boards boards, Use other) {
        Past past = boards.past(END, List.of(Use.of("acme.one").at(Boards.NOON, 1_000_000, 1_000_000),
                other.at(Boards.NOON, 1_000_000, 1_000_000)));
        return Comparison.of(past, "acme.one", 60).getFirst();
    }

    /** Output by flex has no price, so only a half of the work has a cost as bought; on demand has one of all. */
    @Test
    void comparesNothingWithACostThatIsNotOfAllTheWork() {
        OptionTable table = mixed(new Boards(), Use.of("acme.one").tier("flex"));

        assertThat(table.covered()).isEqualByComparingTo("0.5");
        assertThat(row(table, PricingOption.ON_DEMAND).usdPerHour()).contains(Usd.of("36"));
        assertThat(table.notComparable()).hasValueSatisfying(why -> assertThat(why).contains("no known cost"));
        assertThat(OptionsText.of(List.of(table))).contains(table.notComparable().orElseThrow())
                .doesNotContainPattern("on_demand +36\\.0000 +[+-]\\d");
    }

    @Test
    void comparesNothingWhereAPartRunsOnOwnedUnits() {
        String owned = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/p1";
        var alias = new ModelAlias(owned, "acme.one", Routing.IN_REGION, Boards.LONG_AGO, Instant.MAX);

        assertThat(mixed(new Boards().aliases(alias), Use.of(owned)).notComparable())
                .hasValueSatisfying(why -> assertThat(why).contains("owned units"));
        assertThat(mixed(new Boards(), Use.of("acme.one")).notComparable()).isEmpty();
    }

    @Test
    void saysByWhosePricesAndWhichAgreementEndsSoon() {
        var edp = new Agreement("edp", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                new PercentOff(new BigDecimal("10")), Boards.LONG_AGO, Boards.CHANGE, "contract 7");

        OptionTable table = table(new Boards().agreements(edp).capacities(UNIT));

        assertThat(table.basis()).isEqualTo("contracted");
        assertThat(table.asBoughtPerHour()).as("45 less 10 %").isEqualTo(Usd.of("40.5"));
        assertThat(row(table, PricingOption.PROVISIONED_NONE).usdPerHour()).as("72 less 10 %")
                .contains(Usd.of("64.8"));
        assertThat(OptionsText.of(List.of(table))).contains("now $40.5000 an hour, contracted",
                "agreement edp (everything: 10 % off; contract 7) reverts to public price on 2026-10-15, in 4 days");
        assertThat(OptionsText.of(List.of(table(new Boards())))).contains("an hour, at list")
                .doesNotContain("reverts");
    }

    @Test
    void isWrittenForATerminal() {
        assertThat(OptionsText.of(List.of(table(new Boards())))).contains("newer than the courses", "$45.",
                "-50.0 %", "no price by this option is known");
        assertThat(OptionsText.of(List.of())).isEqualTo("no calls in these minutes\n");
    }
}
