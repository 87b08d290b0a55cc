package dev.tallystone.pricing.standing;

import java.time.Instant;

/**
 * The end of a running term.
 *
 * @param automatic
 *            it binds for another term then; else it ends, unless somebody buys it anew
 */
public record Renewal(Instant at, boolean automatic) {}
