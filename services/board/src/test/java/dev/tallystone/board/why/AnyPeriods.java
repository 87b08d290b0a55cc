package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random periods: few names, so that they meet; some prices missing, some changing within a period. */
final class AnyPeriods {

    private static final List<Measure> MEASURES = List.of(Measure.INPUT, Measure.CACHE_READ, Measure.CACHE_WRITE,
            Measure.OUTPUT, Measure.GUARDRAIL_CONTENT);

    private final long seed;
    private final Random random;

    AnyPeriods(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    @Override
    public String toString() {
        return "seed %d, replay with -Dseed".formatted(seed);
    }

    Period monday() {
        return period(Calls.MONDAY, tariff());
    }

    Period tuesday() {
        return period(Calls.TUESDAY, tariff());
    }

    Tariff tariff() {
        Tariff tariff = Tariff.usual();
        if (random.nextBoolean()) {
            tariff = tariff.with("one", "2." + (1 + random.nextInt(99_999)));
        }
        if (random.nextInt(8) == 0) {
            tariff = tariff.without("two");
        }
        return random.nextInt(8) == 0 ? tariff.without("one", any(MEASURES)) : tariff;
    }

    private Period period(Instant from, Tariff tariff) {
        Tariff earlier = random.nextInt(5) == 0 ? tariff() : tariff;
        List<Entry> entries = calls().stream()
                .map(each -> each.at(random.nextInt(3) == 0 ? earlier : tariff))
                .toList();
        return new Period(from, from.plusSeconds(86_400), tariff, entries,
                Usd.of("%d.%03d".formatted(random.nextInt(3), random.nextInt(1_000))));
    }

    List<Calls> calls() {
        return IntStream.range(0, random.nextInt(12)).mapToObj(_ -> call()).toList();
    }

    private Calls call() {
        Calls call = Calls.of(any(List.of("one", "two", "cliff")), random.nextInt(4) == 0 ? 0 : random.nextInt(1_000))
                .by(any(List.of("a", "b", "c", "d")), any(List.of("x", "y")))
                .on(any(List.of(Mode.ON_DEMAND, Mode.ON_DEMAND, Mode.FLEX)))
                .through(any(List.of(Routing.IN_REGION, Routing.GLOBAL)), any(List.of("us-west-2", "eu-west-1")))
                .context(random.nextInt(4))
                .ending(any(List.of(Outcome.OK, Outcome.OK, Outcome.OK, Outcome.THROTTLED, Outcome.BLOCKED)));
        for (Measure measure : MEASURES) {
            if (random.nextInt(3) != 0) {
                call = call.with(measure, random.nextInt(5) == 0 ? 0 : random.nextInt(1_000_000));
            }
        }
        return call;
    }

    /** The same in another order. */
    List<Calls> shuffled(List<Calls> calls) {
        var shuffled = new ArrayList<>(calls);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    int upTo(int bound) {
        return 1 + random.nextInt(bound);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
