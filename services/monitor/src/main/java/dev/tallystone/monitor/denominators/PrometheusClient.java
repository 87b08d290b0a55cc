package dev.tallystone.monitor.denominators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.board.unitcosts.DenominatorValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks a Prometheus for one number, and waits for it. */
final class PrometheusClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 64 << 10;
    private static final int MAX_SHOWN = 200;
    private static final int DECIMALS = 9;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    /**
     * The answer at a time; empty where there is no series. Rounded half-even to {@value #DECIMALS} decimals, because
     * Prometheus counts in binary fractions.
     *
     * @throws IOException
     *             saying what is wrong with the server or its answer
     */
    Optional<BigDecimal> ask(PrometheusQuery query, Instant at) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(query.at(at)).timeout(TIMEOUT).build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
        return number(answer.statusCode(), answer.body());
    }

    static Optional<BigDecimal> number(int status, byte[] body) throws IOException {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (IOException e) {
            throw new IOException("status %d, and no JSON: is this a Prometheus?".formatted(status), e);
        }
        if (!answer.path("status").asText().equals("success")) {
            throw new IOException("status %d: %s".formatted(status, shown(answer.path("error").asText())));
        }
        JsonNode result = answer.path("data").path("result");
        return switch (answer.path("data").path("resultType").asText()) {
            case "scalar" -> Optional.of(number(result.path(1).asText()));
            case "vector" -> one(result);
            default -> throw new IOException("the query must give one number, not a "
                    + shown(answer.path("data").path("resultType").asText()));
        };
    }

    private static Optional<BigDecimal> one(JsonNode vector) throws IOException {
        if (vector.size() > 1) {
            throw new IOException("the query must give one series, not %d: add them with sum()".formatted(
                    vector.size()));
        }
        return vector.isEmpty() ? Optional.empty() : Optional.of(number(vector.path(0).path("value").path(1).asText()));
    }

    private static BigDecimal number(String text) throws IOException {
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > MAX_SHOWN) {
                throw new IOException("the query gives %s, which counts nothing".formatted(shown(text)));
            }
            return DenominatorValue.decimal(number.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString());
        } catch (IllegalArgumentException e) {
            throw new IOException("the query gives %s, which counts nothing".formatted(shown(text)), e);
        }
    }

    private static String shown(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
