package dev.tallystone.monitor.http;

import dev.tallystone.board.Past;
import dev.tallystone.board.costs.CostExport;
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

/**
 * Costs for the people who keep the books: a FOCUS-shaped estimate, what has no price, and what is said beside both.
 */
public final class CostRoutes {

    private static final List<String> PARAMETERS = List.of("format", "grain", "window", "model", "region", "mode",
            "team");
    private static final int TIMEOUT_S = 60;
    private static final String GENERATOR = "Tallystone 0.1";

    /** What is asked for. */
    private enum Format {
        JSON("application/json"),
        CSV("text/csv; charset=utf-8"),
        UNPRICED("text/csv; charset=utf-8"),
        METADATA("application/json");

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
        Format format = query.oneOf("format", Format.class).orElse(Format.CSV);
        return new Answers.Document(format.contentType,
                Buffer.buffer(bytes(query.only(PARAMETERS).export(past), format)));
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
                case JSON -> {
                    out.write("{\"metadata\":".getBytes(StandardCharsets.UTF_8));
                    metadata(export).write(out);
                    out.write(",\"rows\":".getBytes(StandardCharsets.UTF_8));
                    FocusJson.writeRows(written, out);
                    out.write('}');
                }
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
