package dev.tallystone.board.costs;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.focus.Coverage;
import java.time.Instant;

/**
 * What one key cost in one day or hour. A purchase is billed cost alone: its hours have the others.
 *
 * @param from
 *            when the day or hour begins
 * @param uncertain
 *            the part of the effective cost that rests on prices which are not certain
 * @param coverage
 *            how much of what was counted has a price
 */
public record CostEntry(Instant from, CostKey key, Costs costs, Usd uncertain, Coverage coverage) {}
