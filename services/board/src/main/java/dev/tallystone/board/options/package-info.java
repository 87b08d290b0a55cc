/**
 * The table that people come for: every way of buying one model's work, priced from its own traffic, in the words that
 * courses teach beside what AWS sells today.
 */
@NullMarked
package dev.tallystone.board.options;

import org.jspecify.annotations.NullMarked;
