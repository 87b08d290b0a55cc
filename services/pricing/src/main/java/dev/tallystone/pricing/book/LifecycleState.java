package dev.tallystone.pricing.book;

/** Where a model stands with AWS, in this order (Bedrock user guide, model lifecycle). */
public enum LifecycleState {
    ACTIVE,
    /** New Provisioned Throughput is refused, and an end is announced. */
    LEGACY,
    /** Still served to those who use it, often at a higher price. */
    EXTENDED_ACCESS,
    /** Calls fail. */
    END_OF_LIFE
}
