package dev.tallystone.pricing;

/**
 * Who sells a model on Bedrock. Models of some makers are billed as "X (Amazon Bedrock Edition)" by AWS Marketplace,
 * and discounts differ by seller (AWS Marketplace buyer guide).
 */
public enum Seller {
    AWS,
    MARKETPLACE
}
