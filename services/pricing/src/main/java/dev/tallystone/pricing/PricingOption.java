package dev.tallystone.pricing;

import java.util.List;
import java.util.Locale;

/** A way in which AWS sells the same work. The order is that of the page, the metrics and the colours. */
public enum PricingOption {
    ON_DEMAND,
    BATCH,
    FLEX,
    PRIORITY,
    LATENCY_OPTIMIZED,
    PROVISIONED_NONE,
    PROVISIONED_1MO,
    PROVISIONED_6MO,
    RESERVED_1MO,
    RESERVED_3MO;

    /** All of them, in their stable order. */
    public static final List<PricingOption> ALL = List.of(values());
    /** Provisioned Throughput, by term: none, one month, six months. */
    public static final List<PricingOption> PROVISIONED = List.of(PROVISIONED_NONE, PROVISIONED_1MO, PROVISIONED_6MO);

    /** Reserved tokens a minute, by term: one month, three months. */
    public static final List<PricingOption> RESERVED = List.of(RESERVED_1MO, RESERVED_3MO);
    /** Those that charge each token and image alone. */
    public static final List<PricingOption> PER_USE = List.of(ON_DEMAND, BATCH, FLEX, PRIORITY, LATENCY_OPTIMIZED);

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in the price book, in metrics and on the page. */
    public String label() {
        return label;
    }

    /** Whether it buys model units, paid by the hour, used or not. */
    public boolean isProvisioned() {
        return PROVISIONED.contains(this);
    }

    /** Whether tokens and images are paid as they are used, and nothing else is. */
    public boolean isPerUse() {
        return PER_USE.contains(this);
    }

    /**
     * By its label.
     *
     * @throws IllegalArgumentException
     *             when there is none
     */
    public static PricingOption ofLabel(String label) {
        return ALL.stream()
                .filter(option -> option.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is none of the options %s".formatted(label,
                        ALL.stream().map(PricingOption::label).toList())));
    }
}
