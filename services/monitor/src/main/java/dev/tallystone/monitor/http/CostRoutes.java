package dev.tallystone.monitor.http;

import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.costs.CostExport;
import dev.tallystone.board.costs.GroupedCosts;
import dev.tallystone.board.costs.GroupedCostsText;
import dev.tallystone.monitor.Questions;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.close.BilledRows;
import dev.tallystone.monitor.close.ClosedMonth;
import dev.tallystone.monitor.close.ClosedMonths;
import dev.tallystone.monitor.close.Correction;
import dev.tallystone.monitor.close.Correction.Now;
import dev.tallystone.monitor.http.Answers.Answer;
import dev.tallystone.pricing.focus.FocusCsv;
import dev.tallystone.pricing.focus.FocusJson;
import dev.tallystone.pricing.focus.FocusMetadata;
import dev.tallystone.pricing.focus.FocusRow;
import dev.tallystone.pricing.focus.UnpricedUsage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

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
    private final Supplier<View> view;
    private final ClosedMonths closed;
    private final Clock clock;

    public CostRoutes(Questions questions, Supplier<View> view, ClosedMonths closed, Clock clock) {
        this.questions = questions;
        this.view = view;
        this.closed = closed;
        this.clock = clock;
    }

    /** Adds the route. It must stand before those of the page, which take every path. */
    public void mount(Router router, Vertx vertx) {
        router.route("/api/v1/costs").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> {
            var query = new CostQuestion(new QueryText(request.queryParams()));
            Answers.send(request, vertx, answer(query, vertx).toCompletionStage(), TIMEOUT_S);
        });
    }

    /** A month that is closed is told from its files, off the event loop; any other one by the monitor's thread. */
    private Future<Answer> answer(CostQuestion query, Vertx vertx) {
        try {
            Format format = format(query);
            Optional<ClosedMonth> signed = view.get()
                    .board()
                    .flatMap(board -> query.daysIfAny(board.asOf()))
                    .flatMap(days -> closed.find(YearMonth.from(days.from())));
            if (signed.isPresent()) {
                return Future.succeededFuture(signed.get())
                        .compose(month -> vertx
                                .executeBlocking(() -> tell(month.past(), query, format, signed).get(), false));
            }
            return Future
                    .fromCompletionStage(questions.ask(past -> tell(past, query, format, signed)),
                            vertx.getOrCreateContext())
                    .compose(answer -> vertx.executeBlocking(answer::get, false));
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(e);
        }
    }

    /** What the past says, and the work that is left to do elsewhere. */
    private Supplier<Answer> tell(Past past, CostQuestion query, Format format, Optional<ClosedMonth> signed) {
        if (format == Format.GROUPS) {
            GroupedCosts grouped = query.grouped(past);
            return () -> new Answers.Told(grouped, GroupedCostsText.of(grouped));
        }
        CostExport costs = query.export(past);
        Optional<Span.Days> days = query.daysIfAny(past.asOf());
        UsedFilter filter = query.filter(past);
        var now = new Now(past.settings(), past.pricer().book(), closed.settings().payer());
        return () -> document(format, costs, signed,
                days.map(all -> new BilledRows(closed, view.get().late()).of(all, filter, costs, now))
                        .orElseGet(() -> Correction.rows(costs, now.payer())));
    }

    private Answer document(Format format, CostExport costs, Optional<ClosedMonth> signed, List<FocusRow> rows) {
        var metadata = new FocusMetadata(GENERATOR, clock.instant(), costs.bookDigest(),
                signed.map(ClosedMonth::digest).orElse(""), costs.coverage(), costs.unpriced());
        return new Answers.Document(format.contentType,
                Buffer.buffer(bytes(rows, metadata, costs.unpriced(), format)));
    }

    private static Format format(CostQuestion query) {
        Optional<Format> asked = query.text().only(PARAMETERS).oneOf("format", Format.class);
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

    private static byte[] bytes(List<FocusRow> rows, FocusMetadata metadata, List<UnpricedUsage> unpriced,
            Format format) {
        var out = new ByteArrayOutputStream();
        try {
            switch (format) {
                case CSV -> FocusCsv.writeRows(rows, out);
                case UNPRICED -> FocusCsv.writeUnpriced(unpriced, out);
                case METADATA -> metadata.write(out);
                case JSON, FOCUS -> {
                    out.write("{\"metadata\":".getBytes(StandardCharsets.UTF_8));
                    metadata.write(out);
                    out.write(",\"rows\":".getBytes(StandardCharsets.UTF_8));
                    FocusJson.writeRows(rows, out);
                    out.write('}');
                }
                case GROUPS -> throw new IllegalStateException("groups are no rows");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
