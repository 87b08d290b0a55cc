package dev.tallystone.board.options;

import dev.tallystone.board.options.OptionTable.Price;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The rows of the price book that an option rests on. */
final class PriceLines {

    private PriceLines() {}

    static List<Price> of(Pricer pricer, PriceKey key, PricingOption option, int epoch) {
        return pricer.pricesOf(key, option, epoch).stream().map(price -> line(price, pricer.book())).toList();
    }

    private static Price line(UnitPrice price, PriceBook book) {
        PriceRow row = price.row();
        PriceBook.Source source = book.sources().get(row.source());
        BigDecimal per = BigDecimal.valueOf(row.per());
        return new Price(row.measure(), row.above() == 0 ? "" : "above %,d tokens".formatted(row.above()),
                row.perUnit(), new Usd(price.list().multiply(per)), new Usd(price.contracted().multiply(per)),
                source == null ? row.source() : source.title(), source == null ? "" : source.seen(),
                row.evidence().name().toLowerCase(Locale.ROOT), price.certain());
    }
}
