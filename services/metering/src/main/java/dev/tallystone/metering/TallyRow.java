package dev.tallystone.metering;

/** What was counted under one key between two commits. */
public record TallyRow(TallyKey key, Quantities quantities) {}
