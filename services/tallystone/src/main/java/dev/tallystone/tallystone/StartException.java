package dev.tallystone.tallystone;

import org.jspecify.annotations.Nullable;

/** A process could not start, and nothing of it is left: the message says in one line what stood in the way. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
