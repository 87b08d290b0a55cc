/**
 * Closed months, kept as files beside what is in force until a keeper remembers them: what was signed, under a digest,
 * and what came later.
 */
@NullMarked
package dev.tallystone.monitor.close;

import org.jspecify.annotations.NullMarked;
