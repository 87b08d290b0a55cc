package dev.tallystone.pricing.allocation;

/** One team's used part of an hour, and how it was found. */
record UsedPart(Fraction fraction, Basis basis, String method) {}
