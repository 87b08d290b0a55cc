package dev.tallystone.board.unitcosts;

import dev.tallystone.board.Money;
import dev.tallystone.board.Used;
import dev.tallystone.board.explain.UnitCosts;
import dev.tallystone.board.unitcosts.UnitEconomics.Line;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Mode;
import java.util.ArrayList;
import java.util.List;

/** Adds up one line. */
final class LineSum {

    private final boolean withStanding;
    private Money cost = Money.NONE;
    private long requests;
    private long successful;
    private long tokens;
    private long pricedRequests;
    private long pricedTokens;
    private long ownedRequests;

    /** Calls of owned units count only where what the units cost is in the line. */
    LineSum(boolean withStanding) {
        this.withStanding = withStanding;
    }

    void add(Used used, Costing costing) {
        long called = used.quantities().get(Measure.REQUESTS);
        cost = cost.plus(costing);
        if (!withStanding && used.usage().mode() == Mode.PROVISIONED) {
            ownedRequests = Math.addExact(ownedRequests, called);
            return;
        }
        boolean priced = costing instanceof Costing.Priced;
        requests = Math.addExact(requests, called);
        successful = Math.addExact(successful, used.usage().cell().outcome() == Outcome.OK ? called : 0);
        tokens = Math.addExact(tokens, used.quantities().tokens());
        pricedRequests = Math.addExact(pricedRequests, priced ? called : 0);
        pricedTokens = Math.addExact(pricedTokens, priced ? used.quantities().tokens() : 0);
    }

    void add(Costs standing) {
        cost = cost.plus(standing);
    }

    Line line(String name) {
        boolean priced = cost.usd().isPositive() || cost.unpriced().isEmpty();
        UnitCosts unitCosts = priced
                ? UnitCosts.of(cost.usd(), requests, successful, tokens)
                : UnitCosts.unpriced(requests, successful, tokens);
        return new Line(name, cost, unitCosts, ownedRequests, pricedRequests, pricedTokens, absent(priced));
    }

    private List<String> absent(boolean priced) {
        var why = new ArrayList<String>();
        if (!priced) {
            why.add("nothing of it has a price: " + String.join(", ", cost.unpriced()));
        }
        if (requests == 0) {
            why.add(ownedRequests == 0
                    ? "no requests"
                    : "owned units served every request; chargeback says what their hours cost");
        } else {
            if (successful == 0) {
                why.add("no successful requests");
            }
            if (tokens == 0) {
                why.add("no tokens");
            }
        }
        return why;
    }
}
