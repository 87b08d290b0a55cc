package dev.tallystone.collector;

/** Takes what a folder holds. Called by the reading thread; what it throws ends the reading. */
@FunctionalInterface
public interface LogReceiver {

    void receive(LogLine line);
}
