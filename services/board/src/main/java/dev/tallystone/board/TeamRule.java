package dev.tallystone.board;

/** Calls of a principal belong to a team. Stronger than what a caller writes into its metadata. */
public record TeamRule(String principal, String team) {}
