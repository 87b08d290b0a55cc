package dev.tallystone.loadgen;

/** The command line asks for something that cannot be. The message says what would have been right. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
