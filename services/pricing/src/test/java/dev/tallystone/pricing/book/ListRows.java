package dev.tallystone.pricing.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.book.Published.Figure;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a table that somebody made from the AWS Price List: a price in and out a model and Region, with batch and
 * cross-Region written behind the name, in Japanese.
 */
final class ListRows {

    private static final String BATCH = " (バッチ)";
    private static final String GLOBAL = " (クロスリージョン)";
    private static final int DECIMALS = 10; // the table has binary noise behind them
    private static final long MILLION = 1_000_000;

    private ListRows() {}

    static List<Published> read(byte[] json) throws IOException {
        var rows = new ArrayList<Published>();
        for (JsonNode row : new ObjectMapper().readTree(json).get("rows")) {
            row.get("r").forEach(region -> rows.add(published(row, region.asText())));
        }
        return rows;
    }

    private static Published published(JsonNode row, String region) {
        String written = row.get("m").asText();
        boolean global = written.endsWith(GLOBAL);
        PricingOption option = written.endsWith(BATCH) ? PricingOption.BATCH : PricingOption.ON_DEMAND;
        var figures = new ArrayList<Figure>();
        add(figures, option, "input", row.get("i"));
        add(figures, option, "output", row.get("o"));
        return new Published(written.replace(BATCH, "").replace(GLOBAL, ""), Optional.of(region),
                Optional.of(global ? Routing.GLOBAL : Routing.IN_REGION), figures);
    }

    private static void add(List<Figure> figures, PricingOption option, String measure, JsonNode usd) {
        if (!usd.isNull()) {
            BigDecimal exact = usd.decimalValue().setScale(DECIMALS, RoundingMode.HALF_UP);
            figures.add(new Figure(Set.of(option), Set.of(measure), exact, MILLION));
        }
    }
}
