package dev.tallystone.tallystone.config;

import static dev.tallystone.tallystone.config.Values.decimal;
import static dev.tallystone.tallystone.config.Values.instant;
import static dev.tallystone.tallystone.config.Values.judged;
import static dev.tallystone.tallystone.config.Values.oneOf;
import static dev.tallystone.tallystone.config.Values.present;

import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreement.Fixed;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.book.PriceUnits;
import dev.tallystone.tallystone.config.ConfigText.AgreementText;
import java.math.BigDecimal;
import java.util.Optional;

/** A negotiated price: either so much off the list, or one price. */
final class AgreementOf {

    private AgreementOf() {}

    static Agreement text(String key, AgreementText text) {
        return new Agreement(present(key + ".id", text.id()),
                Optional.ofNullable(text.seller()).map(seller -> oneOf(key + ".seller", seller, Seller.class)),
                Optional.ofNullable(text.model()),
                Optional.ofNullable(text.option())
                        .map(option -> judged(key + ".option", () -> PricingOption.ofLabel(option))),
                Optional.ofNullable(text.measure()), terms(key, text), instant(key + ".from", text.from()),
                instant(key + ".until", text.until()), present(key + ".source", text.source()));
    }

    private static Agreement.Terms terms(String key, AgreementText text) {
        if ((text.percentOff() == null) == (text.usd() == null)) {
            throw new IllegalArgumentException(key + " must set either percent_off, or usd and per");
        }
        return text.percentOff() != null
                ? judged(key + ".percent_off", () -> new PercentOff(decimal(key + ".percent_off", text.percentOff())))
                : fixed(key, text);
    }

    /** Each key is judged apart, or a wrong one would be said to be another. */
    private static Agreement.Terms fixed(String key, AgreementText text) {
        String measure = present(key + ".measure", text.measure());
        String per = present(key + ".per", text.per());
        long size = judged(key + ".per", () -> PriceUnits.sizeOf(measure, per));
        BigDecimal usd = decimal(key + ".usd", text.usd());
        return judged(key + ".usd", () -> new Fixed(usd.divide(BigDecimal.valueOf(size)))); // a power of ten, so exact
    }
}
