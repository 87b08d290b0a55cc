package dev.tallystone.pricing.focus;

/** One thing that was charged, or a correction of one: it becomes one row. Usage without a price is none of these. */
public sealed interface Charge permits PricedCharge, CorrectionCharge {}
