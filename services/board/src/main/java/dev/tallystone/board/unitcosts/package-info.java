/**
 * What one of something cost: a request, a thousand tokens, or one of what the user's business counts, such as a
 * ticket. Those counts come from outside; they never change a board.
 */
@NullMarked
package dev.tallystone.board.unitcosts;

import org.jspecify.annotations.NullMarked;
