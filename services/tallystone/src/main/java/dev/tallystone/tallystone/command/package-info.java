/**
 * The commands beside the process itself: questions to a running tallystone, which answers them as its API does, and
 * work on price books, which needs nothing running.
 */
@NullMarked
package dev.tallystone.tallystone.command;

import org.jspecify.annotations.NullMarked;
