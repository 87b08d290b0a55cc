/**
 * Holds what {@code dashboards/} and {@code docker-compose.yml} promise: lint of the dashboard, the alert rules and
 * their routes by Prometheus' own tools, and a walk through every panel against a live process.
 *
 * <p>
 * Needs Debian's packages {@code prometheus} and {@code prometheus-alertmanager}; without them it fails, it never
 * skips.
 */
@NullMarked
package dev.tallystone.checks;

import org.jspecify.annotations.NullMarked;
