package dev.tallystone.loadgen;

import dev.tallystone.collector.FolderReader;
import dev.tallystone.collector.LogFolder;
import dev.tallystone.collector.LogReceiver;
import java.time.Clock;
import java.time.Duration;

/** Shows how far a replay has come, from the thread that reads: after a record, and while it waits for the next. */
final class ProgressMeter {

    private static final Duration REDRAW_EVERY = Duration.ofMillis(200);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);

    private final String label;
    private final Screen screen;
    private final Ticker ticker;
    private final LogFolder folder;
    private final FolderReader reader;
    private long records;

    /** {@code label} stands in front of every line. */
    ProgressMeter(String label, Screen screen, Clock clock, LogFolder folder, FolderReader reader) {
        this.label = label;
        this.screen = screen;
        this.ticker = new Ticker(clock, screen.terminal() ? REDRAW_EVERY : REPORT_EVERY);
        this.folder = folder;
        this.reader = reader;
    }

    LogReceiver watching(LogReceiver receiver) {
        return line -> {
            receiver.receive(line);
            records++;
            show();
        };
    }

    Duration elapsed() {
        return ticker.elapsed();
    }

    /** Wakes from long sleeps, so that the display does not stand still. */
    Sleeper showingDuring(Sleeper sleeper) {
        return duration -> {
            sleeper.sleep(duration.compareTo(REDRAW_EVERY) < 0 ? duration : REDRAW_EVERY);
            show();
        };
    }

    private void show() {
        if (ticker.isTime()) {
            var progress = new ReplayProgress(reader.bytesRead(), folder.bytes(), records, ticker.elapsed());
            screen.progress(label + (screen.terminal() ? progress.bar() : progress.line()));
        }
    }
}
