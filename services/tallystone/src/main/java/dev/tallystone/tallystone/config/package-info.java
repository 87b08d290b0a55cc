/**
 * Reads the process's configuration. Every key stands in {@code tallystone.yaml} with its default; any other is
 * refused, and so is what a room will not take, with key and line.
 */
@NullMarked
package dev.tallystone.tallystone.config;

import org.jspecify.annotations.NullMarked;
