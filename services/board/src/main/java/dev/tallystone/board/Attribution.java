package dev.tallystone.board;

/**
 * Who is charged for calls, and why.
 *
 * @param stated
 *            the team in the caller's metadata, {@code ""} where it names none
 */
public record Attribution(String team, DecidedBy decidedBy, String stated) {

    /** Who is charged where nobody is yet: a team of its own. */
    public static final String UNALLOCATED = Teams.UNALLOCATED;

    /** What named the team, the strongest first. */
    public enum DecidedBy {
        /** A rule of the application inference profile that was called: what AWS bills by. */
        PROFILE,
        /** A rule of the principal that called. */
        PRINCIPAL,
        /** {@code requestMetadata.team}, which a caller writes: a hint and never a proof. */
        METADATA,
        /** Nothing: nobody is charged yet. */
        NONE
    }

    /** Whether identity names one team and the caller's metadata another. */
    public boolean isDisputed() {
        boolean byIdentity = decidedBy == DecidedBy.PROFILE || decidedBy == DecidedBy.PRINCIPAL;
        return byIdentity && !stated.isEmpty() && !stated.equals(team);
    }
}
