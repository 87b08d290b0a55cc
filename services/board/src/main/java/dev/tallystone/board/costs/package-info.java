/**
 * What was used and what accrued by the calendar, for the people who keep the books: by day or hour in the columns of
 * FOCUS, or grouped by model, team, Region and option. {@link dev.tallystone.board.costs.Exporter} makes charges of the
 * past; {@link dev.tallystone.board.costs.GroupedCosts} adds them up.
 */
@NullMarked
package dev.tallystone.board.costs;

import org.jspecify.annotations.NullMarked;
