package dev.tallystone.monitor;

import dev.tallystone.board.Board;
import dev.tallystone.board.BoardState;
import dev.tallystone.ledger.ClientListener;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerTopics;
import dev.tallystone.ledger.TallyRecord;
import dev.tallystone.pricing.book.PriceBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads tallies from the oldest that is kept, and makes a board each tick. One thread owns all of it. */
final class MonitorLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorLoop.class);
    private static final String CONSUMER = "monitor-consumer";
    private static final String ADMIN = "monitor-admin";

    private final MonitorSettings settings;
    private final Clock clock;
    private final ClientListener clients;
    private final Questions questions;
    private final Consumer<View> publish;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final BoardState state;
    private final ReceiptBook receipts;
    private final LiveUsage live = new LiveUsage();
    private final Map<TopicPartition, Long> behind;
    private volatile boolean stopping;
    private boolean caughtUp;

    MonitorLoop(MonitorSettings settings, PriceBook book, Clock clock, ClientListener clients,
            Questions questions, Consumer<View> publish) {
        this.settings = settings;
        this.clock = clock;
        this.clients = clients;
        this.questions = questions;
        this.publish = publish;
        this.state = new BoardState(settings.board(), book);
        this.receipts = new ReceiptBook(settings.ledger().partitions());
        try (var admin = Admin.create(properties(settings, ADMIN))) {
            new LedgerTopics(admin, settings.ledger()).createOrCheck().forEach(LOG::warn);
        }
        this.consumer = consumer(settings);
        List<TopicPartition> partitions = partitions(settings.ledger());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.behind = new HashMap<>(consumer.endOffsets(partitions));
        clients.opened(clientId(settings, CONSUMER), consumer.metrics());
    }

    private static String clientId(MonitorSettings settings, String role) {
        return settings.ledger().clientId(settings.kafka(), role);
    }

    private static Map<String, Object> properties(MonitorSettings settings, String role) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId(settings, role));
        return properties;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(MonitorSettings settings) {
        Map<String, Object> properties = properties(settings, CONSUMER);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Ledger ledger) {
        return IntStream.range(0, ledger.partitions())
                .mapToObj(partition -> new TopicPartition(ledger.tallies(), partition))
                .toList();
    }

    /** Ends the loop. From any thread. */
    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    @Override
    public void run() {
        try (consumer) {
            Instant nextTick = clock.instant();
            while (!stopping) {
                consumer.poll(pollTime(nextTick)).forEach(this::merge);
                questions.answer(() -> caughtUp ? state.past() : null);
                if (!clock.instant().isBefore(nextTick)) {
                    tick();
                    nextTick = clock.instant().plus(settings.tick());
                }
            }
        } catch (WakeupException e) {
            LOG.debug("the monitor stops");
        } finally {
            clients.closed(clientId(settings, CONSUMER));
        }
    }

    private Duration pollTime(Instant nextTick) {
        long ms = Duration.between(clock.instant(), nextTick).toMillis();
        return Duration.ofMillis(Math.clamp(ms, 1, 100));
    }

    private void merge(ConsumerRecord<byte[], byte[]> record) {
        TallyRecord tally = TallyRecord.decode(record.value());
        if (!receipts.accept(record.partition(), record.offset(), tally.receipt())) {
            LOG.error("{}-{}@{} answers for events that were counted already, and is refused", record.topic(),
                    record.partition(), record.offset());
            return;
        }
        state.merge(tally.rows());
        if (caughtUp) {
            live.add(tally.rows(), tally.receipt(), state.pricer());
        }
    }

    private void tick() {
        caughtUp = caughtUp || hasCaughtUp();
        if (!caughtUp) {
            state.advanceTo(receipts.asOf());
        }
        Optional<Board> board = caughtUp
                ? Optional.of(state.board(receipts.asOf(), receipts.trust()))
                : Optional.empty();
        publish.accept(new View(board, clock.instant(), live.snapshot()));
    }

    private boolean hasCaughtUp() {
        behind.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        return behind.isEmpty() && receipts.asOf().isAfter(Instant.EPOCH);
    }
}
