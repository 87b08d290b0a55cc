package dev.tallystone.tallystone.config;

import org.jspecify.annotations.Nullable;

/** The configuration is wrong: the message names key and line, and what would have been right. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
