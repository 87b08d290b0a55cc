package dev.tallystone.loadgen;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Answers a mistyped command line in two lines; the whole help text would hide what was wrong. */
final class Mistakes implements IParameterExceptionHandler {

    static final int USAGE = 64;

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(e.getMessage());
        command.getErr().println("try: %s --help".formatted(command.getCommandSpec().qualifiedName()));
        command.getErr().flush();
        return USAGE;
    }
}
