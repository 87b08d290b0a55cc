package dev.tallystone.recommendation;

/**
 * What one decision to buy is about: AWS sells options per account, Region and model.
 *
 * @param model
 *            base model, or the model as called while that is unresolved
 */
public record Subject(String account, String region, String model) {}
