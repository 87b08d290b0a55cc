package dev.tallystone.collector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that a test fills and reads. */
final class ReadFolder {

    private final Path root;
    private final List<String> records = new ArrayList<>();
    private final List<Long> lineNumbers = new ArrayList<>();

    ReadFolder(Path root) {
        this.root = root;
    }

    ReadFolder with(String name, byte[] content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
    }

    ReadFolder with(String name, String text) throws IOException {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    FolderReport read() throws IOException {
        return new FolderReader(LogFolder.at(root)).readTo(line -> {
            records.add(new String(line.bytes(), StandardCharsets.UTF_8));
            lineNumbers.add(line.number());
        });
    }

    Path root() {
        return root;
    }

    List<String> records() {
        return records;
    }

    List<Long> lineNumbers() {
        return lineNumbers;
    }
}
