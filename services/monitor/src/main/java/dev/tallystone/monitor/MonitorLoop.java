package dev.tallystone.monitor;

import dev.tallystone.board.Board;
import dev.tallystone.ledger.ClientListener;
import dev.tallystone.ledger.LedgerTopics;
import dev.tallystone.ledger.TallyRecord;
import dev.tallystone.monitor.close.ClosedMonth;
import dev.tallystone.monitor.close.ClosedMonths;
import dev.tallystone.monitor.prices.BookInForce;
import dev.tallystone.monitor.prices.Repricing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tallies from the oldest that is kept, and makes a board each tick. One thread owns all of it.
 */
final class MonitorLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorLoop.class);
    private static final String CONSUMER = "monitor-consumer";
    private static final String REBUILDING = "monitor-rebuilding";
    private static final String ADMIN = "monitor-admin";
    private static final Duration FIRST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration REBUILD_PATIENCE = Duration.ofSeconds(3); // what is shown waits so long, too

    private final MonitorSettings settings;
    private final Clock clock;
    private final ClientListener clients;
    private final Questions questions;
    private final Consumer<View> publish;
    private final BookInForce prices;
    private final PriceChanges changes;
    private final Orders<ClosedMonths.Request, ClosedMonth> closings;
    private final ClosedMonths closed;
    private final LiveUsage live = new LiveUsage();
    private volatile Reading reading; // written by the loop alone
    private volatile boolean stopping;
    private boolean caughtUp;

    MonitorLoop(MonitorSettings settings, Clock clock, ClientListener clients, Questions questions,
            Orders<Boolean, Repricing> repricings, Orders<ClosedMonths.Request, ClosedMonth> closings,
            ClosedMonths closed, Consumer<View> publish) {
        this.settings = settings;
        this.clock = clock;
        this.clients = clients;
        this.questions = questions;
        this.closings = closings;
        this.closed = closed;
        this.publish = publish;
        this.prices = BookInForce.open(settings.prices(), clock.instant());
        try (var admin = Admin.create(adminProperties(settings))) {
            new LedgerTopics(admin, settings.ledger()).createOrCheck().forEach(LOG::warn);
        }
        this.reading = new Reading(settings, prices.book(), prices.book(), closed.months(),
                clientId(settings, CONSUMER), FIRST_PATIENCE);
        this.changes = new PriceChanges(prices, repricings, closed,
                book -> new Reading(settings, book, prices.book(), closed.months(), clientId(settings, REBUILDING),
                        REBUILD_PATIENCE),
                this::takeOver);
        clients.opened(clientId(settings, CONSUMER), reading.consumer().metrics());
    }

    private static String clientId(MonitorSettings settings, String role) {
        return settings.ledger().clientId(settings.kafka(), role);
    }

    private static Map<String, Object> adminProperties(MonitorSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId(settings, ADMIN));
        return properties;
    }

    /** Ends the loop. From any thread. */
    void stop() {
        stopping = true;
        reading.consumer().wakeup();
    }

    @Override
    public void run() {
        Instant nextTick = clock.instant();
        Instant nextLook = nextTick.plus(settings.prices().reload());
        try {
            while (!stopping) {
                poll(nextTick);
                questions.answer(() -> caughtUp ? reading.state().past() : null);
                Instant now = clock.instant();
                if (!now.isBefore(nextTick)) {
                    tick();
                    nextTick = now.plus(settings.tick());
                }
                if (caughtUp && !changes.isUnderWay() && !now.isBefore(nextLook)) {
                    changes.look(now);
                    nextLook = now.plus(settings.prices().reload());
                }
                if (caughtUp && !changes.isUnderWay()) {
                    closings.next().ifPresent(this::closeMonth);
                    changes.next();
                } else {
                    closings.refuse("the monitor is still reading; ask again in a while");
                }
            }
        } catch (WakeupException e) {
            LOG.debug("the monitor stops");
        } finally {
            close();
        }
    }

    private void close() {
        changes.close();
        closings.end();
        reading.close();
        clients.closed(clientId(settings, CONSUMER));
    }

    private void poll(Instant nextTick) {
        long ms = Duration.between(clock.instant(), nextTick).toMillis();
        var time = Duration.ofMillis(Math.clamp(ms, 1, 100));
        reading.poll(changes.isUnderWay() ? Duration.ZERO : time, this::count);
        changes.poll(time);
    }

    private void count(TallyRecord tally) {
        if (caughtUp) {
            live.add(tally.rows(), tally.receipt(), reading.state().pricer());
        }
    }

    private void tick() {
        caughtUp = caughtUp || reading.hasCaughtUp();
        if (!caughtUp) {
            reading.advance();
        }
        Optional<Board> board = caughtUp
                ? Optional.of(reading.state().board(reading.receipts().asOf(), reading.receipts().trust()))
                : Optional.empty();
        publish.accept(new View(board, clock.instant(), live.snapshot(), prices.status(), closed.months(),
                reading.late().snapshot()));
    }

    private void closeMonth(Orders.Order<ClosedMonths.Request, ClosedMonth> order) {
        var means = new ClosedMonths.Means(reading.state().past(), reading.receipts().trust(),
                settings.ledger().name(), prices.status().held().size(), reading.late(), clock.instant());
        try {
            ClosedMonth month = closed.close(order.what(), means);
            reading.late().close(month);
            tick(); // or what is shown would still have what is signed now
            order.answer().complete(month);
        } catch (RuntimeException e) { // one wrong order must not end the monitor
            order.answer().completeExceptionally(e);
        }
    }

    /** Shown from the next tick on. */
    private void takeOver(Reading next) {
        String client = clientId(settings, CONSUMER);
        clients.closed(client);
        reading.close();
        reading = next;
        clients.opened(client, next.consumer().metrics());
        LOG.info("price book {} is in force", next.book().digest());
    }
}
