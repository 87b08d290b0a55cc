package dev.tallystone.loadgen;

/** Kafka refused a record or did not answer. The run ends: what follows would not be the log any more. */
final class NotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSentException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
