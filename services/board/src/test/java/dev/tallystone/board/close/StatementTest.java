package dev.tallystone.board.close;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.TeamRule;
import dev.tallystone.board.Use;
import dev.tallystone.board.chargeback.Chargeback;
import dev.tallystone.board.chargeback.Chargeback.Owed;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.focus.FocusCorrections;
import dev.tallystone.pricing.focus.FocusRow;
import dev.tallystone.pricing.focus.FocusRows;
import dev.tallystone.pricing.focus.Payer;
import dev.tallystone.pricing.standing.Commitment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:10:00Z");
    private static final Instant MOVED = Instant.parse("2026-10-20T10:07:00Z");
    private static final String ARN = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/acme";

    /** A price changes on 15 October, a team on the 20th within an hour, an agreement ends on the 25th. */
    private static Boards boards() {
        var agreement = new Agreement("edp", Optional.empty(), Optional.of("acme.two"), Optional.empty(),
                Optional.empty(), new Agreement.PercentOff(new BigDecimal("7")), Instant.EPOCH,
                Instant.parse("2026-10-25T00:00:00Z"), "paper");
        var owned = new Commitment("odd", "123456789012", "us-west-2", ARN, 2, PricingOption.PROVISIONED_1MO,
                Usd.of("21"), BEGIN.plus(Duration.ofDays(9)), Optional.empty());
        return new Boards().agreements(agreement)
                .commitments(owned)
                .teamRules(TeamRule.ofPrincipal("assumed-role/a", "blue").during(Instant.MIN, MOVED),
                        TeamRule.ofPrincipal("assumed-role/a", "red").during(MOVED, Instant.MAX));
    }

    private static List<TallyRow> calls(long seed, Instant from, Instant to, int count) {
        var random = new Random(seed);
        var rows = new ArrayList<TallyRow>();
        long seconds = Duration.between(from, to).toSeconds();
        for (int i = 0; i < count; i++) {
            String model = List.of("acme.one", "acme.two", "acme.half", ARN).get(random.nextInt(4));
            rows.add(Use.of(model)
                    .role(List.of("a", "b").get(random.nextInt(2)))
                    .at(from.plusSeconds(random.nextLong(seconds)), random.nextInt(9_999), random.nextInt(99)));
        }
        return rows;
    }

    private static List<FocusRow> rows(Statement statement) {
        var rows = new FocusRows(Payer.of("999988887777"), statement.costs().bookDigest());
        return statement.costs().charges().stream().map(rows::row).toList();
    }

    private static List<FocusRow> difference(Statement one, Statement other) {
        return FocusCorrections.of(OCTOBER, rows(one), rows(other), OCTOBER.plusMonths(1), "test");
    }

    private static Statement again(Statement closed, List<TallyRow> late) {
        return Statement.again(OCTOBER, BEGIN, closed.tallies(), late, boards().state().settings(), Boards.BOOK);
    }

    @Test
    void theFrozenTalliesCostWhatTheMonthDid() {
        for (long seed = 0; seed < 30; seed++) {
            List<TallyRow> calls = calls(seed, BEGIN.minus(Duration.ofDays(3)), NOVEMBER, 400);
            Statement closed = Statement.of(OCTOBER, boards().past(NOVEMBER, calls));

            Statement again = again(closed, List.of());

            assertThat(difference(closed, again)).as("seed %d", seed).isEmpty();
            assertThat(again.costs().coverage()).as("seed %d", seed).isEqualTo(closed.costs().coverage());
            assertThat(closed.tallies()).as("seed %d: days of cells, not calls", seed).hasSizeLessThan(calls.size());
        }
    }

    @Test
    void callsThatComeLaterAreTheDifference() {
        for (long seed = 0; seed < 30; seed++) {
            List<TallyRow> early = calls(seed, BEGIN, NOVEMBER, 300);
            List<TallyRow> late = calls(seed + 1_000, BEGIN, BEGIN.plus(Duration.ofDays(30)), 20);
            Past past = boards().past(NOVEMBER, early);
            List<TallyRow> all = new ArrayList<>(early);
            all.addAll(late);

            Statement whole = Statement.of(OCTOBER, boards().past(NOVEMBER, all));
            Statement again = again(Statement.of(OCTOBER, past), late);

            assertThat(difference(again, whole)).as("seed %d", seed).isEmpty();
            assertThat(difference(Statement.of(OCTOBER, past), again)).as("seed %d", seed).isNotEmpty();
        }
    }

    @Test
    void theFrozenTalliesDivideOwnedHoursAsTheMonthDid() {
        for (long seed = 0; seed < 10; seed++) {
            Past live = boards().capacities(new UnitCapacity("acme.one", 20_000, 5_000, "contract"))
                    .aliases(new ModelAlias(ARN, "acme.one", Routing.IN_REGION, BEGIN, NOVEMBER.plusSeconds(60)))
                    .past(NOVEMBER, calls(seed, BEGIN.minus(Duration.ofDays(3)), NOVEMBER, 400));
            Statement closed = Statement.of(OCTOBER, live);

            Past frozen = Statement.past(OCTOBER, live.since(), closed.tallies(), live.settings(), Boards.BOOK);

            assertThat(chargeback(frozen).charges()).as("seed %d", seed).isEqualTo(chargeback(live).charges());
            assertThat(chargeback(live).lines()).as("seed %d", seed)
                    .extracting(Owed::line)
                    .contains("blue", "red", "unallocated");
            assertThat(rows(Statement.of(OCTOBER, frozen))).as("seed %d", seed).hasSameSizeAs(rows(closed));
        }
    }

    private static Chargeback chargeback(Past past) {
        return Chargeback.of(past, "2026-10", Statement.days(OCTOBER));
    }
}
