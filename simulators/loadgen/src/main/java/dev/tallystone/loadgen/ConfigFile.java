package dev.tallystone.loadgen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** What a user's YAML says instead of the options' defaults. Every key and value in it has been judged. */
final class ConfigFile implements IDefaultValueProvider {

    /** The section of Kafka's own properties. */
    static final String KAFKA = "kafka";
    /** No file: every option keeps its default. */
    static final ConfigFile NONE = new ConfigFile("", Map.of());

    private final String name;
    private final Map<String, ConfigEntries.Entry> entries;

    private ConfigFile(String name, Map<String, ConfigEntries.Entry> entries) {
        this.name = name;
        this.entries = entries;
    }

    /** The commented file of every key and default. */
    static String defaults() {
        try (InputStream yaml = ConfigFile.class.getResourceAsStream("loadgen.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("loadgen.yaml is not beside " + ConfigFile.class);
            }
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file for the options of {@code loadgen}, a command line that is used for nothing else.
     *
     * @throws ConfigException
     *             naming file, key and line
     * @throws TypeConversionException
     *             when there is no such file
     */
    static ConfigFile read(Path file, CommandLine loadgen) {
        String yaml = text(file);
        try {
            Map<String, ConfigEntries.Entry> entries = ConfigEntries.read(yaml);
            var judge = new ConfigJudge(loadgen);
            entries.forEach(judge::judge);
            return new ConfigFile(file.toString(), entries);
        } catch (ConfigException e) {
            throw new ConfigException(file + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new TypeConversionException("cannot read '%s': %s".formatted(file, e));
        }
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!ConfigKeys.hasKey(argument)) {
            return null;
        }
        ConfigEntries.Entry entry = entries.get(ConfigKeys.of((OptionSpec) argument));
        return entry == null ? null : entry.value();
    }

    /** Properties of every Kafka client, without the brokers. */
    Map<String, String> kafka() {
        var properties = new LinkedHashMap<String, String>();
        entries.forEach((path, entry) -> {
            if (path.startsWith(KAFKA + ".") && entry.value() != null) {
                properties.put(path.substring(KAFKA.length() + 1), entry.value());
            }
        });
        return properties;
    }

    /**
     * Where the Kafka property stands that a message of Kafka's client names, as {@code "file: line 3: "}; all of them
     * when it names none, and nothing where there are none.
     */
    String placeOfPropertyIn(String message) {
        Optional<String> property = kafka().keySet()
                .stream()
                .filter(message::contains)
                .max(Comparator.comparingInt(String::length));
        return property.map(key -> entries.get(KAFKA + "." + key))
                .map(entry -> "%s: line %d: ".formatted(name, entry.line()))
                .orElse(kafka().isEmpty() ? "" : "%s: %s: ".formatted(name, KAFKA));
    }
}
