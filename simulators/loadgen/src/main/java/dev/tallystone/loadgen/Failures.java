package dev.tallystone.loadgen;

import dev.tallystone.ledger.LedgerException;
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

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        LOG.debug("failed", e);
        command.getErr().println(message(e));
        command.getErr().flush();
        return exitCode(e);
    }

    /** Kafka hides what matters behind "Failed to construct kafka producer". */
    private static String message(Throwable e) {
        Throwable told = e.getCause() instanceof ConfigException cause ? cause : e;
        return told.getMessage() == null ? told.toString() : told.getMessage();
    }

    private static int exitCode(Exception e) {
        return switch (e) {
            case UsageException _ -> Mistakes.USAGE;
            case ConfigException _ -> CONFIGURATION;
            case LedgerException ledger -> ledger.getCause() == null ? CONFIGURATION : NOT_ALL_SENT;
            default -> e.getCause() instanceof ConfigException ? CONFIGURATION : NOT_ALL_SENT;
        };
    }
}
