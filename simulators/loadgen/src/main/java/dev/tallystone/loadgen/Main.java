package dev.tallystone.loadgen;

import dev.tallystone.metering.Source;
import dev.tallystone.workload.Scenario;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The command line {@code loadgen}. */
public final class Main {

    private static final String VERSION = "0.1";
    private static final int HELP_WIDTH = 100;
    private static final String LOGGING = "logback.configurationFile";

    private Main() {}

    /** Ends the process with the command's exit code. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // the same figures, whoever reads them
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "dev/tallystone/loadgen/logback.xml");
        }
        var out = new PrintWriter(System.out, true, Charset.defaultCharset());
        var err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(commandLine(Screen.ofProcess(out, err), Clock.systemUTC()).execute(args));
    }

    static CommandLine commandLine(Screen screen, Clock clock) {
        var loadgen = new LoadgenCommand(screen);
        var command = new CommandLine(loadgen)
                .addSubcommand(new RunCommand(screen, clock, loadgen::kafka))
                .addSubcommand(new ReplayCommand(screen, clock, loadgen::kafka))
                .addSubcommand(new WriteCommand(screen, clock))
                .registerConverter(ConfigFile.class, file -> ConfigFile.read(Path.of(file), commandLine(screen, clock)))
                .registerConverter(boolean.class, explained(Values::yesOrNo))
                .registerConverter(double.class, explained(Values::number))
                .registerConverter(int.class, explained(Values::wholeInt))
                .registerConverter(long.class, explained(Values::wholeLong))
                .registerConverter(Scenario.class, explained(Scenario::named))
                .registerConverter(Duration.class, explained(Durations::parse))
                .registerConverter(RunLength.class, explained(RunLength::parse))
                .registerConverter(Speed.class, explained(Speed::parse))
                .registerConverter(Source.class, explained(SourceLabels::parse))
                .registerConverter(LogStart.class, explained(LogStart::parse))
                .setDefaultValueProvider(argument -> loadgen.config().defaultValue(argument))
                .setOut(screen.out())
                .setErr(screen.err())
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler(new Mistakes())
                .setExecutionExceptionHandler(new Failures(loadgen::config));
        command.getSubcommands().values().forEach(Main::obeyConventions);
        obeyConventions(command);
        return command;
    }

    private static void obeyConventions(CommandLine command) {
        command.getCommandSpec()
                .mixinStandardHelpOptions(true)
                .version("tallystone loadgen " + VERSION)
                .exitCodeOnInvalidInput(Mistakes.USAGE)
                .usageMessage()
                .sortOptions(false)
                .showDefaultValues(true);
    }

    /** Lets the message through by which a type says what it would have taken. */
    private static <T> ITypeConverter<T> explained(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
