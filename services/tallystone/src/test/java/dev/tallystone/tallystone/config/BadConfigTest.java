package dev.tallystone.tallystone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that would be read otherwise than they were meant: each is refused with key and line. */
class BadConfigTest {

    private static final String PROVIDER = """
        kafka:
          config.providers: file
          config.providers.file.class: org.apache.kafka.common.config.provider.FileConfigProvider
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        htpp:\\n  port: 80                                   | line 1: there is no key 'htpp'
        prices:\\n  files: a                                 | line 2: there is no key 'files'; the keys there are [file, in
        standing:\\n  reserved:\\n  - id: a\\n    size: 2      | line 4: there is no key 'size'
        """)
    void unknownKeysAtEveryDepth(String yaml, String message) {
        assertRefused(yaml, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        http:\\n  port: 80\\nhttp:\\n  host: a        | line 3: key 'http' stands on line 1 already
        http: {port: 80,\\n  port: 80}              | line 2: key 'http.port' stands on line 1 already
        kafka:\\n  a.b: 1\\n  c: 2\\n  a.b: 1         | line 4: key 'kafka.a.b' stands on line 2 already
        teams:\\n- team: a\\n  principal: b\\n  team: c | line 4: key 'teams[0].team' stands on line 2 already
        """)
    void duplicateKeysAtEveryDepth(String yaml, String message) {
        assertRefused(yaml, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        roles: &r [meter]\\nkafka:\\n  client.id: *r               | line 3: kafka.client.id: aliases such as *r are not read
        http: &h {port: 80}\\nmonitor:\\n  <<: *h                  | line 3: monitor.<<: aliases such as *h are not read
        kafka:\\n  a: &a [x, x]\\n  b: &b [*a, *a]\\n  c: [*b, *b]  | line 3: kafka.b[0]: aliases such as *a are not read
        """)
    void aliasesWhichCouldExplode(String yaml, String message) {
        assertRefused(yaml, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        http:\\n  port: !!int "80"                                     | line 2: http.port: tags such as !
        http: !!javax.script.ScriptEngineManager {port: 80}            | line 1: http: tags such as !
        roles:\\n- !role meter                                         | line 2: roles[0]: tags such as !role are not read
        """)
    void tags(String yaml, String message) {
        assertRefused(yaml, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        http:\\n  host: ${HOST}                     | line 2: http.host: ${HOST} is not resolved
        kafka:\\n  bootstrap.servers: ${BROKER}:9092 | line 2: kafka.bootstrap.servers: ${BROKER} is not resolved
        kafka:\\n  ssl.key.password: ${env:KEY}      | line 2: kafka.ssl.key.password: ${env:KEY} is not resolved
        meter:\\n  metadata_keys: [a, '${B']         | line 2: meter.metadata_keys[1]: ${B is not resolved
        prices:\\n  file: ${file:a:b}                | line 2: prices.file: ${file:a:b} is not resolved
        """)
    void variablesThatNobodyResolves(String yaml, String message) {
        assertRefused(yaml, message);
    }

    @Test
    void thatAreSetFromTheCommandLineAreRefusedAlike() {
        assertThatThrownBy(() -> ConfigReader.read("", Map.of("http.host", "${HOST}")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("http.host: ${HOST} is not resolved");
        assertThatThrownBy(() -> ConfigReader.read("", Map.of("http.port", "!!int 80")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("tags such as");
        assertThatThrownBy(() -> ConfigReader.read("", Map.of("kafka.ssl.key.password", "hunter2")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("kafka.ssl.key.password holds a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssl.key.password: hunter2", "ssl.keystore.password: hunter2",
            "ssl.keystore.key: hunter2", "sasl.jaas.config: a.Login required username=u password=hunter2;",
            "sasl.jaas.config: 'a.Login required clientId=\"${file:a:b}\" clientSecret = \"hunter2\";'"})
    void secretsAreRefusedAndNotRepeated(String property) {
        String key = property.substring(0, property.indexOf(':'));

        assertThatThrownBy(() -> ConfigReader.read(PROVIDER + "  " + property + "\n", Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("line 4: kafka.%s holds a secret, which must not stand here".formatted(key))
                .hasMessageNotContaining("hunter2");
    }

    /** The way that the refusal points to, as Kafka's own clients take it. */
    @Test
    void secretsThatKafkaReadsItselfAreWelcome(@TempDir Path directory) throws IOException {
        Path secrets = Files.writeString(directory.resolve("kafka"), "password=hunter2\n");
        String yaml = PROVIDER + "  ssl.key.password: ${file:%s:password}\n".formatted(secrets)
                + "  sasl.jaas.config: a.Login required username=u password=\"${file:%s:password}\";\n"
                        .formatted(secrets);

        Map<String, String> kafka = ConfigReader.read(yaml, Map.of()).monitor().kafka();

        assertThat(kafka.values()).noneMatch(value -> value.contains("hunter2"));
        var resolved = new AdminClientConfig(
                kafka.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(resolved.getPassword("ssl.key.password").value()).isEqualTo("hunter2");
        assertThat(resolved.getPassword("sasl.jaas.config").value()).contains("password=\"hunter2\"");
    }

    private static void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> ConfigReader.read(yaml.replace("\\n", "\n"), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(message);
    }
}
