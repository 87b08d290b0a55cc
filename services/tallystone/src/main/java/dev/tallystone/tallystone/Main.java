package dev.tallystone.tallystone;

import dev.tallystone.tallystone.command.ChargebackCommand;
import dev.tallystone.tallystone.command.CommitmentsCommand;
import dev.tallystone.tallystone.command.CostsCommand;
import dev.tallystone.tallystone.command.ExplainCommand;
import dev.tallystone.tallystone.command.MonthsCommand;
import dev.tallystone.tallystone.command.OptionsCommand;
import dev.tallystone.tallystone.command.PricesCommand;
import dev.tallystone.tallystone.command.UnitCostsCommand;
import dev.tallystone.tallystone.command.WhatIfCommand;
import dev.tallystone.tallystone.command.WhyCommand;
import dev.tallystone.tallystone.config.ConfigException;
import dev.tallystone.tallystone.config.ConfigReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The {@code tallystone} command: one process with any roles. Ends with 0, 1 after a failure, 64 usage, 78
 * configuration.
 */
@Command(name = "tallystone", mixinStandardHelpOptions = true, version = "tallystone 0.1", exitCodeOnInvalidInput = 64, //
        description = Main.PURPOSE, footer = Main.MORE_HELP, //
        subcommands = {OptionsCommand.class, ExplainCommand.class, WhatIfCommand.class, WhyCommand.class,
                CostsCommand.class, ChargebackCommand.class, MonthsCommand.class, UnitCostsCommand.class})
public final class Main implements Callable<Integer> {

    static final String PURPOSE = """
        Counts Amazon Bedrock's invocation logs from Kafka, prices them every way, and shows it.
        Reads topic 'invocations', keeps its own topics beside it, and serves the page, /api/v1/board,
        /metrics and /health on one port.""";
    static final String MORE_HELP = """

        Examples:
          tallystone --print-config > tallystone.yaml
          tallystone --config tallystone.yaml
          tallystone --set kafka.bootstrap.servers=broker:9092 --set roles=[meter] --set meter.slot=meter-0
        """;

    private static final String FILE = "YAML; what it does not name keeps its default.";
    private static final String ONE_KEY = "One key, over the file. Repeatable.";
    private static final String PRINT = "Print every key with its default and a comment, and end.";
    private static final int HELP_WIDTH = 100;
    private static final int FAILED = 1;
    private static final int CONFIGURATION = 78;

    private final PrintWriter out;
    private final PrintWriter err;

    @Option(names = "--config", paramLabel = "FILE", description = FILE)
    private @Nullable Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = ONE_KEY)
    private final Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--print-config", description = PRINT)
    private boolean printConfig;

    private Main(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Runs until it is told to stop. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT); // the same figures, whoever reads them
        Logging.configure();
        var out = new PrintWriter(System.out, true, Charset.defaultCharset());
        var err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(commandLine(out, err).execute(arguments));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(out, err, Clock.systemUTC());
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err, Clock clock) {
        return new CommandLine(new Main(out, err)).addSubcommand(PricesCommand.commandLine(clock))
                .addSubcommand(CommitmentsCommand.commandLine(clock))
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(HELP_WIDTH);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (printConfig) {
            out.print(ConfigReader.defaults());
            out.flush();
            return 0;
        }
        try {
            return run(ConfigReader.read(yaml(), overrides));
        } catch (ConfigException e) {
            err.printf("%s: %s%n", config == null ? "configuration" : config, e.getMessage());
            return CONFIGURATION;
        } catch (StartException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private String yaml() {
        try {
            return config == null ? "" : Files.readString(config);
        } catch (IOException e) {
            throw new ConfigException("cannot be read: " + e, e);
        }
    }

    private static int run(TallystoneSettings settings) throws InterruptedException {
        Logger log = LoggerFactory.getLogger(Main.class);
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var failure = new AtomicReference<@Nullable Throwable>();
        try (var process = Tallystone.start(settings, Clock.systemUTC(), e -> {
            failure.set(e);
            stop.countDown();
        })) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop.countDown();
                awaitQuietly(stopped);
            }, "shutdown"));
            log.info("roles {} at {}", settings.roles(), process.address());
            stop.await();
        } catch (CompletionException e) {
            log.warn("not all ended in its time, most likely because Kafka cannot be reached: {}", e.getMessage());
        } finally {
            stopped.countDown(); // or the shutdown would wait for ever
        }
        Throwable failed = failure.get();
        if (failed != null) {
            log.error("stopped, because this cannot be answered: {}", failed.getMessage(), failed);
        }
        return failed == null ? 0 : FAILED;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
