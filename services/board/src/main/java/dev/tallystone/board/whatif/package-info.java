/**
 * Prices what was used as if it had been bought, or built, otherwise: by the same rules and rows as the board. A
 * what-if is not a bill.
 */
@NullMarked
package dev.tallystone.board.whatif;

import org.jspecify.annotations.NullMarked;
