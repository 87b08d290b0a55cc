package dev.tallystone.board;

import static dev.tallystone.pricing.allocation.AllocatedRow.Use.UNDIVIDED;
import static dev.tallystone.pricing.allocation.AllocatedRow.Use.UNUSED;
import static dev.tallystone.pricing.allocation.AllocatedRow.Use.USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.chargeback.Chargeback;
import dev.tallystone.board.chargeback.Chargeback.Owed;
import dev.tallystone.board.chargeback.DividedCharge;
import dev.tallystone.board.chargeback.DividedCharge.Line;
import dev.tallystone.board.chargeback.DividedCharge.Part;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.AllocatedRow;
import dev.tallystone.pricing.allocation.Basis;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.Holding;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.ReservedBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * Days and months of standing charges. A unit for $60 an hour serves a million tokens in, a minute for a dollar; a
 * block for $1.20 an hour serves 100,000 in and 10,000 out.
 */
class ChargebackWindowsTest {

    private static final String FRAUD = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/fraud";
    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant ASOF = Instant.parse("2026-11-03T12:30:00Z");

    private final Boards boards = new Boards()
            .aliases(new ModelAlias(FRAUD, "acme.one", Routing.IN_REGION, true, Boards.LONG_AGO, Instant.MAX))
            .capacities(new UnitCapacity("acme.one", 1_000_000, 200_000, "contract"))
            .commitments(unit(Boards.LONG_AGO));

    private static Holding holding(String id, String model, String owner, Instant start) {
        return new Holding(id, "123456789012", "us-west-2", model, owner, start, Optional.empty(), "");
    }

    private static Commitment unit(Instant start) {
        return new Commitment(holding("fraud", FRAUD, "", start), 1, PricingOption.PROVISIONED_1MO, Usd.of("60"), true,
                Optional.empty());
    }

    private static ReservedBlock block(String id, String owner) {
        return new ReservedBlock(holding(id, "acme.two", owner, OCTOBER), PricingOption.RESERVED_1MO,
                new ReservedTokens(Usd.of("0.01"), Usd.of("0.02"), 100_000, 10_000), true);
    }

    private static TallyRow call(String team, String at, long input) {
        return Use.of(FRAUD).team(team).at(Instant.parse(at), input, 0);
    }

    /** Something long ago, so that everything since is known to be counted. */
    private static TallyRow counting() {
        return Use.of("acme.half").at(Boards.LONG_AGO, 1, 0);
    }

