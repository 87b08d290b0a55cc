/**
 * The one place that reads YAML. Every key stands in {@code tallystone.yaml} with its default; any other is refused.
 */
@NullMarked
package dev.tallystone.tallystone.config;

import org.jspecify.annotations.NullMarked;
