package dev.tallystone.pricing.book;

import java.nio.charset.StandardCharsets;

/**
 * A price book of a few rows. Says {@code model: acme.one} and the like where a row does not, so that a test shows only
 * what it is about.
 */
public final class BookOf {

    private static final String HEAD = """
        book: test
        currency: USD
        sources:
          page: { title: "A page", seen: 2026-10-01, evidence: on_price_list }
        models:
          - { id: acme.one, name: "Acme One", provider: Acme, kind: text, seller: aws }
          - { id: acme.old, name: "Acme Old", provider: Acme, kind: text, seller: aws }
          - { id: acme.legacy, name: "Acme Legacy", provider: Acme, kind: text, seller: aws }
          - { id: acme.image, name: "Acme Image", provider: Acme, kind: image, seller: marketplace }
          - { id: amazon.bedrock-guardrails, name: Guardrails, provider: Amazon, kind: guardrail, seller: aws }
        lifecycle:
          - { model: acme.old, state: end_of_life, from: 2026-10-14, source: page }
          - { model: acme.legacy, state: legacy, from: 2026-06-15, source: page }
          - { model: acme.legacy, region: eu-west-1, state: extended_access, from: 2026-06-03, source: page }
          - { model: acme.legacy, state: end_of_life, from: 2027-01-01, source: page }
        not_sold:
          - { model: acme.one, options: [flex, batch], from: 2026-07-01, why: "no longer sold", source: page }
          - { model: acme.old, options: [batch], from: 2026-01-01, why: "never sold", source: page }
          - { model: acme.legacy, region: us-west-2, options: [provisioned_1mo], from: 2026-01-01, why: "not here", source: page }
        prices:
        """;

    private BookOf() {}

    /** Rows such as {@code measure: input, usd: "3.00"}. */
    public static PriceBook rows(String... rows) {
        return PriceBookReader.read(yaml(rows).getBytes(StandardCharsets.UTF_8));
    }

    /** The text of the same book. */
    public static String yaml(String... rows) {
        var text = new StringBuilder(HEAD);
        for (String row : rows) {
            text.append("  - { ").append(row);
            addMissing(text, row, "model", "acme.one");
            addMissing(text, row, "option", "on_demand");
            addMissing(text, row, "measure", "input");
            addMissing(text, row, "per", "1M tokens");
            addMissing(text, row, "usd", "\"3.00\"");
            addMissing(text, row, "from", "2026-01-01");
            addMissing(text, row, "source", "page");
            text.append(" }\n");
        }
        return text.append("complete: true\n").toString();
    }

    private static void addMissing(StringBuilder text, String row, String key, String value) {
        if (!(" " + row).contains(" " + key + ":")) {
            text.append(", ").append(key).append(": ").append(value);
        }
    }
}