    private Chargeback of(String window, TallyRow... rows) {
        Past past = boards.past(ASOF, Stream.concat(Stream.of(counting()), Stream.of(rows)).toList());
        return Chargeback.of(past, window, Span.parse(window, ASOF));
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ?> owed(Chargeback chargeback) {
        return assertThat(chargeback.lines()).extracting(Owed::line, Owed::use,
                owed -> owed.costs().effective().amount().toPlainString());
    }

    @Test
    void dividesADayWhoseMinutesAreLongPast() {
        Chargeback day = of("2026-10-05", call("ads", "2026-10-05T00:00:00Z", 500_000),
                call("search", "2026-10-05T23:59:50Z", 250_000), call("ads", "2026-10-04T23:59:50Z", 1_000_000),
                call("ads", "2026-10-06T00:00:00Z", 1_000_000));

        owed(day).containsExactly(tuple("ads", USED, "0.5"), tuple("search", USED, "0.25"),
                tuple("idle", UNUSED, "1439.25"));
        assertThat(day.charges().getFirst().parts()).hasSize(24);
        assertThat(day.charges().getFirst().parts().getFirst().rows().getFirst().method())
                .isEqualTo("share of input tokens, which bound minute 00:00; capacity by contract");
        assertThat(day.total()).isEqualTo(Costs.atList(Usd.of("1440")));
    }

    @Test
    void dividesAMonthAndShowsItByDay() {
        Chargeback month = of("2026-10", call("ads", "2026-10-05T10:00:00Z", 500_000),
                call("ads", "2026-10-05T11:00:00Z", 500_000), call("search", "2026-10-31T11:00:00Z", 100_000));

        owed(month).containsExactly(tuple("ads", USED, "1"), tuple("search", USED, "0.1"),
                tuple("idle", UNUSED, "44638.9"));
        DividedCharge unit = month.charges().getFirst();
        assertThat(unit.lines()).extracting(Line::line, Line::basis, Line::hours)
                .containsExactly(tuple("ads", Basis.CAPACITY_SHARE, 2L), tuple("search", Basis.CAPACITY_SHARE, 1L),
                        tuple("idle", Basis.OWN_LINE, 744L));
        assertThat(unit.parts()).hasSize(31).extracting(Part::from).contains(OCTOBER);
        assertThat(unit.parts().get(4).rows()).extracting(AllocatedRow::line, AllocatedRow::method)
                .containsExactly(tuple("ads", "capacity share in 2 hours"), tuple("idle", "own line in 24 hours"));
    }

    @Test
    void showsHoursOfTwoDaysAndDaysOfMore() {
        assertThat(of("yesterday").charges().getFirst().parts()).extracting(Part::from)
                .hasSize(24)
                .startsWith(Instant.parse("2026-11-02T00:00:00Z"));
        assertThat(of("month").charges().getFirst().parts()).extracting(Part::from)
                .containsExactly(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z"),
                        Instant.parse("2026-11-03T00:00:00Z"));
    }

    @Test
    void dividesByTheDaysWorkWhenItsMinutesAreGone() {
        Chargeback day = of("2026-09-20", call("ads", "2026-09-20T10:00:00Z", 300),
                call("search", "2026-09-20T20:00:00Z", 100));

        owed(day).containsExactly(tuple("ads", USED, "1080"), tuple("search", USED, "360"));
        assertThat(day.charges().getFirst().lines()).extracting(Line::basis).containsOnly(Basis.DAY_SHARE);
        assertThat(day.charges().getFirst().parts().getFirst().rows().getFirst().method()).isEqualTo(
                "share of list-equivalent dollars: of the whole day, since minutes are kept for 40 days");
    }

    /** A caller more than minutes are kept of, today as three weeks ago. */
    @Test
    void saysWhereAnHourHadTooManyCallersForItsMinutesToBeKept() {
        for (String hour : List.of("2026-10-14T10:00:00Z", "2026-11-03T10:00:00Z")) {
            TallyRow[] rows = IntStream.rangeClosed(0, 256)
                    .mapToObj(i -> Use.of(FRAUD)
                            .role("r" + i)
                            .team(i == 0 ? "search" : "ads")
                            .at(Instant.parse(hour), i == 0 ? 256 : 3, 0))
                    .toArray(TallyRow[]::new);

            Chargeback day = of(hour.substring(0, 10), rows);

            Part crowded = day.charges().getFirst().parts().get(10);
            assertThat(crowded.rows()).extracting(AllocatedRow::line, row -> row.costs().effective().toString(),
                    AllocatedRow::method)
                    .containsExactly(tuple("ads", "$45", why()), tuple("search", "$15", why()));
            assertThat(day.charges().getFirst().parts().get(9).rows()).extracting(AllocatedRow::basis)
                    .containsExactly(Basis.OWN_LINE);
        }
    }

    private static String why() {
        return "share of list-equivalent dollars: of the whole day, since minutes are kept of 256 kinds of calls an "
                + "hour, and it had more";
    }

    /** One minute in which search has half of the block's input and ads a quarter of its output. */
    @Test
    void dividesAReservedBlockByTheDimensionThatBound() {
        boards.commitments(block("chat", "video"));

        Chargeback day = of("2026-10-05",
                Use.of("acme.two").tier("reserved").team("search").at(OCTOBER.plusSeconds(345_600), 50_000, 0),
                Use.of("acme.two").tier("reserved").team("ads").at(OCTOBER.plusSeconds(345_600), 10_000, 2_500),
                Use.of("acme.two").tier("default").team("other").at(OCTOBER.plusSeconds(345_600), 90_000, 0),
                Use.of("global.acme.two").tier("reserved").team("other").at(OCTOBER.plusSeconds(345_600), 90_000, 0),
                Use.of("acme.one").tier("reserved").team("other").at(OCTOBER.plusSeconds(345_600), 90_000, 0));

        owed(day).as("60 %% of input; a minute costs 2 cents")
                .containsExactly(tuple("search", USED, "0.01"), tuple("ads", USED, "0.002"),
                        tuple("idle", UNUSED, "28.788"));
        assertThat(day.total().billed()).as("October was paid on the first").isEqualTo(Usd.ZERO);
    }

    @Test
    void dividesTwoBlocksOfOneModelAsOne() {
        boards.commitments(block("chat", ""), block("more", ""));

        Chargeback day = of("2026-10-05",
                Use.of("acme.two").tier("reserved").team("search").at(OCTOBER.plusSeconds(345_600), 50_000, 0));

        owed(day).as("a quarter of a minute of both, 2 cents each")
                .containsExactly(tuple("search", USED, "0.01"), tuple("idle", UNUSED, "57.59"));
    }

    @Test
    void givesWhatIsPaidAheadToTheOwnerWhenItIsBilled() {
        boards.commitments(block("chat", "video"));

        Chargeback day = of("2026-10-01");

        assertThat(day.total()).isEqualTo(new Costs(Usd.of("28.8"), Usd.of("28.8"), Usd.of("28.8"), Usd.of("892.8")));
        assertThat(day.charges().getFirst().lines()).extracting(Line::line, Line::basis, Line::costs)
                .containsExactly(
                        tuple("idle", Basis.OWN_LINE,
                                new Costs(Usd.of("28.8"), Usd.of("28.8"), Usd.of("28.8"), Usd.ZERO)),
                        tuple("video", Basis.PAID_AHEAD, new Costs(Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.of("892.8"))));
    }

    @Test
    void givesWhatNoCallsDivideToItsOwner() {
        boards.commitments(new ModelStorage(holding("kept", "acme.one", "ads", OCTOBER), Usd.of("31")),
                new ImportUnits(holding("llama", "arn:llama", "", OCTOBER), "v1", 2, Usd.of("0.05")));

        Chargeback day = of("2026-10-05");

        owed(day).containsExactly(tuple("unallocated", UNDIVIDED, "144"),
                tuple("ads", UNDIVIDED, "1.00000000000000000006")); // 31 times a 31st of a month, to twenty decimals
        assertThat(day.charges()).extracting(charge -> charge.parts().getFirst().rows().getFirst().method())
                .containsExactly("no calls divide it; charged to its owner",
                        "no calls divide it; no owner is declared");
        assertThat(of("2026-09-05").charges()).as("before they began").allSatisfy(charge -> {
            assertThat(charge.lines()).isEmpty();
            assertThat(charge.total()).isEqualTo(Costs.ZERO);
        });
    }

    @Test
    void hasNothingInAMonthToCome() {
        Chargeback month = of("2027-01", call("ads", "2026-10-05T00:00:00Z", 500_000));

        assertThat(month.lines()).isEmpty();
        assertThat(month.total()).isEqualTo(Costs.ZERO);
    }

    @Test
    void keepsMinutesOfUnitsThatNobodyOwnsForADayAlone() {
        TallyRow call = call("ads", "2026-10-05T00:00:00Z", 500_000);
        boards.commitments(unit(Boards.LONG_AGO));
        Past owned = boards.past(ASOF, List.of(counting(), call));
        boards.commitments();
        Past nobodys = boards.past(ASOF, List.of(counting(), call));
        long minute = Duration.between(Instant.EPOCH, Instant.parse("2026-10-05T00:00:00Z")).toMinutes();

        assertThat(owned.served(unit(Boards.LONG_AGO)).minutes(minute, minute + 1)).hasSize(1);
        assertThat(nobodys.served(unit(Boards.LONG_AGO)).minutes(minute, minute + 1)).isEmpty();
    }
}
