package dev.tallystone.monitor.close;

import dev.tallystone.pricing.focus.Payer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How months are closed.
 *
 * @param folder
 *            where they are kept; empty where none can be closed
 * @param payer
 *            who is billed
 */
public record CloseSettings(Optional<Path> folder, Payer payer) {}
