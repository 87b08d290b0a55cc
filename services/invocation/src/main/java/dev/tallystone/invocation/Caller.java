package dev.tallystone.invocation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who called: the principal without its unbounded session name, and the values of the configured
 * {@code requestMetadata} keys, in configured order. {@code ""} stands for what the record does not say.
 *
 * @param principal
 *            {@code assumed-role/<role>}, {@code user/<name>}, {@code root} or {@code ""}
 * @param metadata
 *            caller-controlled, so a hint and never a proof
 */
public record Caller(String principal, List<String> metadata) {

    /** Stands for callers beyond a bound. */
    public static final Caller OTHER = new Caller("~other", List.of());

    public Caller {
        metadata = List.copyOf(metadata);
    }

    /** The value of the {@code index}-th configured key, {@code ""} when absent. */
    public String metadata(int index) {
        return index < metadata.size() ? metadata.get(index) : "";
    }

    /** As records compare, but at once for the same object, which is what the hot path meets. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Caller(String thatPrincipal, List<String> thatMetadata)
                && principal.equals(thatPrincipal) && metadata.equals(thatMetadata));
    }

    @Override
    public int hashCode() {
        return 31 * principal.hashCode() + metadata.hashCode();
    }
}
