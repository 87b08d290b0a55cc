/**
 * Who pays for what is owned, whatever calls there are: hours of units and Reserved blocks, divided among the teams
 * that called them, and what has an owner. Arithmetic is in {@link dev.tallystone.pricing.allocation}; here is what was
 * called, and by whom.
 */
@NullMarked
package dev.tallystone.board.chargeback;

import org.jspecify.annotations.NullMarked;
