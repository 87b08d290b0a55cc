/**
 * Which price book is in force: the shipped one or the user's file, read again when it changes, and the last good one
 * whenever it is wrong. What is past keeps its price until somebody re-prices it.
 */
@NullMarked
package dev.tallystone.monitor.prices;

import org.jspecify.annotations.NullMarked;
