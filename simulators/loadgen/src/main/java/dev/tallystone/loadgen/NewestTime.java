package dev.tallystone.loadgen;

import dev.tallystone.collector.FolderReader;
import dev.tallystone.collector.LogFolder;
import dev.tallystone.collector.LogLine;
import dev.tallystone.collector.LogReceiver;
import dev.tallystone.collector.RecordEnvelope;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks through a log for its newest time. Those that cannot be read are passed over. */
final class NewestTime implements LogReceiver {

    private @Nullable Instant newest;

    /** Reads all of a folder and shows how far it has come; nothing when no record tells a time. */
    static Optional<Instant> in(LogFolder folder, Screen screen, Clock clock) {
        var reader = new FolderReader(folder);
        var search = new NewestTime();
        reader.readTo(new ProgressMeter("looking for the newest: ", screen, clock, folder, reader).watching(search));
        screen.progressEnds();
        return Optional.ofNullable(search.newest);
    }

    @Override
    public void receive(LogLine line) {
        RecordEnvelope.of(line.bytes()).timestamp().flatMap(RecordPace::instant).ifPresent(occurredAt -> {
            if (newest == null || occurredAt.isAfter(newest)) {
                newest = occurredAt;
            }
        });
    }
}
