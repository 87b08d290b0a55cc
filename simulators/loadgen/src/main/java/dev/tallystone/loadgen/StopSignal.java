package dev.tallystone.loadgen;

import java.time.Duration;

/**
 * Turns Ctrl-C into an orderly stop. The process may not end before the command has reported: the hook stops the
 * generator, then waits a moment for {@link #close()}.
 */
final class StopSignal implements AutoCloseable {

    private static final Duration TIME_TO_REPORT = Duration.ofSeconds(5);

    private final LoadGenerator generator;
    private final Thread hook = Thread.ofPlatform().name("loadgen-stop").unstarted(this::stop);
    private volatile boolean reported;

    StopSignal(LoadGenerator generator) {
        this.generator = generator;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        try {
            generator.stop();
            for (long waited = 0; !reported && waited < TIME_TO_REPORT.toMillis(); waited += 10) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        reported = true;
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) { // the process is ending, which is what the hook is there for
            return;
        }
    }
}
