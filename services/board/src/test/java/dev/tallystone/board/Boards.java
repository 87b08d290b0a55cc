package dev.tallystone.board;

import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.recommendation.Rules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Boards over a small price book: acme.one costs 3 and 15 $/M until 15 October, then 4 and 15. */
public final class Boards {

    public static final Instant NOON = Instant.parse("2026-10-10T12:00:00Z");
    public static final Instant CHANGE = Instant.parse("2026-10-15T00:00:00Z");
    public static final Instant LONG_AGO = Instant.parse("2026-09-01T00:00:00Z");
    public static final PriceBook BOOK = PriceBookReader.read("""
        book: test
        currency: USD
        sources: { page: { title: "A page", seen: 2026-10-01, evidence: on_price_list } }
        models:
          - { id: acme.one, name: "Acme One", provider: Acme, kind: text, seller: aws }
          - { id: acme.two, name: "Acme Two", provider: Acme, kind: text, seller: aws }
          - { id: acme.half, name: "Acme Half", provider: Acme, kind: text, seller: aws }
        prices:
        # option, measure, usd
        """.concat(row("acme.one", "on_demand", "input", "3.00", ", until: 2026-10-15"))
            .concat(row("acme.one", "on_demand", "input", "4.00", "").replace("2026-01-01", "2026-10-15"))
            .concat(row("acme.one", "on_demand", "output", "15.00", ""))
            .concat(row("acme.one", "on_demand", "input", "6.00", ", above: 200000"))
            .concat(row("acme.one", "batch", "input", "1.50", ""))
            .concat(row("acme.one", "batch", "output", "7.50", ""))
            .concat(row("acme.one", "flex", "input", "2.00", ""))
            .concat(row("acme.one", "provisioned_none", "model_unit", "24.00", ", region: us-west-2")
                    .replace("1M tokens", "hour"))
            .concat(row("acme.two", "on_demand", "input", "1.00", ""))
            .concat(row("acme.two", "on_demand", "output", "5.00", ""))
            .concat(row("acme.half", "on_demand", "input", "1.00", ""))
            .concat("complete: true\n")
            .getBytes(StandardCharsets.UTF_8));

    private List<ModelAlias> aliases = List.of();
    private List<TeamRule> teamRules = List.of();
    private List<StandingCharge> commitments = List.of();
    private List<UnitCapacity> capacities = List.of();
    private Agreements agreements = Agreements.NONE;
    private int maxModels = 100;
    private int maxTeams = 100;
    private IdlePolicy idle = IdlePolicy.OWN_LINE;
    private PriceBook book = BOOK;

    private static String row(String model, String option, String measure, String usd, String more) {
        return "  - { model: %s, option: %s, measure: %s, per: 1M tokens, usd: \"%s\", from: 2026-01-01, source: page%s }\n"
                .formatted(model, option, measure, usd, more);
    }

    public Boards aliases(ModelAlias... all) {
        aliases = List.of(all);
        return this;
    }

    public Boards teamRules(TeamRule... all) {
        teamRules = List.of(all);
        return this;
    }

    public Boards commitments(StandingCharge... all) {
        commitments = List.of(all);
        return this;
    }

    public Boards capacities(UnitCapacity... all) {
        capacities = List.of(all);
        return this;
    }

    public Boards agreements(Agreement... all) {
        agreements = new Agreements(List.of(all));
        return this;
    }

    public Boards maxModels(int count) {
        maxModels = count;
        return this;
    }

    public Boards maxTeams(int count) {
        maxTeams = count;
        return this;
    }

    /** Another book than the small one. */
    public Boards book(PriceBook other) {
        book = other;
        return this;
    }

    Boards idle(IdlePolicy policy) {
        idle = policy;
        return this;
    }

    public BoardState state() {
        var rules = new Rules(new BigDecimal("0.10"), new BigDecimal("0.50"), Duration.ofMinutes(10),
                Duration.ofHours(24));
        return new BoardState(new BoardSettings(List.of("team", "deadline"), aliases, teamRules, commitments,
                capacities, agreements, rules, maxModels, maxTeams, idle), book);
    }

    /** The board of these rows, counted since long ago. */
    public Board board(Instant asOf, TallyRow... rows) {
        BoardState state = state();
        state.merge(List.of(rows));
        return state.board(asOf, trust(LONG_AGO));
    }

    /** The past of these rows, until a time. */
    public Past past(Instant asOf, List<TallyRow> rows) {
        BoardState state = state();
        state.merge(rows);
        state.advanceTo(asOf);
        return state.past();
    }

    public static Trust trust(Instant countedSince) {
        return new Trust(countedSince, Map.of(0, 17L), 0, 0, 0, 0, Map.of(), 0, 0, 0, 0, Map.of());
    }

    static Money usd(String amount) {
        return new Money(Costs.atList(Usd.of(amount)), Usd.ZERO, Set.of());
    }
}
