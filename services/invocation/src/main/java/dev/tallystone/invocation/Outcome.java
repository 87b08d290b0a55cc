package dev.tallystone.invocation;

import java.util.List;
import java.util.Locale;

/** How a call ended. Failed and blocked calls are counted like others; mostly they carry no tokens. */
public enum Outcome {
    OK,
    THROTTLED,
    CLIENT_ERROR,
    SERVER_ERROR,
    /** A guardrail intervened. */
    BLOCKED,
    UNKNOWN;

    /** All of them, in their stable order. */
    public static final List<Outcome> ALL = List.of(values());

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in metrics, such as {@code client_error}. */
    public String label() {
        return label;
    }

    /** From the log's {@code errorCode}, by the exception names of the Bedrock runtime API reference. */
    static Outcome ofErrorCode(String code) {
        return switch (code) {
            case "ThrottlingException", "TooManyRequestsException", "ServiceQuotaExceededException" -> THROTTLED;
            case "ValidationException", "AccessDeniedException", "ResourceNotFoundException", "ConflictException" ->
                CLIENT_ERROR;
            case "InternalServerException", "ServiceUnavailableException", "ModelTimeoutException",
                    "ModelErrorException",
                    "ModelStreamErrorException", "ModelNotReadyException" ->
                SERVER_ERROR;
            default -> UNKNOWN;
        };
    }
}
