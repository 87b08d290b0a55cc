/** The board over HTTP: as JSON, as a stream of events, and as the page that draws it. */
@NullMarked
package dev.tallystone.monitor.http;

import org.jspecify.annotations.NullMarked;
