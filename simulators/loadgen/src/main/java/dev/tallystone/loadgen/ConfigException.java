package dev.tallystone.loadgen;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** A configuration file is wrong: the message names file, line and key, and what would have been right. */
final class ConfigException extends TypeConversionException {

    private static final long serialVersionUID = 1L;

    ConfigException(String message, @Nullable Throwable cause) {
        super(message);
        if (cause != null) {
            initCause(cause);
        }
    }
}
