/** What was used, as rows for the people who keep the books: by day or hour, in the columns of FOCUS. */
@NullMarked
package dev.tallystone.board.costs;

import org.jspecify.annotations.NullMarked;
