/** {@code /metrics} and {@code /health} of any role, and what a monitor adds. */
@NullMarked
package dev.tallystone.tallystone.http;

import org.jspecify.annotations.NullMarked;
