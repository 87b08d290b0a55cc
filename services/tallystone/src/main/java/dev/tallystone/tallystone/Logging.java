package dev.tallystone.tallystone;

/** Chooses how a process logs. Only mains call it, before their first logger. */
public final class Logging {

    private static final String FILE = "logback.configurationFile";

    private Logging() {}

    /** Lines on standard error, unless {@code -Dlogback.configurationFile} says otherwise. */
    public static void configure() {
        if (System.getProperty(FILE) == null) {
            System.setProperty(FILE, "dev/tallystone/tallystone/logback.xml");
        }
    }
}
