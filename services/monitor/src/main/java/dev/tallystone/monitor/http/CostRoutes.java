package dev.tallystone.monitor.http;

import dev.tallystone.board.Past;
import dev.tallystone.board.costs.CostExport;
import dev.tallystone.board.costs.GroupedCosts;
import dev.tallystone.board.costs.GroupedCostsText;
import dev.tallystone.monitor.Questions;
import dev.tallystone.pricing.focus.FocusCsv;
import dev.tallystone.pricing.focus.FocusJson;
import dev.tallystone.pricing.focus.FocusMetadata;
import dev.tallystone.pricing.focus.FocusRow;
import dev.tallystone.pricing.focus.FocusRows;
import dev.tallystone.pricing.focus.Payer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Costs for the people who keep the books: a FOCUS-shaped estimate, what has no price, and what is said beside both; or
 * grouped by what they are of.
 */
public final class CostRoutes {

    private static final List<String> PARAMETERS = List.of("format", "grain", "group", "window", "model", "region",
            "mode",
            "team");
    private static final int TIMEOUT_S = 60;
    private static final String GENERATOR = "Tallystone 0.1";

    /** What is asked for. */
    private enum Format {
        /** Rows and metadata; with a group the same as {@link #GROUPS}. */
        JSON("application/json"),
        /** Rows and metadata, as JSON. */
        FOCUS("application/json"),
        CSV("text/csv; charset=utf-8"),
        UNPRICED("text/csv; charset=utf-8"),
        METADATA("application/json"),
        GROUPS("application/json");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }
    }

    private final Questions questions;
    private final Payer payer;
    private final Clock clock;

    public CostRoutes(Questions questions, Payer payer, Clock clock) {
        this.questions = questions;
        this.payer = payer;
        this.clock = clock;
    }

    /** Adds the route. It must stand before those of the page, which take every path. */
    public void mount(Router router, Vertx vertx) {
        router.route("/api/v1/costs").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> {
            var query = new QueryText(request.queryParams());
            Answers.send(request, vertx, questions.ask(past -> answer(past, query)), TIMEOUT_S);
        });
    }

    private Answers.Answer answer(Past past, QueryText query) {
        Format format = format(query.only(PARAMETERS));
        if (format == Format.GROUPS) {
            GroupedCosts grouped = query.grouped(past);
            return new Answers.Told(grouped, GroupedCostsText.of(grouped));
        }
        return new Answers.Document(format.contentType, Buffer.buffer(bytes(query.export(past), format)));
    }

    private static Format format(QueryText query) {
        Optional<Format> asked = query.oneOf("format", Format.class);
        if (!query.isGrouped()) {
            return asked.orElse(Format.CSV);
        }
        asked.filter(format -> format != Format.JSON && format != Format.GROUPS).ifPresent(format -> {
            throw new IllegalArgumentException(
                    "format must be groups or json with group, or left out, not '%s': its rows are by price"
                            .formatted(format.name().toLowerCase(Locale.ROOT)));
        });
        return Format.GROUPS;
    }

    private byte[] bytes(CostExport export, Format format) {
        var rows = new FocusRows(payer, export.bookDigest());
        List<FocusRow> written = export.charges().stream().map(rows::row).toList();
        var out = new ByteArrayOutputStream();
        try {
            switch (format) {
                case CSV -> FocusCsv.writeRows(written, out);
                case UNPRICED -> FocusCsv.writeUnpriced(export.unpriced(), out);
                case METADATA -> metadata(export).write(out);
                case JSON, FOCUS -> {
                    out.write("{\"metadata\":".getBytes(StandardCharsets.UTF_8));
                    metadata(export).write(out);
                    out.write(",\"rows\":".getBytes(StandardCharsets.UTF_8));
                    FocusJson.writeRows(written, out);
                    out.write('}');
                }
                case GROUPS -> throw new IllegalStateException("groups are no rows");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private FocusMetadata metadata(CostExport export) {
        return new FocusMetadata(GENERATOR, clock.instant(), export.bookDigest(), export.coverage(),
                export.unpriced());
    }
}
