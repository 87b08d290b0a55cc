/**
 * Every charge explains itself: quantity times unit price, the row that it stands on with its source, date and
 * evidence, why that row was chosen, and what has no price.
 */
@NullMarked
package dev.tallystone.board.explain;

import org.jspecify.annotations.NullMarked;
