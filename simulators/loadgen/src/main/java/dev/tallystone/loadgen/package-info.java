/**
 * Puts invocation logs on Kafka: made-up ones at a pace that nothing slows down
 * ({@link dev.tallystone.loadgen.LoadGenerator}), or those of a folder, which may be real or made up before. The
 * command line {@code loadgen} is {@link dev.tallystone.loadgen.Main}, and {@code loadgen.yaml} names everything that
 * can be set; tests and the demo use the generator from code.
 *
 * <p>
 * Counts a record as sent when Kafka has acknowledged it, and ends loudly at the first that it refuses: what a meter is
 * held to must have arrived. Nothing here knows how a meter counts.
 */
@NullMarked
package dev.tallystone.loadgen;

import org.jspecify.annotations.NullMarked;
