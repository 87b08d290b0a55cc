/**
 * Finds Bedrock's invocation logs where AWS or a user put them and hands on their records one by one, untouched. So far
 * from a folder: {@link dev.tallystone.collector.LogFolder} says what lies there and in which order,
 * {@link dev.tallystone.collector.FolderReader} reads it, {@link dev.tallystone.collector.RequestIdKey} gives each
 * record the key under which its copies meet.
 *
 * <p>
 * Holds one record at a time, however large a file is. What cannot be read is reported and never ends the rest. Judges
 * no record, and knows nothing of Kafka.
 */
@NullMarked
package dev.tallystone.collector;

import org.jspecify.annotations.NullMarked;
