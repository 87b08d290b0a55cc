package dev.tallystone.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger is not as it must be, or cannot be reached. Who meets it stops, loudly. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerException(String message) {
        super(message);
    }

    public LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
