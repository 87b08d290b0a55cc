/**
 * One call of one model. {@link dev.tallystone.invocation.InvocationDecoder} turns the bytes of Bedrock's own
 * {@code ModelInvocationLog} record into an {@link dev.tallystone.invocation.InvocationCursor}, or says why it cannot.
 *
 * <p>
 * Normalises, never interprets: which base model, team or price a call belongs to is decided when it is read. Knows
 * nothing of totals, prices, Kafka or HTTP.
 */
@NullMarked
package dev.tallystone.invocation;

import org.jspecify.annotations.NullMarked;
