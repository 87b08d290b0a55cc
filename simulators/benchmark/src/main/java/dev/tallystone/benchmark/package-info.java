/**
 * How fast the meter is, as a ratio to reading the same topic and doing nothing: contenders behind one interface, each
 * in a JVM of its own, taking turns in one run, so that whatever else the machine does slows both.
 */
@NullMarked
package dev.tallystone.benchmark;

import org.jspecify.annotations.NullMarked;
