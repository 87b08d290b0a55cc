package dev.tallystone.loadgen;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How options are called in a configuration file: in snake case, below their command, and shared ones at the top. */
final class ConfigKeys {

    private ConfigKeys() {}

    /** Such as {@code topic} or {@code run.rate}. */
    static String of(OptionSpec option) {
        String key = option.longestName().replaceFirst("^--", "").replace('-', '_').toLowerCase(Locale.ROOT);
        return isShared(option) ? key : option.command().name() + "." + key;
    }

    /** All keys there are, each with one option that it stands for. */
    static SortedMap<String, OptionSpec> all(CommandLine loadgen) {
        var keys = new TreeMap<String, OptionSpec>();
        for (CommandLine command : loadgen.getSubcommands().values()) {
            command.getCommandSpec().options().stream().filter(ConfigKeys::hasKey).forEach(o -> keys.put(of(o), o));
        }
        return Collections.unmodifiableSortedMap(keys);
    }

    /** The keys beside {@code path}, for people. */
    static String beside(String path, CommandLine loadgen) {
        String section = path.substring(0, path.indexOf('.') + 1);
        var keys = all(loadgen).keySet()
                .stream()
                .filter(key -> key.startsWith(section))
                .map(key -> key.substring(section.length()).replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        if (section.isEmpty()) {
            keys.add(ConfigFile.KAFKA);
        }
        return keys.toString();
    }

    static boolean hasKey(ArgSpec argument) {
        return argument instanceof OptionSpec option && !option.inherited() && !option.usageHelp()
                && !option.versionHelp();
    }

    private static boolean isShared(OptionSpec option) {
        return CommandSpec.forAnnotatedObject(new Destination(Map::of))
                .findOption(option.longestName()) != null;
    }
}
