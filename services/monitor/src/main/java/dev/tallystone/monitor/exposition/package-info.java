/** What Prometheus scrapes of usage and money: one board per scrape, so no scrape straddles two. */
@NullMarked
package dev.tallystone.monitor.exposition;

import org.jspecify.annotations.NullMarked;
