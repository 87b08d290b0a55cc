/**
 * Says when the usage pattern justifies buying the same work in another way, what that saves, and what it rests on. A
 * {@link dev.tallystone.recommendation.Recommendation} carries its evidence and its rejected alternatives, because
 * advice must be able to be wrong in public.
 *
 * <p>
 * Whether one stands is a fold over the full minutes of its window, so replicas and restarts agree. Knows nothing of
 * Kafka, HTTP or how people are told.
 */
@NullMarked
package dev.tallystone.recommendation;

import org.jspecify.annotations.NullMarked;
