package dev.tallystone.monitor;

import dev.tallystone.board.BoardSettings;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.monitor.close.CloseSettings;
import dev.tallystone.monitor.denominators.DenominatorSettings;
import dev.tallystone.monitor.prices.PriceSettings;
import java.time.Duration;
import java.util.Map;

/**
 * How a monitor reads and shows.
 *
 * @param kafka
 *            client properties, {@code bootstrap.servers} at least
 * @param tick
 *            from board to board
 */
public record MonitorSettings(Map<String, String> kafka, Ledger ledger, BoardSettings board, PriceSettings prices,
        CloseSettings close, DenominatorSettings denominators, Duration tick) {

    public MonitorSettings {
        kafka = Map.copyOf(kafka);
        if (tick.toMillis() < 100 || tick.toMillis() > 10_000) {
            throw new IllegalArgumentException("monitor.tick must lie between 100 ms and 10 s, not " + tick);
        }
    }
}
