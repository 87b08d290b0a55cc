package dev.tallystone.meter;

import dev.tallystone.invocation.InvocationDecoder;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.ledger.DeadLetter;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes down what could not be counted, without its content. */
final class DeadLetters {

    private DeadLetters() {}

    static DeadLetter of(ConsumerRecord<ByteBuffer, ByteBuffer> record, RejectionReason reason,
            InvocationDecoder decoder) {
        ByteBuffer value = record.value();
        boolean empty = value == null || !value.hasRemaining();
        return new DeadLetter(reason, reason.explanation(), record.topic(), record.partition(), record.offset(),
                record.timestamp(), empty ? 0 : value.remaining(), empty ? "" : sha256(value),
                empty ? Map.of() : decoder.description());
    }

    private static String sha256(ByteBuffer value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(value.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
