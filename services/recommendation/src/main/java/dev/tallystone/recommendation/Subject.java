package dev.tallystone.recommendation;

/**
 * What one decision to buy is about: AWS sells options per account, Region and model.
 *
 * @param model
 *            base model; of a custom model the ARN as called, by which its units are bought, so that it is never taken
 *            for its base model
 */
public record Subject(String account, String region, String model) {}
