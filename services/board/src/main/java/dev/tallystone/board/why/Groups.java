package dev.tallystone.board.why;

import dev.tallystone.board.why.Group.Sender;
import dev.tallystone.board.why.Screen.Charged;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.pricing.Usd;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts what is compared by sender, model and place. Used once, by one thread. */
final class Groups {

    private record Kind(Place place, Outcome outcome) {}

    private static final class Leaves {

        private final Map<Kind, Leaf> ok = new LinkedHashMap<>();
        private final Map<Kind, Leaf> failed = new LinkedHashMap<>();
        private Usd before = Usd.ZERO;
        private Usd after = Usd.ZERO;

        Leaf at(Entry entry) {
            return (entry.succeeded() ? ok : failed).computeIfAbsent(
                    new Kind(Place.of(entry.usage()), entry.usage().cell().outcome()), _ -> new Leaf(entry.usage()));
        }
    }

    private final Map<Group.Key, Leaves> leaves = new HashMap<>();
    private final Map<Sender, Ratio> requests = new HashMap<>();

    static List<Group> of(Screen screen, Prices ofBefore, Prices ofAfter) {
        var groups = new Groups();
        screen.before().forEach(groups::addBefore);
        screen.after().forEach(groups::addAfter);
        return groups.leaves.entrySet()
                .stream()
                .map(each -> groups.group(each.getKey(), each.getValue(), ofBefore, ofAfter))
                .sorted(Comparator.comparing(group -> group.key().toString()))
                .toList();
    }

    private void addBefore(Charged charged) {
        Leaves group = group(charged, Ratio.before(requests(charged)));
        group.before = group.before.plus(charged.usd());
        group.at(charged.entry()).addBefore(charged.entry());
    }

    private void addAfter(Charged charged) {
        Leaves group = group(charged, Ratio.after(requests(charged)));
        group.after = group.after.plus(charged.usd());
        group.at(charged.entry()).addAfter(charged.entry());
    }

    private static long requests(Charged charged) {
        return charged.entry().succeeded() ? charged.entry().requests() : 0;
    }

    private Leaves group(Charged charged, Ratio succeeded) {
        Group.Key key = Group.Key.of(charged.entry());
        requests.merge(key.sender(), succeeded, Ratio::plus);
        return leaves.computeIfAbsent(key, _ -> new Leaves());
    }

    private Group group(Group.Key key, Leaves found, Prices ofBefore, Prices ofAfter) {
        List<Slice> ok = slices(found.ok, ofBefore, ofAfter);
        List<Slice> failed = slices(found.failed, ofBefore, ofAfter);
        Ratio ofSender = requests.getOrDefault(key.sender(), Ratio.NONE);
        Ratio ofGroup = Group.count(ok, slice -> slice.measure() == Measure.REQUESTS);
        var terms = new Steps(ok, failed, ofGroup, ofSender).terms(found.before, found.after);
        return new Group(key, ok, failed, ofSender, terms);
    }

    private static List<Slice> slices(Map<Kind, Leaf> leaves, Prices ofBefore, Prices ofAfter) {
        return leaves.entrySet()
                .stream()
                .flatMap(each -> Slice.of(each.getKey().place(), each.getValue(), ofBefore, ofAfter).stream())
                .toList();
    }
}
