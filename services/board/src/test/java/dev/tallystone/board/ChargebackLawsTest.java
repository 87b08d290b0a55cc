package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Board.CommitmentLine;
import dev.tallystone.board.chargeback.Chargeback;
import dev.tallystone.board.chargeback.Chargeback.Owed;
import dev.tallystone.board.chargeback.DividedCharge;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.AllocatedRow;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.Holding;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.ReservedBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Over any charges, calls, windows and orders: nothing is lost, and nothing depends on when a row came. */
class ChargebackLawsTest {

    private static final int CASES = 12;
    private static final String UNITS = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/units";
    private static final List<String> TEAMS = List.of("", "ads", "search", "video");
    private static final List<String> WINDOWS = List.of("2026-08", "2026-09", "2026-10", "2026-11", "month", "today",
            "yesterday", "24h", "1h", "to_date", "2026-10-15", "2026-09-30");
    private static final Instant EARLIEST = Instant.parse("2026-09-10T03:20:00Z");
    private static final Instant ASOF = Instant.parse("2026-10-29T17:42:30Z");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    private Instant anyTime() {
        return EARLIEST.plusSeconds(random.nextLong(Duration.between(EARLIEST, ASOF).toSeconds()));
    }

    private Holding anyHolding(String id, String model) {
        Instant start = anyTime().minus(Duration.ofDays(random.nextInt(60)));
        Optional<Instant> end = random.nextInt(3) == 0
                ? Optional.of(start.plusSeconds(1 + random.nextInt(5_000_000)))
                : Optional.empty();
        return new Holding(id, "123456789012", "us-west-2", model, TEAMS.get(random.nextInt(4)), start, end, "");
    }

    private Usd anyUsd() {
        return Usd.of("%d.%03d".formatted(random.nextInt(60), random.nextInt(1_000)));
    }

    private Holding endless(String id, String model) {
        Holding any = anyHolding(id, model);
        return new Holding(id, any.account(), any.region(), model, any.owner(), any.start(), Optional.empty(), "");
    }

    private Boards anyBoards() {
        var boards = new Boards()
                .aliases(new ModelAlias(UNITS, "acme.one", Routing.IN_REGION, true, Boards.LONG_AGO, Instant.MAX))
                .idle(IdlePolicy.values()[random.nextInt(3)])
                .maxTeams(1 + random.nextInt(4))
                .commitments(
                        new Commitment(anyHolding("units", UNITS), 1 + random.nextInt(3),
                                PricingOption.PROVISIONED_NONE, anyUsd(), false, Optional.empty()),
                        new Commitment(anyHolding("more units", UNITS), 1, PricingOption.PROVISIONED_NONE, anyUsd(),
                                false, Optional.empty()),
                        new ReservedBlock(endless("block", "acme.two"), PricingOption.RESERVED_1MO,
                                new ReservedTokens(anyUsd(), anyUsd(), 100_000, 10_000), random.nextBoolean()),
                        new ModelStorage(anyHolding("kept", "acme.one"), anyUsd()),
                        new ImportUnits(anyHolding("imported", "arn:llama"), "v1", 2, anyUsd()));
        return random.nextBoolean()
                ? boards
                : boards.capacities(new UnitCapacity("acme.one", 500_000, 50_000, "contract"));
    }

    private List<TallyRow> anyRows() {
        var rows = new ArrayList<TallyRow>();
        for (int i = 0; i < 600; i++) {
            Use use = switch (random.nextInt(3)) {
                case 0 -> Use.of(UNITS);
                case 1 -> Use.of("acme.two").tier("reserved");
                default -> Use.of("acme.one");
            };
            rows.add(use.team(TEAMS.get(random.nextInt(4)))
                    .role("r" + random.nextInt(3))
                    .at(anyTime(), random.nextInt(400_000), random.nextInt(40_000)));
        }
        return rows;
    }

    private static Costs sum(Stream<Costs> costs) {
        return costs.reduce(Costs.ZERO, Costs::plus);
    }

    private static boolean addsUp(Chargeback all) {
        return sum(all.lines().stream().map(Owed::costs)).equals(all.total())
                && sum(all.charges().stream().map(DividedCharge::total)).equals(all.total())
                && all.charges()
                        .stream()
                        .allMatch(charge -> sum(charge.parts()
                                .stream()
                                .flatMap(part -> part.rows().stream())
                                .map(AllocatedRow::costs)).equals(charge.total())
                                && sum(charge.lines().stream().map(DividedCharge.Line::costs)).equals(charge.total()));
    }

    private static Chargeback of(Past past, String window) {
        return Chargeback.of(past, window, Span.parse(window, ASOF));
    }

    @Test
    void losesNoDigitOfAnyWindow() {
        for (int i = 0; i < CASES; i++) {
            Past past = anyBoards().past(ASOF, anyRows());

            for (String window : WINDOWS) {
                assertThat(of(past, window)).as("%s of case %d of seed %d, replay with -Dseed", window, i, seed)
                        .matches(ChargebackLawsTest::addsUp);
            }
            assertThat(Chargeback.ofLast(past, 1 + random.nextInt(24))).as("seed %d", seed)
                    .matches(ChargebackLawsTest::addsUp);
        }
    }

    @Test
    void hasTheTotalsOfTheBoardAndItsDaysAddUpToTheMonth() {
        for (int i = 0; i < CASES / 4; i++) {
            BoardState state = anyBoards().state();
            state.merge(anyRows());
            Board board = state.board(ASOF, Boards.trust(Boards.LONG_AGO));

            Chargeback month = of(state.past(), "month");

            assertThat(month.total()).as("seed %d", seed)
                    .isEqualTo(sum(board.commitments().stream().map(CommitmentLine::thisMonth)));
            assertThat(sum(Stream.iterate(1, day -> day <= 29, day -> day + 1)
                    .map(day -> of(state.past(), "2026-10-%02d".formatted(day)).total()))).as("seed %d", seed)
                    .isEqualTo(month.total());
        }
    }

    @Test
    void doesNotDependOnWhenARowCame() {
        for (int i = 0; i < CASES / 4; i++) {
            Boards boards = anyBoards();
            List<TallyRow> rows = anyRows();
            Past restarted = boards.past(ASOF, rows);
            Collections.shuffle(rows, random);
            BoardState live = boards.state();
            Instant now = EARLIEST;
            for (TallyRow row : rows) {
                live.merge(List.of(row));
                now = now.plusSeconds(random.nextInt(15_000));
                live.advanceTo(now.isBefore(ASOF) ? now : ASOF);
            }
            live.advanceTo(ASOF);

            for (String window : WINDOWS) {
                assertThat(of(live.past(), window)).as("%s of seed %d", window, seed).isEqualTo(of(restarted, window));
            }
        }
    }

    @Test
    void wouldNoticeALostRow() {
        Chargeback month = of(new Boards().commitments(new ModelStorage(anyHolding("kept", "acme.one"), Usd.of("31")),
                new Commitment(endless("units", UNITS), 1, PricingOption.PROVISIONED_NONE, Usd.of("3"), false,
                        Optional.empty()))
                .past(ASOF, anyRows()), "month");

        assertThat(addsUp(month)).isTrue();
        assertThat(addsUp(new Chargeback(month.window(), month.from(), month.to(), month.asOf(), month.idle(),
                month.since(), month.countedSince(), month.total(), month.lines().subList(1, month.lines().size()),
                month.charges())))
                .isFalse();
    }
}
