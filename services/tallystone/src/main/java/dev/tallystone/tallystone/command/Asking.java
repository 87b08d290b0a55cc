package dev.tallystone.tallystone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every question has in common: where it is asked, and how the answer is printed. */
final class Asking {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int FAILED = 1;

    @Option(names = "--url", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080/", //
            description = "Where a tallystone with role monitor answers (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://127.0.0.1:8080/");

    @Option(names = "--json", description = "The answer as JSON, with every digit.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Prints the answer. Ends with 0, or 1 where there is none. */
    int ask(String path, Map<String, String> parameters) throws InterruptedException {
        return send(request(path, parameters));
    }

    /** Asks for something to be done, and prints what was. Ends with 0, or 1 where nothing was. */
    int order(String path, Map<String, String> parameters) throws InterruptedException {
        return send(request(path, parameters).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, Map<String, String> parameters) {
        String base = url.toString();
        URI asked = URI.create((base.endsWith("/") ? base : base + "/") + path + query(parameters));
        try {
            return HttpRequest.newBuilder(asked)
                    .timeout(TIMEOUT)
                    .header("Accept", json ? "application/json" : "text/plain");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(),
                    "--url must be such as http://127.0.0.1:8080/, not '%s': %s".formatted(url, e.getMessage()), e);
        }
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(command, "picocli injects it");
    }

    private int send(HttpRequest.Builder request) throws InterruptedException {
        PrintWriter err = spec().commandLine().getErr();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            boolean isAnswered = answer.statusCode() == OK;
            PrintWriter to = isAnswered ? spec().commandLine().getOut() : err;
            to.print(isAnswered || !answer.body().isBlank()
                    ? answer.body()
                    : "status %d from %s%n".formatted(answer.statusCode(), answer.uri()));
            to.flush();
            return isAnswered ? 0 : FAILED;
        } catch (IOException e) {
            err.printf("no answer from %s (%s): is a tallystone with role monitor running there? See --url.%n", url,
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return FAILED;
        }
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet()
                .stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
