package dev.tallystone.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger("tallystone", "invocations", 12, (short) 3);

    @Test
    void prefixesAllItsNamesButTheSources() {
        assertThat(ledger.topics()).extracting(Ledger.Topic::name)
                .containsExactly("invocations", "tallystone.tallies", "tallystone.ids", "tallystone.dead-letters");
        assertThat(ledger.meterGroup()).isEqualTo("tallystone-meter");
    }

    @Test
    void standsBesideASecondLedgerOfTheSameInvocations() {
        var second = new Ledger("tallystone2", "invocations", 12, (short) 3);

        assertThat(second.topics()).filteredOn(topic -> !topic.name().equals("invocations"))
                .extracting(Ledger.Topic::name)
                .doesNotContain(ledger.tallies(), ledger.ids(), ledger.deadLetters());
        assertThat(second.meterGroup()).isNotEqualTo(ledger.meterGroup());
    }

    @Test
    void namesClientsByRoleBehindWhatTheUserCallsThem() {
        assertThat(ledger.clientId(Map.of(), "meter-consumer")).isEqualTo("tallystone-meter-consumer");
        assertThat(ledger.clientId(Map.of("client.id", "finops"), "meter-consumer"))
                .isEqualTo("finops-tallystone-meter-consumer");
    }

    @Test
    void keepsEachTopicAsLongAsItIsNeeded() {
        assertThat(ledger.topics()).extracting(topic -> topic.settings().get("retention.ms"))
                .containsExactly(days(7), days(40), days(7), days(30));
    }

    @Test
    void letsTheBrokersStampRecordsAndDeleteThem() {
        assertThat(ledger.topics()).allSatisfy(topic -> assertThat(topic.settings())
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("cleanup.policy", "delete"));
    }

    @Test
    void refusesANameThatIsNoPartOfATopicName() {
        for (String name : new String[]{"", "a b", "tally/stone", "é", "x".repeat(101)}) {
            assertThatThrownBy(() -> new Ledger(name, "invocations", 12, (short) 3)).as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + name + "'");
        }
    }

    @Test
    void refusesToHaveNoPartition() {
        assertThatThrownBy(() -> new Ledger("tallystone", "invocations", 0, (short) 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }

    private static String days(long days) {
        return Long.toString(days * 86_400_000);
    }
}
