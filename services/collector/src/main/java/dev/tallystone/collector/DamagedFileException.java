package dev.tallystone.collector;

import java.io.IOException;

/** A file whose content is damaged, rather than out of reach. Never leaves this room: it becomes a problem by file. */
final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FileProblem.Reason reason;
    private final String found;

    DamagedFileException(FileProblem.Reason reason, String found) {
        super(reason + ": " + found);
        this.reason = reason;
        this.found = found;
    }

    FileProblem in(LogFile file, long records) {
        return new FileProblem(file.name(), reason, records, found);
    }
}
