package dev.tallystone.monitor.denominators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.board.unitcosts.DenominatorValue;
import dev.tallystone.board.unitcosts.Stretch;
import dev.tallystone.monitor.Questions.NotNowException;
import dev.tallystone.monitor.denominators.DenominatorStore.Taken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenominatorStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final DenominatorKey TICKETS = new DenominatorKey("tickets", Optional.of("support"),
            Optional.of("Nova Pro"));

    @TempDir
    private Path directory;

    private DenominatorStore open(String file) {
        return new DenominatorStore(Optional.of(directory.resolve(file)), CLOCK);
    }

    private static DenominatorValue value(int hoursBack, String value) {
        Instant until = NOON.minusSeconds(3_600L * hoursBack);
        return new DenominatorValue(TICKETS, new Stretch(until.minusSeconds(3_600), until), new BigDecimal(value));
    }

    private static Taken add(DenominatorStore store, DenominatorValue value) {
        return store.add(value).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void keepsValuesOverARestart() throws IOException {
        try (var store = open("counts.json")) {
            add(store, value(1, "12.50"));
            assertThat(add(store, value(0, "7")).replaced()).isFalse();
            assertThat(add(store, value(0, "8")).replaced()).isTrue();
        }

        try (var again = open("counts.json")) {
            assertThat(again.current().of(TICKETS)).containsExactly(value(1, "12.50"), value(0, "8"));
        }
        assertThat(directory).as("no half file is left").isDirectoryNotContaining("glob:**half*");
    }

    @Test
    void changesNothingWhereAValueIsRefused() {
        try (var store = open("counts.json")) {
            add(store, value(1, "12"));
            var meets = new DenominatorValue(TICKETS, new Stretch(NOON.minusSeconds(7_200), NOON), BigDecimal.ONE);

            assertThatThrownBy(() -> add(store, meets)).hasRootCauseInstanceOf(IllegalArgumentException.class);

            assertThat(store.current().of(TICKETS)).containsExactly(value(1, "12"));
        }
    }

    @Test
    void takesNothingThatItCannotKeep() {
        try (var store = open("no-such-directory/counts.json")) {
            assertThatThrownBy(() -> add(store, value(1, "12"))).hasRootCauseInstanceOf(NotNowException.class)
                    .hasMessageContaining("it cannot be kept in")
                    .hasMessageContaining("no-such-directory");
            assertThat(store.current().keys()).isEmpty();
        }
    }

    @Test
    void setsAFileAsideThatIsWrong() throws IOException {
        Files.writeString(directory.resolve("counts.json"), "{\"values\":[{\"name\":\"tickets\"}]}");

        try (var store = open("counts.json")) {
            assertThat(store.current().keys()).isEmpty();
            add(store, value(1, "12"));
        }

        assertThat(directory.resolve("counts.json.refused")).hasContent("{\"values\":[{\"name\":\"tickets\"}]}");
        assertThat(directory.resolve("counts.json")).exists();
    }

    @Test
    void keepsNothingWhereNoFileIsNamed() {
        try (var store = new DenominatorStore(Optional.empty(), CLOCK)) {
            add(store, value(1, "12"));

            assertThat(store.current().of(TICKETS)).hasSize(1);
        }
    }
}
