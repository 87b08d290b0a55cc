package dev.tallystone.monitor;

import dev.tallystone.monitor.close.ClosedMonths;
import dev.tallystone.monitor.prices.BookInForce;
import dev.tallystone.monitor.prices.Repricing;
import dev.tallystone.pricing.book.PriceBook;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts other prices in force: a second reading begins beside the one that is shown, and takes its place once it has
 * caught up. One at a time. The monitor's thread.
 */
final class PriceChanges implements AutoCloseable {

    private final BookInForce prices;
    private final Orders<Boolean, Repricing> repricings;
    private final ClosedMonths closed;
    private final Function<PriceBook, Reading> open;
    private final Consumer<Reading> takeOver;
    private @Nullable Rebuild rebuild;

    /** Gives a reading that has caught up to {@code takeOver}, whose it is from then on. */
    PriceChanges(BookInForce prices, Orders<Boolean, Repricing> repricings, ClosedMonths closed,
            Function<PriceBook, Reading> open, Consumer<Reading> takeOver) {
        this.prices = prices;
        this.repricings = repricings;
        this.closed = closed;
        this.open = open;
        this.takeOver = takeOver;
    }

    boolean isUnderWay() {
        return rebuild != null;
    }

    /** Reads on for a time, if a change is under way. */
    void poll(Duration time) {
        if (rebuild != null && !rebuild.poll(time)) {
            rebuild = null;
        }
    }

    /** Looks at the file. */
    void look(Instant now) {
        prices.look(now).ifPresent(next -> begin(next, new Rebuild.Outcome() {

            @Override
            public void caughtUp(Reading reading) {
                prices.enter(next);
                takeOver.accept(reading);
            }

            @Override
            public void failed(String why) {
                prices.notEntered(why);
            }
        }));
    }

    /** Begins what is ordered, if anything is. */
    void next() {
        repricings.next().ifPresent(order -> begin(prices.text(), answerTo(order)));
    }

    private Rebuild.Outcome answerTo(Orders.Order<Boolean, Repricing> order) {
        PriceBook inForce = prices.book();
        int held = prices.status().held().size();
        return new Rebuild.Outcome() {

            @Override
            public void caughtUp(Reading repriced) {
                repriced.advance();
                order.answer()
                        .complete(Repricing.of(repriced.state().past(), inForce, held, order.what(),
                                month -> closed.find(month).isPresent()));
                if (order.what()) {
                    prices.repriced();
                    takeOver.accept(repriced);
                } else {
                    repriced.close();
                }
            }

            @Override
            public void failed(String why) {
                order.answer().completeExceptionally(new Questions.NotNowException(why));
            }
        };
    }

    private void begin(PriceBook book, Rebuild.Outcome outcome) {
        rebuild = Rebuild.begin(() -> open.apply(book), outcome).orElse(null);
    }

    /** Gives up, and says so to who waits. */
    @Override
    public void close() {
        repricings.end();
        if (rebuild != null) {
            rebuild.close();
        }
    }
}
