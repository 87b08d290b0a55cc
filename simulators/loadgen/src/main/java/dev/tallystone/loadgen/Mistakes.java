package dev.tallystone.loadgen;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/**
 * Answers a mistyped command line in two lines; the whole help text would hide what was wrong. A wrong configuration
 * file is no mistyped command line, and named in one.
 */
final class Mistakes implements IParameterExceptionHandler {

    static final int USAGE = 64;

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        if (e.getCause() instanceof ConfigException wrongFile) {
            command.getErr().println(wrongFile.getMessage());
            command.getErr().flush();
            return Failures.CONFIGURATION;
        }
        command.getErr().println(e.getMessage());
        command.getErr().println("try: %s --help".formatted(command.getCommandSpec().qualifiedName()));
        command.getErr().flush();
        return USAGE;
    }
}
