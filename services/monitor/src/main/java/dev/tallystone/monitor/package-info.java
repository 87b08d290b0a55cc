/**
 * Shows: one thread reads the tallies of every partition, checks the receipts, and publishes an immutable
 * {@link dev.tallystone.monitor.View} each tick; metrics, API and page read the last one. Any number of monitors may
 * run; each reads everything and none needs another.
 */
@NullMarked
package dev.tallystone.monitor;

import org.jspecify.annotations.NullMarked;
