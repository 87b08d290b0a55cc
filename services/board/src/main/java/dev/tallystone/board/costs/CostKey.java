package dev.tallystone.board.costs;

/**
 * Whose cost it is.
 *
 * @param model
 *            base model, or the model as called while that is unresolved
 * @param team
 *            who is charged; of a standing charge its owner
 * @param region
 *            that was called; {@code ""} while unknown
 * @param option
 *            how it was bought: a mode, with the term where what is owned served it, or the kind of what is kept
 */
public record CostKey(String model, String team, String region, String option) {}
