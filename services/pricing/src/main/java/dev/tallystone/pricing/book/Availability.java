package dev.tallystone.pricing.book;

import dev.tallystone.pricing.PricingOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What AWS sells today, apart from what it costs. */
public record Availability(List<LifecycleStep> steps, List<NotSold> refusals) {

    /** Steps of the same model are told apart by Region first: one of its own outweighs those of all Regions. */
    private static final Comparator<LifecycleStep> LATEST = Comparator
            .comparing((LifecycleStep step) -> step.region().isPresent())
            .thenComparing(LifecycleStep::from);

    public Availability {
        steps = List.copyOf(steps);
        refusals = List.copyOf(refusals);
    }

    /** The last step that a model has taken in a Region; none while nothing but {@code ACTIVE} is known of it. */
    public Optional<LifecycleStep> stepAt(String model, String region, Instant at) {
        return steps.stream()
                .filter(step -> step.concerns(model, region) && !step.from().isAfter(at))
                .max(LATEST);
    }

    /** The next step that is announced. */
    public Optional<LifecycleStep> nextStep(String model, String region, Instant at) {
        return steps.stream()
                .filter(step -> step.concerns(model, region) && step.from().isAfter(at))
                .min(Comparator.comparing(LifecycleStep::from));
    }

    /** Why an option is not sold, if that is known. */
    public Optional<NotSold> refusal(String model, String region, PricingOption option, Instant at) {
        return refusals.stream().filter(refusal -> refusal.concerns(model, region, option, at)).findFirst();
    }

    boolean isOver(String model, String region, Instant at) {
        return stepAt(model, region, at).map(step -> step.state() == LifecycleState.END_OF_LIFE).orElse(false);
    }

    Stream<Instant> changes() {
        return Stream.concat(steps.stream().map(LifecycleStep::from), refusals.stream().map(NotSold::from));
    }
}
