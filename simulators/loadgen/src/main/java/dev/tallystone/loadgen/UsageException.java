package dev.tallystone.loadgen;

import org.jspecify.annotations.Nullable;

/** The command line asks for something that cannot be. The message says what would have been right. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    UsageException(String option, String why, @Nullable Throwable cause) {
        super(option + ": " + why, cause);
        this.why = why;
    }

    /** The message without the option's name. */
    String why() {
        return why;
    }
}
