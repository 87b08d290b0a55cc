package dev.tallystone.tallystone;

import dev.tallystone.meter.MeterSettings;
import dev.tallystone.monitor.MonitorSettings;
import java.util.Set;

/**
 * A process.
 *
 * @param port
 *            0 takes a free one
 */
public record TallystoneSettings(Set<Role> roles, MeterSettings meter, MonitorSettings monitor, String host, int port) {

    public TallystoneSettings {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles must name at least one of meter, monitor");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("http.port must lie between 0 and 65535, not " + port);
        }
    }
}
