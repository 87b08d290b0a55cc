/** What a UTC month cost, and what it would cost now that it is closed. */
@NullMarked
package dev.tallystone.board.close;

import org.jspecify.annotations.NullMarked;
