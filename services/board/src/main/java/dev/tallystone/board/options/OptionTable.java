package dev.tallystone.board.options;

import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The options of one model in one Region, over one stretch of its own traffic.
 *
 * @param lifecycle
 *            where the model stands with AWS, with date and source
 * @param minutes
 *            full minutes that the figures rest on
 * @param asBoughtPerHour
 *            what the traffic costs an hour now
 * @param covered
 *            share of its requests whose price is known, 0 to 1
 * @param basis
 *            {@code at list} or {@code contracted}, by what holds now
 * @param notComparable
 *            why no option is compared with the cost as bought: that is not known for all of the same work
 * @param warnings
 *            agreements that end soon
 */
public record OptionTable(String model, String name, String region, String lifecycle, long minutes,
        Quantities quantities, Usd asBoughtPerHour, BigDecimal covered, String basis,
        Optional<String> notComparable, TrafficShape shape, List<Row> rows, List<String> warnings) {

    /**
     * One option.
     *
     * @param taught
     *            whether every course names it; the newer ones stand below a line
     * @param usdPerHour
     *            of the same work; absent where it is not sold for all of it, or cannot be said
     * @param verdict
     *            sold or why not, in one sentence
     * @param breakEven
     *            for what is paid by the hour: how far it is from paying for itself
     */
    public record Row(PricingOption option, boolean taught, Optional<Usd> usdPerHour, String verdict,
            Optional<String> breakEven, List<Cell> cells, List<Price> prices) {

        public Row {
            cells = List.copyOf(cells);
            prices = List.copyOf(prices);
        }
    }

    /**
     * One aspect of an option.
     *
     * @param asTaught
     *            in our words: what courses and exam notes say
     * @param asSold
     *            what is true for this model today, from rows and traffic
     */
    public record Cell(String aspect, String asTaught, String asSold) {}

    /** One row of the price book that the option rests on. */
    public record Price(String measure, String context, String per, Usd listUnitPrice, Usd contractedUnitPrice,
            String source, String seen, String evidence, boolean certain) {}

    /**
     * How steady the traffic is.
     *
     * @param hoursActive
     *            share of its minutes with calls, 0 to 1
     * @param variation
     *            standard deviation of tokens a minute over their mean; 0 is perfectly steady
     * @param continuous
     *            busy in nine of ten minutes
     */
    public record TrafficShape(BigDecimal hoursActive, BigDecimal variation, boolean continuous, long p99TokensIn,
            long p99TokensOut) {}

    public OptionTable {
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }
}
