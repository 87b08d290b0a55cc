package dev.tallystone.monitor.prices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where prices come from.
 *
 * @param file
 *            the user's price book; empty for the shipped one
 * @param inForce
 *            where the book in force is kept over a restart; empty to take the file whole at each start
 * @param reload
 *            how often the file is looked at
 */
public record PriceSettings(Optional<Path> file, Optional<Path> inForce, Duration reload) {

    /** The shipped book, for ever. */
    public static final PriceSettings SHIPPED = new PriceSettings(Optional.empty(), Optional.empty(),
            Duration.ofSeconds(10));

    public PriceSettings {
        if (reload.toMillis() < 100) {
            throw new IllegalArgumentException("prices.reload must be 100 ms or more, not " + reload);
        }
    }
}
