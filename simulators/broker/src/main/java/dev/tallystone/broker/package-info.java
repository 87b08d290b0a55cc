/**
 * A real Kafka broker inside this process, for the demo and the tests. {@link dev.tallystone.broker.EmbeddedBroker} is
 * the one file that touches Kafka's server internals; it imports nothing of ours.
 */
@NullMarked
package dev.tallystone.broker;

import org.jspecify.annotations.NullMarked;
