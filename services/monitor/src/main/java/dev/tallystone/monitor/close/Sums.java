package dev.tallystone.monitor.close;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The list of a folder's files with their SHA-256, as {@code sha256sum} writes and checks it. Its own SHA-256 is the
 * month's digest.
 */
final class Sums {

    static final String NAME = "SHA256SUMS";

    private Sums() {}

    /** Lists the files of a folder, which must be complete, and gives the digest. */
    static String write(Path folder, List<String> files) throws IOException {
        var lines = new StringBuilder();
        for (String file : files) {
            lines.append(Sha256.of(Files.readAllBytes(folder.resolve(file)))).append("  ").append(file).append('\n');
        }
        byte[] list = lines.toString().getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(NAME), list);
        return Sha256.of(list);
    }

    static String digest(Path folder) throws IOException {
        return Sha256.of(Files.readAllBytes(folder.resolve(NAME)));
    }

    /** The files that are missing or not what they were; empty where all is as it was signed. */
    static List<String> changed(Path folder, List<String> files) throws IOException {
        List<String> listed = Files.readAllLines(folder.resolve(NAME));
        return files.stream().filter(file -> !listed.contains(line(folder, file))).toList();
    }

    private static String line(Path folder, String file) {
        try {
            return Sha256.of(Files.readAllBytes(folder.resolve(file))) + "  " + file;
        } catch (IOException e) {
            return "unreadable " + file; // as good as changed
        }
    }
}
