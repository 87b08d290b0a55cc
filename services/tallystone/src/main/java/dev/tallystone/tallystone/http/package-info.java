/**
 * {@code /metrics} and {@code /health} of any role, and what a monitor adds.
 *
 * <p>
 * {@link dev.tallystone.tallystone.http.Metrics} gathers what {@code /metrics} shows of the process:
 * {@link dev.tallystone.tallystone.http.MeterMetrics} tells how its meter does, and {@code KafkaMetrics} shows of each
 * open Kafka client the few numbers that {@code KafkaMeasure} lists.
 */
@NullMarked
package dev.tallystone.tallystone.http;

import org.jspecify.annotations.NullMarked;
