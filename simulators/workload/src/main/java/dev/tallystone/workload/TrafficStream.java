package dev.tallystone.workload;

import java.util.List;

/** The calls of one application. How it makes them is this room's own matter; others may know it by name and weight. */
public final class TrafficStream {

    private final String name;
    private final double weight;
    private final DayCurve curve;
    private final Origin origin;
    private final List<Occasion> occasions;
    private final CallKind usual;

    TrafficStream(String name, double weight, DayCurve curve, Origin origin, CallKind usual, Occasion... occasions) {
        this.name = name;
        this.weight = weight;
        this.curve = curve;
        this.origin = origin;
        this.usual = usual;
        this.occasions = List.of(occasions);
    }

    /** The application, such as {@code order-router}. */
    public String name() {
        return name;
    }

    /** Its part of a whole day's calls, in relation to the weights of the scenario's other streams. */
    public double weight() {
        return weight;
    }

    DayCurve curve() {
        return curve;
    }

    Origin origin() {
        return origin;
    }

    /** The first occasion that applies, or the usual. */
    CallKind kindAt(int hour, Dice dice) {
        for (Occasion occasion : occasions) {
            if (occasion.applies(hour, dice)) {
                return occasion.kind();
            }
        }
        return usual;
    }

    /** The same application with another day. */
    TrafficStream with(DayCurve other) {
        return new TrafficStream(name, weight, other, origin, usual, occasions.toArray(Occasion[]::new));
    }
}
