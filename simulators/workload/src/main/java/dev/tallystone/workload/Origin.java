package dev.tallystone.workload;

/**
 * Where a stream's calls come from.
 *
 * @param metadata
 *            the member {@code requestMetadata} with a comma behind it, or nothing when the caller sends none
 */
record Origin(String region, Caller caller, String metadata) {

    /** The made-up company has one account. */
    static final String ACCOUNT = "111122223333";

    static Origin role(String region, String role) {
        return new Origin(region, new Caller.AssumedRole(role), "");
    }

    static Origin user(String region, String name) {
        return new Origin(region, new Caller.User(name), "");
    }

    /** The same, and every call says which team it is for. */
    Origin forTeam(String team) {
        return new Origin(region, caller, "'requestMetadata':{'team':'%s'},".formatted(team));
    }

    /** The same, and every call also says how long it could have waited. */
    Origin forTeam(String team, String deadline) {
        return new Origin(region, caller, "'requestMetadata':{'team':'%s','deadline':'%s'},".formatted(team, deadline));
    }
}
