package dev.tallystone.workload;

import java.time.Instant;
import java.util.List;

/**
 * Bedrock's own fields around the bodies. Their order varies, as it does in real logs: a meter may rely on none.
 * Whatever the order, {@code requestId} and {@code timestamp} have a comma behind them, which {@link Breakage} relies
 * on.
 */
final class Envelope {

    /** Orders of keys; the first two were seen in real logs. */
    private enum KeyOrder {
        SCHEMA_FIRST,
        SCHEMA_LAST,
        BODIES_FIRST
    }

    private static final List<KeyOrder> KEY_ORDERS = List.of(KeyOrder.values());

    private final RecordText text;
    private final Origin origin;
    private final CallKind kind;
    private final Dice dice;
    private final Measures truth = Measures.ofOneRequest();

    Envelope(RecordText text, Origin origin, CallKind kind, Dice dice) {
        this.text = text.restart();
        this.origin = origin;
        this.kind = kind;
        this.dice = dice;
    }

    /** Writes the whole record into the text. */
    Measures write(String requestId, Instant occurredAt) {
        text.json("{");
        switch (dice.oneOf(KEY_ORDERS)) {
            case SCHEMA_FIRST -> writeSchemaFirst(requestId, occurredAt);
            case SCHEMA_LAST -> writeSchemaLast(requestId, occurredAt);
            case BODIES_FIRST -> writeBodiesFirst(requestId, occurredAt);
        }
        return truth;
    }

    private void writeSchemaFirst(String requestId, Instant occurredAt) {
        schema();
        timestamp(occurredAt);
        account();
        identity();
        called(requestId);
        inferenceRegion();
        metadata();
        bodies();
    }

    private void writeSchemaLast(String requestId, Instant occurredAt) {
        timestamp(occurredAt);
        account();
        called(requestId);
        bodies();
        metadata();
        identity();
        inferenceRegion();
        schema();
    }

    private void writeBodiesFirst(String requestId, Instant occurredAt) {
        bodies();
        metadata();
        called(requestId);
        identity();
        account();
        schema();
        timestamp(occurredAt);
        inferenceRegion();
    }

    private void schema() {
        text.json("'schemaType':'ModelInvocationLog','schemaVersion':'1.0',");
    }

    private void timestamp(Instant occurredAt) {
        text.json("'timestamp':'").timestamp(occurredAt).json("',");
    }

    private void account() {
        text.json("'accountId':'").json(Origin.ACCOUNT).json("','region':'").json(origin.region()).json("',");
    }

    private void identity() {
        origin.caller().write(text, dice);
    }

    private void called(String requestId) {
        text.json("'requestId':'").json(requestId).json("','operation':'").json(kind.operation());
        text.json("','modelId':'").json(kind.model()).json("',");
    }

    private void inferenceRegion() {
        if (!kind.inferenceRegions().isEmpty()) {
            text.json("'inferenceRegion':'").json(dice.oneOf(kind.inferenceRegions())).json("',");
        }
    }

    private void metadata() {
        text.json(origin.metadata());
    }

    private void bodies() {
        kind.shape().write(text, dice, truth);
    }
}
