package dev.tallystone.loadgen;

import dev.tallystone.ledger.LedgerException;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command could not do its work, and chooses the exit code. */
final class Failures implements IExecutionExceptionHandler {

    static final int NOT_ALL_SENT = 1;
    static final int CONFIGURATION = 78;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Supplier<ConfigFile> config;

    /** Asks for the file that was read only when something has failed. */
    Failures(Supplier<ConfigFile> config) {
        this.config = config;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        LOG.debug("failed", e);
        command.getErr()
                .println(isUnbuiltClient(e) ? config.get().placeOfPropertyIn(message(e)) + message(e) : message(e));
        command.getErr().flush();
        return exitCode(e);
    }

    /** Kafka hides what matters behind "Failed to construct kafka producer". */
    private static String message(Throwable e) {
        Throwable told = e;
        while (isUnbuiltClient(told) && told.getCause() != null) {
            told = told.getCause();
        }
        return told.getMessage() == null || told instanceof IOException ? told.toString() : told.getMessage();
    }

    private static boolean isUnbuiltClient(Throwable e) {
        return e.getClass() == KafkaException.class || e instanceof ConfigException;
    }

    private static int exitCode(Exception e) {
        return switch (e) {
            case UsageException _ -> Mistakes.USAGE;
            case LedgerException ledger -> ledger.getCause() == null ? CONFIGURATION : NOT_ALL_SENT;
            default -> isUnbuiltClient(e) ? CONFIGURATION : NOT_ALL_SENT;
        };
    }
}
