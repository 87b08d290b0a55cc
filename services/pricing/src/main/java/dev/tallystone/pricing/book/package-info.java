/**
 * The price book: one dated price a row, each with its source. {@link dev.tallystone.pricing.book.PriceBookReader}
 * refuses a book that contradicts itself; {@link dev.tallystone.pricing.book.PriceBook} finds the one price that holds.
 */
@NullMarked
package dev.tallystone.pricing.book;

import org.jspecify.annotations.NullMarked;
