/**
 * Invents the Bedrock invocation logs of a made-up company, and knows the truth about them. Every {@link LogRecord}
 * carries its {@link Fate}, reached by this room's own arithmetic, so that {@link ExpectedTotals} can judge a meter.
 *
 * <p>
 * Imports nothing of ours: a mistake shared with the product would go unnoticed. Everything is a pure function of
 * scenario, seed, start and step; nothing asks the time or remembers what it sent.
 */
@NullMarked
package dev.tallystone.workload;

import org.jspecify.annotations.NullMarked;
