/**
 * The process: {@link dev.tallystone.tallystone.Main} reads the configuration,
 * {@link dev.tallystone.tallystone.Tallystone} wires the roles, top to bottom.
 */
@NullMarked
package dev.tallystone.tallystone;

import org.jspecify.annotations.NullMarked;
