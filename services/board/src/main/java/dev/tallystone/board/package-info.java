/**
 * Everything known at one offset vector: {@link dev.tallystone.board.BoardState} merges tallies,
 * {@link dev.tallystone.board.Board} is the immutable view that metrics, API and page show. A board is a pure function
 * of what was merged, {@code asOf}, the price book and the configuration: equal inputs, equal digest.
 *
 * <p>
 * Models, teams and modes are named here, by rules dated in event time. Knows nothing of Kafka or HTTP.
 */
@NullMarked
package dev.tallystone.board;

import org.jspecify.annotations.NullMarked;
