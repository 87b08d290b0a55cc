/**
 * What the user's business counts, such as tickets: posted, or asked of a Prometheus each full hour or day, and kept in
 * a file. One thread writes what is kept, another asks; everybody reads immutable values.
 */
@NullMarked
package dev.tallystone.monitor.denominators;

import org.jspecify.annotations.NullMarked;
