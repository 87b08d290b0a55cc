/**
 * The topics that are Tallystone's only state: what they are called and how they must be set
 * ({@link dev.tallystone.ledger.Ledger}), what stands in their records, and the chain of
 * {@link dev.tallystone.ledger.Receipt receipts} by which every reader checks that each event was counted once.
 *
 * <p>
 * Knows Kafka's clients, and nothing of Vert.x, HTTP or prices. Whoever shows what the clients measure hears of them by
 * {@link dev.tallystone.ledger.ClientListener}.
 */
@NullMarked
package dev.tallystone.ledger;

import org.jspecify.annotations.NullMarked;
