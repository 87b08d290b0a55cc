package dev.tallystone.board.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Use;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.costs.GroupedCosts.Line;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Commitment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two teams, two models, and a unit for $60 an hour that serves one of them. */
class GroupedCostsTest {

    private static final Instant NOON = Boards.NOON;
    private static final String ARN = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/fraud";
    private static final Span.Days TODAY = new Span.Days(LocalDate.parse("2026-10-10"), LocalDate.parse("2026-10-11"));

    private final Boards boards = new Boards()
            .aliases(new ModelAlias(ARN, "acme.one", Routing.IN_REGION, true, Boards.LONG_AGO, Instant.MAX))
            .commitments(new Commitment("fraud", "123456789012", "us-west-2", ARN, 1, PricingOption.PROVISIONED_1MO,
                    Usd.of("60"), NOON.minusSeconds(7_200), Optional.empty()));

    private Past past(Instant asOf) {
        return boards.past(asOf, List.of(call("acme.one", "red", 4_000), call("acme.two", "red", 60),
                call("acme.two", "blue", 60), call(ARN, "red", 60), call("acme.half", "blue", 60)));
    }

    private static TallyRow call(String model, String team, int secondsAgo) {
        return Use.of(model)
                .team(team)
                .at(NOON.minusSeconds(secondsAgo), 1_000_000,
                        model.equals("acme.half") ? 1_000_000 : 0);
    }

    private GroupedCosts days(Set<Dimension> group) {
        return GroupedCosts.of(Exporter.days(past(NOON), TODAY, UsedFilter.ALL), Grain.DAY, group);
    }

    private static String effective(Line line) {
        return line.sum().costs().effective().toString();
    }

    @Test
    void groupsByWhatIsAskedForTheDearestFirst() {
        assertThat(days(EnumSet.of(Dimension.TEAM)).lines()).extracting(Line::by, GroupedCostsTest::effective)
                .containsExactly(tuple(Map.of("team", "unallocated"), "$120"), tuple(Map.of("team", "red"), "$4"),
                        tuple(Map.of("team", "blue"), "$1"));
        assertThat(days(EnumSet.of(Dimension.MODEL, Dimension.OPTION)).lines())
                .extracting(line -> line.by().toString(), GroupedCostsTest::effective)
                .containsExactly(tuple("{model=acme.one, option=provisioned_1mo}", "$120"),
                        tuple("{model=acme.one, option=on_demand}", "$3"),
                        tuple("{model=acme.two, option=on_demand}", "$2"),
                        tuple("{model=acme.half, option=on_demand}", "$0"));
    }

    @Test
    void saysHowMuchHasAPrice() {
        GroupedCosts byTeam = days(EnumSet.of(Dimension.TEAM));

        assertThat(byTeam.total().coverage().requests()).isEqualTo(5);
        assertThat(byTeam.total().pricedShareOfRequests()).isEqualByComparingTo("0.8");
        assertThat(byTeam.lines().getLast().sum().pricedShareOfTokens()).as("blue: 1 of 3 million")
                .isEqualByComparingTo("0.333333");
    }

    @Test
    void marksWhatStillRuns() {
        assertThat(days(EnumSet.noneOf(Dimension.class)).lines()).singleElement().satisfies(line -> {
            assertThat(line.complete()).isFalse();
            assertThat(line.to()).isEqualTo(Instant.parse("2026-10-11T00:00:00Z"));
        });
        CostExport hours = Exporter.hoursAndMinutes(past(NOON.plusSeconds(90)), UsedFilter.ALL);

        assertThat(GroupedCosts.of(hours, Grain.HOUR, EnumSet.noneOf(Dimension.class)).lines())
                .extracting(Line::from, Line::complete, GroupedCostsTest::effective)
                .containsExactly(tuple(NOON.minusSeconds(7_200), true, "$63"),
                        tuple(NOON.minusSeconds(3_600), true, "$62"), tuple(NOON, false, "$60"));
    }

    @Test
    void addsDaysUpToMonths() {
        CostExport export = Exporter.days(past(NOON), TODAY, UsedFilter.ALL);

        assertThat(GroupedCosts.of(export, Grain.MONTH, EnumSet.noneOf(Dimension.class)).lines()).singleElement()
                .satisfies(line -> {
                    assertThat(line.from()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
                    assertThat(line.to()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
                    assertThat(effective(line)).isEqualTo("$125");
                });
    }

    @Test
    void readsNamesAndRefusesOthers() {
        assertThat(Dimension.parse("team, model")).containsExactly(Dimension.MODEL, Dimension.TEAM);
        assertThatIllegalArgumentException().isThrownBy(() -> Dimension.parse("team,caller"))
                .withMessage("group must be some of model, team, region and option, with commas between them, not "
                        + "'team,caller'");
    }

    @Test
    void isATableInATerminal() {
        assertThat(GroupedCostsText.of(days(EnumSet.of(Dimension.TEAM)))).startsWith(
                """
                    from                  team             list  contracted  effective    billed  uncertain    priced
                    2026-10-10T00:00:00Z  unallocated  120.0000    120.0000   120.0000  120.0000     0.0000  100.00 %  incomplete
                    2026-10-10T00:00:00Z  red            4.0000      4.0000     4.0000    4.0000     0.0000  100.00 %  incomplete
                    2026-10-10T00:00:00Z  blue           1.0000      1.0000     1.0000    1.0000     0.0000   33.33 %  incomplete
                    total                              125.0000    125.0000   125.0000  125.0000     0.0000   66.66 %

                    US dollars by day until 2026-10-10T12:00:00Z, an estimate by price book""");
    }
}
