/**
 * Divides hours of owned units among teams. An hour is billed whether anybody calls or not, so it is divided in two
 * steps: what was used, by each team's part of it, and what was not, by a declared {@link IdlePolicy}. Every row says
 * by which method it came about, and the rows add up to the hour, to the last digit.
 *
 * <p>
 * Pure: knows neither the time of day nor how a team is told.
 */
@NullMarked
package dev.tallystone.pricing.allocation;

import org.jspecify.annotations.NullMarked;
