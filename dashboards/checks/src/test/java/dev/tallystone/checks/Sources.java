package dev.tallystone.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The files under test, wherever the tests are started from. */
final class Sources {

    static final ObjectMapper JSON = new ObjectMapper();

    private Sources() {}

    /** Of a path in the repository. */
    static Path file(String path) {
        return root().resolve(path);
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("docker-compose.yml")) && Files.isDirectory(at.resolve("dashboards"))) {
                return at;
            }
        }
        throw new IllegalStateException("start the tests inside the repository, not in " + Path.of("")
                .toAbsolutePath());
    }

    static List<Path> files(String directory, String suffix) {
        try (Stream<Path> files = Files.list(file(directory))) {
            return files.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SnakeYAML itself, because Jackson's reader leaves anchors and merge keys unresolved. */
    static JsonNode yaml(Path path) {
        Object document = new Yaml().load(text(path));
        return JSON.valueToTree(document);
    }
}
