package dev.tallystone.monitor.close;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.focus.Coverage;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * What stands on top of a closed month.
 *
 * @param asOf
 *            in event time, when it was closed
 * @param since
 *            the begin of the oldest tally
 * @param ledger
 *            whose tallies it froze
 * @param offsets
 *            of each partition, how far they were read: what stands behind is late
 * @param book
 *            digest of the prices
 * @param terms
 *            digest of names, teams, agreements and owned units
 * @param costs
 *            of the month, without the corrections of others
 * @param corrections
 *            of earlier months, billed in this one
 * @param incomplete
 *            what whoever closed it was told and accepted
 */
public record Manifest(YearMonth month, Instant closedAt, Instant asOf, Instant since, String ledger,
        Map<Integer, Long> offsets,
        String book, String terms, Totals costs, Totals corrections, Coverage coverage, List<String> incomplete) {

    /** Four costs in exact US dollars, by FOCUS's names. */
    public record Totals(String listCost, String contractedCost, String effectiveCost, String billedCost) {

        static Totals of(Costs costs) {
            return new Totals(plain(costs.list()), plain(costs.contracted()), plain(costs.effective()),
                    plain(costs.billed()));
        }

        private static String plain(Usd usd) {
            return usd.amount().toPlainString();
        }

        /** As numbers again. */
        public Costs costs() {
            return new Costs(Usd.of(listCost), Usd.of(contractedCost), Usd.of(effectiveCost), Usd.of(billedCost));
        }
    }

    public Manifest {
        offsets = Map.copyOf(offsets);
        incomplete = List.copyOf(incomplete);
    }
}
