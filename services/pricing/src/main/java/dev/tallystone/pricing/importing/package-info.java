/**
 * Takes prices from AWS's offer files into a price book. Four steps, each a value that can be looked at:
 * {@link dev.tallystone.pricing.importing.OfferReader} reads a file row by row,
 * {@link dev.tallystone.pricing.importing.ImportedPrices} holds what each row became (a candidate, a copy of one, or a
 * refusal with its reason), {@link dev.tallystone.pricing.importing.BookComparison} says what that would change, and
 * {@link dev.tallystone.pricing.importing.BookEdit} writes what was accepted.
 *
 * <p>
 * Nothing is guessed: a name, a word, a unit or a Region that is not known is refused. A wrong price is a wrong bill, a
 * refused one is shown as unpriced.
 */
@NullMarked
package dev.tallystone.pricing.importing;

import org.jspecify.annotations.NullMarked;
