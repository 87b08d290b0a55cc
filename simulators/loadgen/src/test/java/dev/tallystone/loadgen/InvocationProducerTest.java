package dev.tallystone.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InvocationProducerTest {

    @Test
    void takesTheUsersCompressionAndLinger() {
        assertThat(InvocationProducer.properties(Map.of("compression.type", "zstd", "linger.ms", "50")))
                .containsEntry("compression.type", "zstd")
                .containsEntry("linger.ms", "50");
    }

    @Test
    void compressesAndGathersWhereTheUserSaysNothing() {
        assertThat(InvocationProducer.properties(Map.of())).containsEntry("compression.type", "lz4")
                .containsKey("linger.ms");
    }

    @Test
    void staysIdempotentAndWaitsForAll() {
        assertThat(InvocationProducer.properties(Map.of("acks", "0", "enable.idempotence", "false")))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true);
    }
}
