package dev.tallystone.loadgen;

import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Refuses keys that there are not, and values that their option would not take. */
final class ConfigJudge {

    /** What a generator of loads depends on, or says elsewhere. */
    private static final Map<String, String> NOT_TO_CHANGE = Map.of("bootstrap.servers",
            "write bootstrap_servers at the top", "acks", "loadgen always waits for all", "enable.idempotence",
            "loadgen is always idempotent", "transactional.id", "sources never use transactions", "max.request.size",
            "it follows from the longest record that a meter takes");

    private final CommandLine loadgen;
    private final Map<String, OptionSpec> keys;
    private final Set<String> commands;

    ConfigJudge(CommandLine loadgen) {
        this.loadgen = loadgen;
        this.keys = ConfigKeys.all(loadgen);
        this.commands = loadgen.getSubcommands().keySet();
    }

    /** Belongs to be called in the file's order, so that a section is judged before what stands in it. */
    void judge(String path, ConfigEntries.Entry entry) {
        OptionSpec option = keys.get(path);
        if (path.equals(ConfigFile.KAFKA) || commands.contains(path)) {
            require(entry.value() == null, path, entry, "must hold keys, not '%s'".formatted(entry.value()));
        } else if (path.startsWith(ConfigFile.KAFKA + ".")) {
            String why = NOT_TO_CHANGE.get(path.substring(ConfigFile.KAFKA.length() + 1));
            require(why == null, path, entry, "cannot be set here: " + why);
        } else if (option == null) {
            throw new ConfigException("line %d: there is no key '%s'; the keys there are %s".formatted(entry.line(),
                    path.substring(path.indexOf('.') + 1), ConfigKeys.beside(path, loadgen)), null);
        } else {
            require(!entry.keysBelow(), path, entry, "must be one value, not further keys");
            judgeValue(option, path, entry);
        }
    }

    /** As if the value stood on the command line, alone. */
    private void judgeValue(OptionSpec option, String path, ConfigEntries.Entry entry) {
        if (entry.value() == null) {
            return;
        }
        String command = option.command().name();
        try {
            parse(command, option.longestName() + "=" + entry.value());
            ((Checked) option.command().userObject()).check();
        } catch (ParameterException e) {
            Throwable told = e.getCause() == null ? e : e.getCause();
            throw new ConfigException("line %d: %s: %s".formatted(entry.line(), path, told.getMessage()), e);
        } catch (UsageException e) {
            throw new ConfigException("line %d: %s: %s".formatted(entry.line(), path, e.why()), e);
        }
    }

    private void parse(String command, String argument) {
        try {
            loadgen.parseArgs(command, argument);
        } catch (MissingParameterException e) {
            return; // a path that is no option: it has nothing to do with this value
        }
    }

    private static void require(boolean right, String path, ConfigEntries.Entry entry, String message) {
        if (!right) {
            throw new ConfigException("line %d: %s %s".formatted(entry.line(), path, message), null);
        }
    }
}
