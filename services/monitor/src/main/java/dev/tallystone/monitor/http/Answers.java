package dev.tallystone.monitor.http;

import dev.tallystone.monitor.Questions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as JSON, or as text for a terminal where {@code text/plain} is asked for. 400 says what is wrong with
 * a question, 503 that it cannot be answered now.
 */
final class Answers {

    private static final int BAD_REQUEST = 400;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int FAILED = 500;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** What is sent back. */
    sealed interface Answer {}

    /**
     * An answer in both forms.
     *
     * @param json
     *            a record
     */
    record Told(Object json, String text) implements Answer {}

    /** A file, in one form. */
    record Document(String contentType, Buffer body) implements Answer {}

    private Answers() {}

    /** Writes the answer once it comes, on the event loop of the request. */
    static void send(RoutingContext request, Vertx vertx, CompletionStage<Answer> coming, int timeoutS) {
        Future.fromCompletionStage(coming, vertx.getOrCreateContext())
                .timeout(timeoutS, TimeUnit.SECONDS)
                .onSuccess(answer -> write(request, 200, answer))
                .onFailure(why -> fail(request, why));
    }

    /** What a stage behind the failing one saw is only a wrapping. */
    private static void fail(RoutingContext request, Throwable failure) {
        Throwable cause = failure.getCause();
        Throwable why = failure instanceof CompletionException && cause != null ? cause : failure;
        switch (why) {
            case IllegalArgumentException _ -> refuse(request, BAD_REQUEST, String.valueOf(why.getMessage()));
            case Questions.NotNowException _ -> refuse(request, SERVICE_UNAVAILABLE, String.valueOf(why.getMessage()));
            case CompletionException stage when stage.getCause() != null -> fail(request, stage.getCause());
            case TimeoutException _ -> refuse(request, SERVICE_UNAVAILABLE, "no answer in time");
            case UncheckedIOException _ -> refuse(request, FAILED, String.valueOf(why.getMessage()));
            default -> request.fail(why);
        }
    }

    /**
     * Refuses what a page of another origin could send: it may post forms, yet not this content type. True if it did.
     */
    static boolean isForm(RoutingContext request) {
        String type = request.request().getHeader("Content-Type");
        if (type != null && type.startsWith("application/json")) {
            return false;
        }
        refuse(request, UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json, not " + type);
        return true;
    }

    static void refuse(RoutingContext request, int status, String why) {
        write(request, status, new Told(Map.of("error", why), why + "\n"));
    }

    static void write(RoutingContext request, int status, Answer answer) {
        Document body = switch (answer) {
            case Document document -> document;
            case Told told -> document(told, request.request().getHeader("Accept"));
        };
        var response = request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", body.contentType)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Vary", "Accept");
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.body.length())).end();
        } else {
            response.end(body.body);
        }
    }

    private static Document document(Told told, @Nullable String accepted) {
        return accepted != null && accepted.contains("text/plain")
                ? new Document("text/plain; charset=utf-8", Buffer.buffer(told.text.getBytes(StandardCharsets.UTF_8)))
                : new Document("application/json", Buffer.buffer(ApiJson.bytes(told.json)));
    }
}
