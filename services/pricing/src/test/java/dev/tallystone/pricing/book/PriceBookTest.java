package dev.tallystone.pricing.book;

import static dev.tallystone.invocation.ModelId.Routing.GEO;
import static dev.tallystone.invocation.ModelId.Routing.GLOBAL;
import static dev.tallystone.invocation.ModelId.Routing.IN_REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceBookTest {

    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final String MILAN = "eu-south-1";
    private static final String ANY = "usd: \"1\"";
    private static final String ROUTED = "usd: \"2\", routing: %s";
    private static final String REGIONAL = "usd: \"3\", region: eu-south-1";
    private static final String BOTH = "usd: \"4\", region: eu-south-1, routing: %s";

    private static Optional<Usd> input(PriceBook book, String region, Routing routing) {
        return price(book, new PriceKey("acme.one", region, routing, 0, ""), PricingOption.ON_DEMAND, "input");
    }

    private static Optional<Usd> price(PriceBook book, PriceKey key, PricingOption option, String measure) {
        return book.row(key, option, measure, OCTOBER).map(PriceRow::usd);
    }

    @Test
    void pricesAGlobalCallByItsRegionAndRoutingThenItsRoutingThenAnywhere() {
        String routed = ROUTED.formatted("global");
        String both = BOTH.formatted("global");

        assertThat(input(BookOf.rows(ANY, routed, REGIONAL, both), MILAN, GLOBAL)).contains(Usd.of("4"));
        assertThat(input(BookOf.rows(both, REGIONAL, routed, ANY), MILAN, GLOBAL)).contains(Usd.of("4"));
        assertThat(input(BookOf.rows(ANY, routed, REGIONAL, both), "us-east-1", GLOBAL)).contains(Usd.of("2"));
        assertThat(input(BookOf.rows(ANY, REGIONAL), MILAN, GLOBAL)).as("a Region never prices a global call")
                .contains(Usd.of("1"));
        assertThat(input(BookOf.rows(REGIONAL), MILAN, GLOBAL)).isEmpty();
    }

    @Test
    void pricesOtherCallsByRegionAndRoutingThenRegionThenRoutingThenAnywhere() {
        for (Routing routing : new Routing[]{GEO, IN_REGION}) {
            String routed = ROUTED.formatted(routing == GEO ? "geo" : "in_region");
            String both = BOTH.formatted(routing == GEO ? "geo" : "in_region");

            assertThat(input(BookOf.rows(ANY, routed, REGIONAL, both), MILAN, routing)).contains(Usd.of("4"));
            assertThat(input(BookOf.rows(both, REGIONAL, routed, ANY), MILAN, routing)).contains(Usd.of("4"));
            assertThat(input(BookOf.rows(ANY, routed, REGIONAL), MILAN, routing)).contains(Usd.of("3"));
            assertThat(input(BookOf.rows(ANY, routed, both), "us-east-1", routing)).contains(Usd.of("2"));
            assertThat(input(BookOf.rows(ANY, REGIONAL, both), "us-east-1", routing)).contains(Usd.of("1"));
        }
    }

    @Test
    void neverUsesAPriceOfAnotherRoutingOrRegion() {
        assertThat(input(BookOf.rows(BOTH.formatted("geo")), MILAN, IN_REGION)).isEmpty();
        assertThat(input(BookOf.rows(BOTH.formatted("global")), MILAN, GEO)).isEmpty();
        assertThat(input(BookOf.rows(ROUTED.formatted("global")), MILAN, GEO)).isEmpty();
        assertThat(input(BookOf.rows(REGIONAL), "eu-west-1", GEO)).isEmpty();
    }

    @Test
    void holdsAPriceFromItsFirstMomentToJustBeforeItsEnd() {
        PriceBook book = BookOf.rows("usd: \"1\", until: 2026-06-01", "usd: \"2\", from: 2026-06-01");
        PriceKey key = new PriceKey("acme.one", MILAN, GEO, 0, "");
        Instant june = Instant.parse("2026-06-01T00:00:00Z");

        assertThat(book.row(key, PricingOption.ON_DEMAND, "input", june.minusMillis(1)).map(PriceRow::usd))
                .contains(Usd.of("1"));
        assertThat(book.row(key, PricingOption.ON_DEMAND, "input", june).map(PriceRow::usd)).contains(Usd.of("2"));
        assertThat(book.changes()).contains(june);
    }

    @Test
    void pricesALongRequestOnlyByWhatIsWrittenForIt() {
        PriceBook book = BookOf.rows("usd: \"1\"", "usd: \"2\", above: 200000", "usd: \"0.5\", option: batch",
                "usd: \"24\", option: provisioned_none, measure: model_unit, per: hour");
        var atThreshold = new PriceKey("acme.one", MILAN, GEO, ContextClass.of(200_000), "");
        var above = new PriceKey("acme.one", MILAN, GEO, ContextClass.of(200_001), "");

        assertThat(price(book, atThreshold, PricingOption.ON_DEMAND, "input")).contains(Usd.of("1"));
        assertThat(price(book, atThreshold, PricingOption.BATCH, "input")).contains(Usd.of("0.5"));
        assertThat(price(book, above, PricingOption.ON_DEMAND, "input")).contains(Usd.of("2"));
        assertThat(price(book, above, PricingOption.BATCH, "input")).as("half the short price is no quote").isEmpty();
        assertThat(book.unitHour(above, PricingOption.PROVISIONED_NONE, OCTOBER)).contains(Usd.of("24"));
    }

    @Test
    void pricesLongRequestsOfAFlatModelAsAnyOther() {
        var long600k = new PriceKey("acme.one", MILAN, GEO, ContextClass.of(600_000), "");

        assertThat(price(BookOf.rows("usd: \"1\""), long600k, PricingOption.ON_DEMAND, "input")).contains(Usd.of("1"));
    }

    @Test
    void takesTheVariantThatNamesMost() {
        PriceBook book = BookOf.rows("model: acme.image, measure: images, per: image, usd: \"0.04\"",
                "model: acme.image, measure: images, per: image, usd: \"0.06\", variant: \"1024\"",
                "model: acme.image, measure: images, per: image, usd: \"0.08\", variant: \"1024/premium\"",
                "model: acme.image, measure: images, per: image, usd: \"0.05\", variant: \"*/premium\"");

        assertThat(image(book, "512/standard/50/TEXT_IMAGE")).contains(Usd.of("0.04"));
        assertThat(image(book, "1024/standard/50/TEXT_IMAGE")).contains(Usd.of("0.06"));
        assertThat(image(book, "1024/premium/50/TEXT_IMAGE")).contains(Usd.of("0.08"));
        assertThat(image(book, "512/premium/50/TEXT_IMAGE")).contains(Usd.of("0.05"));
        assertThat(image(book, "")).contains(Usd.of("0.04"));
    }

    private static Optional<Usd> image(PriceBook book, String variant) {
        return price(book, new PriceKey("acme.image", MILAN, IN_REGION, 0, variant), PricingOption.ON_DEMAND,
                "images");
    }
}
