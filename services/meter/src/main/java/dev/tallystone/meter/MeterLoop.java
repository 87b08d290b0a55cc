package dev.tallystone.meter;

import dev.tallystone.invocation.InvocationDecoder;
import dev.tallystone.ledger.ClientListener;
import dev.tallystone.ledger.LedgerException;
import dev.tallystone.ledger.LedgerTopics;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.metering.IdRoom;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, judges, commits; on one thread, which alone owns clients and memory. Any doubt about a commit has one answer:
 * a new producer, and every partition read back from the ledger.
 */
final class MeterLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MeterLoop.class);
    private static final int MAX_RECORDS_PER_COMMIT = 100_000;
    private static final long IDLE_RECEIPT_MS = 5_000;
    /** When a commit is made anyway, quiet partitions vouch too, so that the view's time does not wait for them. */
    private static final long COMPANION_RECEIPT_MS = 1_000;
    private static final int MAX_FAILURES_IN_A_ROW = 10;

    private final MeterSettings settings;
    private final Clock clock;
    private final Consumer<MeterStatus> publish;
    private final MeterClients clients;
    private final InvocationDecoder decoder;
    private final KafkaConsumer<ByteBuffer, ByteBuffer> consumer;
    private final KafkaConsumer<byte[], byte[]> restoreConsumer;
    private final Admin admin;
    private final Assignment assignment;
    private final MeterTotals totals = new MeterTotals();
    private KafkaProducer<byte[], byte[]> producer;
    private volatile boolean stopping;
    private long lastCommitMs;
    private long uncommitted;
    private int failuresInARow;

    /** Connects; {@link #run} counts until {@link #stop}. */
    MeterLoop(MeterSettings settings, Clock clock, ClientListener listener, Consumer<MeterStatus> publish) {
        this.settings = settings;
        this.clock = clock;
        this.publish = publish;
        this.clients = new MeterClients(settings, listener);
        this.decoder = new InvocationDecoder(settings.metadataKeys());
        this.admin = clients.admin();
        new LedgerTopics(admin, settings.ledger()).createOrCheck().forEach(LOG::warn);
        this.consumer = clients.consumer();
        this.restoreConsumer = clients.restoreConsumer();
        this.producer = clients.producer();
        var opening = new PartitionOpening(settings, consumer, new PartitionTail(admin, restoreConsumer));
        this.assignment = new Assignment(consumer, opening, this::commitOrReopen, clock);
    }

    /** Ends the loop after a last commit. From any thread. */
    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    @Override
    public void run() {
        try (admin; restoreConsumer; consumer) {
            LOG.info("meter {} joins {}", clients.writer(), settings.ledger().meterGroup());
            consumer.subscribe(List.of(settings.ledger().invocations()), assignment);
            try {
                countUntilStopped();
            } finally { // closing the consumer gives partitions away, which must not commit what is half judged
                assignment.dropAll();
            }
        } finally {
            clients.closed();
            producer.close(MeterClients.closeTimeout());
        }
    }

    private void countUntilStopped() {
        try {
            while (!stopping) {
                round();
            }
        } catch (WakeupException e) {
            LOG.debug("woken up to stop, between two records", e);
        }
        commitOrReopen();
    }

    private void round() {
        boolean genesis = assignment.openWaiting();
        ConsumerRecords<ByteBuffer, ByteBuffer> polled = poll();
        for (TopicPartition partition : polled.partitions()) {
            PartitionState state = assignment.state(partition);
            for (ConsumerRecord<ByteBuffer, ByteBuffer> record : polled.records(partition)) {
                state.judge(record, decoder);
            }
        }
        totals.read(polled.count());
        uncommitted += polled.count();
        if (genesis || isCommitDue()) {
            commitOrReopen();
        }
        publish.accept(totals.status(assignment));
    }

    private ConsumerRecords<ByteBuffer, ByteBuffer> poll() {
        long untilDue = lastCommitMs + settings.commitInterval().toMillis() - clock.millis();
        try {
            return consumer.poll(Duration.ofMillis(Math.clamp(untilDue, 1, 200)));
        } catch (FencedInstanceIdException e) {
            throw new LedgerException("another process uses the slot '%s'; each needs one of its own"
                    .formatted(settings.slot()), e);
        }
    }

    private boolean isCommitDue() {
        long now = clock.millis();
        boolean due = uncommitted > 0 && now - lastCommitMs >= settings.commitInterval().toMillis();
        boolean full = uncommitted >= MAX_RECORDS_PER_COMMIT
                || assignment.open().stream().anyMatch(PartitionState::isFull);
        boolean silent = assignment.open().stream().anyMatch(state -> state.isSilentFor(IDLE_RECEIPT_MS, now));
        return due || full || silent;
    }

    private void commitOrReopen() {
        try {
            commit();
            failuresInARow = 0;
        } catch (KafkaException e) {
            failuresInARow++;
            if (failuresInARow > MAX_FAILURES_IN_A_ROW) {
                throw new LedgerException("%d commits failed in a row".formatted(failuresInARow), e);
            }
            LOG.warn("a commit is in doubt, so all partitions are read back: {}", e.toString());
            reopen();
        }
    }

    private void commit() {
        long now = clock.millis();
        Map<PartitionState, Receipt> receipts = receipts(now);
        if (!receipts.isEmpty()) {
            long folded = receipts.keySet().stream().mapToLong(PartitionState::folded).sum();
            new LedgerTransaction(producer, settings.ledger()).commit(receipts, consumer.groupMetadata(), now);
            totals.committed(receipts.values(), folded);
        }
        lastCommitMs = now;
        uncommitted = 0;
    }

    private Map<PartitionState, Receipt> receipts(long nowMs) {
        makeRoom();
        var receipts = new LinkedHashMap<PartitionState, Receipt>();
        for (PartitionState state : assignment.open()) {
            if (state.records() > 0 || state.isSilentFor(COMPANION_RECEIPT_MS, nowMs)) {
                receipts.put(state, state.receipt(clients.writer(), settings.digest(), caughtUpMs(state, nowMs)));
            }
        }
        return receipts;
    }

    /** By arrival, not by the clock: in a backlog all arrivals are old. */
    private void makeRoom() {
        long newest = assignment.open().stream().mapToLong(PartitionState::newestAppendMs).max().orElse(0);
        IdRoom.make(assignment.open().stream().map(PartitionState::filter).toList(), settings.maxIds(),
                newest);
    }

    private long caughtUpMs(PartitionState state, long nowMs) {
        return consumer.currentLag(state.partition()).orElse(1) == 0 ? nowMs : 0;
    }

    /** Memory goes first: if there is no new producer, nothing may be left to commit. */
    private void reopen() {
        totals.reopened();
        uncommitted = 0;
        assignment.reopenAll();
        producer.close(Duration.ZERO);
        try {
            producer = clients.producer();
        } catch (KafkaException e) {
            throw new LedgerException(
                    "no new producer for %s after a commit in doubt: %s".formatted(clients.writer(), e.getMessage()),
                    e);
        }
    }
}
