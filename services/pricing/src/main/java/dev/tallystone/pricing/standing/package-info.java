/**
 * What accrues by the calendar, without any event that says so: owned model units, Reserved blocks, the storage of
 * custom models, and import units. Each says what it cost in any stretch of time, as four costs; whatever way a stretch
 * is cut, its parts add up to it, to the last digit.
 */
@NullMarked
package dev.tallystone.pricing.standing;

import org.jspecify.annotations.NullMarked;
