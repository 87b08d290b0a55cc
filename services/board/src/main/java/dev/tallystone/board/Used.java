package dev.tallystone.board;

import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Usage;

/**
 * What one cell used in one price epoch.
 *
 * @param team
 *            who is charged
 * @param epoch
 *            see {@link dev.tallystone.pricing.Pricer#epochOf}
 */
public record Used(Usage usage, String team, int epoch, Quantities quantities) {}
