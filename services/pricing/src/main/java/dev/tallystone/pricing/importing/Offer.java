package dev.tallystone.pricing.importing;

import java.util.List;
import java.util.Locale;

/**
 * One version of a price list, as its file names it.
 *
 * @param code
 *            such as {@code AmazonBedrock}
 * @param version
 *            such as {@code 20260114001225}; empty if the file names none
 * @param published
 *            such as {@code 2026-01-14T00:12:25Z}; empty if the file names none
 */
public record Offer(String code, String version, String published) {

    /** Sold by AWS: Nova, Titan and the open models. */
    static final String OF_AWS = "AmazonBedrock";
    /** Sold by AWS Marketplace, as "X (Amazon Bedrock Edition)". */
    static final String OF_MARKETPLACE = "AmazonBedrockFoundationModels";
    /** The offers whose rows can be prices of model calls. */
    static final List<String> KNOWN = List.of(OF_AWS, OF_MARKETPLACE, "AmazonBedrockService");

    private static final int DAY_LENGTH = 10;

    /** The id of this version among the sources of a price book. */
    String sourceId() {
        return "aws-list-%s-%s".formatted(code.toLowerCase(Locale.ROOT), version);
    }

    /** How a price book names it. */
    String title() {
        return "AWS Price List, offer %s, version %s".formatted(code, version);
    }

    /** The day on which AWS published it. */
    String day() {
        return published.length() < DAY_LENGTH ? published : published.substring(0, DAY_LENGTH);
    }

    /** Whether a book can say where its prices were read. */
    boolean isDated() {
        return version.matches("[0-9A-Za-z.-]{1,40}") && published.matches("\\d{4}-\\d{2}-\\d{2}T.*");
    }

    @Override
    public String toString() {
        return "%s, version %s, published %s".formatted(code, orNotStated(version), orNotStated(published));
    }

    private static String orNotStated(String text) {
        return text.isEmpty() ? "not stated" : text;
    }
}
