/**
 * Who pays for owned units: their last hours, divided among the teams that called them. Arithmetic is in
 * {@link dev.tallystone.pricing.allocation}; here is what was called, and by whom.
 */
@NullMarked
package dev.tallystone.board.chargeback;

import org.jspecify.annotations.NullMarked;
