package dev.tallystone.pricing.focus;

import dev.tallystone.pricing.Seller;
import java.util.Map;

/**
 * Who is billed, from configuration: the log does not know.
 *
 * @param id
 *            the paying account
 * @param name
 *            {@code ""} while unknown
 * @param type
 *            such as {@code Management Account}
 * @param issuer
 *            who sends the invoice for what AWS sells; it depends on the country
 * @param marketplaceIssuer
 *            who sends it for what the AWS Marketplace sells
 * @param accountNames
 *            names of the accounts in the log, by id
 */
public record Payer(String id, String name, String type, String issuer, String marketplaceIssuer,
        Map<String, String> accountNames) {

    public Payer {
        if (id.isBlank() || type.isBlank() || issuer.isBlank() || marketplaceIssuer.isBlank()) {
            throw new IllegalArgumentException(
                    "payer needs id, type and invoice issuers, not '%s', '%s', '%s' and '%s'"
                            .formatted(id, type, issuer, marketplaceIssuer));
        }
        accountNames = Map.copyOf(accountNames);
    }

    /** A management account billed in the United States. */
    public static Payer of(String id) {
        return new Payer(id, "", "Management Account", "Amazon Web Services, Inc.", "Amazon Web Services, Inc.",
                Map.of());
    }

    String issuerFor(Seller seller) {
        return switch (seller) {
            case AWS -> issuer;
            case MARKETPLACE -> marketplaceIssuer;
        };
    }
}
