package dev.tallystone.tallystone.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.meter.MeterStatus;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeterMetricsTest {

    @Test
    void showsAStatusUnderNamesOfTheMeter() throws IOException {
        assertThat(series(new MeterStatus(12, 11, 1_000, 20, 3, 4, 5, 900))).containsExactlyInAnyOrder(
                "tallystone_meter_assigned_partitions 12.0", "tallystone_meter_open_partitions 11.0",
                "tallystone_meter_read_records_total 1000.0", "tallystone_meter_commits_total 20.0",
                "tallystone_meter_reopenings_total 3.0", "tallystone_meter_misplaced_records_total 4.0",
                "tallystone_meter_folded_texts_total 5.0", "tallystone_meter_held_ids 900.0");
    }

    @Test
    void doesNotSayWhatIsAssignedBeforeTheGroupHas() throws IOException {
        assertThat(series(MeterStatus.STARTING)).noneMatch(line -> line.contains("assigned"))
                .contains("tallystone_meter_open_partitions 0.0");
    }

    private static List<String> series(MeterStatus status) throws IOException {
        var bytes = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(bytes, new MeterMetrics(() -> status).collect());
        return bytes.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
    }
}
