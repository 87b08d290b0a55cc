package dev.tallystone.pricing.focus;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.UnitPrices;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.Evidence;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Charges of every kind, from a seed. */
final class Charges {

    static final PriceBook.Model CLAUDE = new PriceBook.Model("acme.claude", "Claude", "Anthropic", "text",
            Seller.MARKETPLACE, "");
    static final PriceBook.Model NOVA = new PriceBook.Model("acme.nova", "Nova", "Amazon", "text", Seller.AWS, "");
    static final PriceBook.Model CANVAS = new PriceBook.Model("acme.canvas", "Canvas", "Amazon", "image", Seller.AWS,
            "");

    private static final Instant MIDNIGHT = Instant.parse("2026-11-03T00:00:00Z");
    private static final Instant ACROSS_MONTHS = Instant.parse("2026-11-30T12:00:00Z");
    private static final List<Measure> MEASURES = Stream
            .concat(UnitPrices.OF_MODELS.stream(), UnitPrices.OF_GUARDRAILS.stream())
            .toList();
    private static final List<String> CALLED = List.of("global.acme.claude-v1:0", "=HYPERLINK(\"x\")", "arn:broken",
            "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2",
            "arn:aws:bedrock:us-east-1::foundation-model/acme.claude-v1:0");
    private static final List<String> TEXTS = List.of("search", "=1+2", "a,b", "say \"hi\"", "two\nlines",
            "\u00e4\u6f22",
            "-5", "@x");

    private final Random random;

    Charges(long seed) {
        random = new Random(seed);
    }

    static PriceRow row(PriceBook.Model model, PricingOption option, String measure, String usdPerUnit) {
        return new PriceRow(model.id(), Optional.empty(), Optional.empty(), option, measure, 0, "", 1, "one",
                Usd.of(usdPerUnit), Instant.MIN, Instant.MAX, Instant.MAX, "page", Evidence.ON_PRICE_LIST, "");
    }

    /** Some of everything, ready to be written; purchases with all the hours that they paid for. */
    List<PricedCharge> some(int usages) {
        var charges = new ArrayList<PricedCharge>();
        for (int i = 0; i < usages; i++) {
            UsageCharge usage = usage();
            charges.add(usage);
        }
        for (PricingOption term : PricingOption.PROVISIONED) {
            charges.addAll(hoursOf(owned(term, PriceRow.MODEL_UNIT), MIDNIGHT, 1 + random.nextInt(4)));
        }
        for (PricingOption term : PricingOption.RESERVED) {
            addReserved(charges, owned(term, PriceRow.RESERVED_INPUT), MIDNIGHT);
            addReserved(charges, owned(term, PriceRow.RESERVED_OUTPUT), ACROSS_MONTHS);
        }
        charges.add(kept("acme.storage", PriceRow.MODEL_STORAGE, "0.0013888889"));
        charges.add(kept("acme.import", PriceRow.IMPORT_UNIT, "60"));
        return charges;
    }

    private CalendarCharge kept(String sold, String measure, String counted) {
        var model = new PriceBook.Model(sold, sold, "Amazon", "storage", Seller.AWS, "");
        Rate rate = random.nextBoolean()
                ? Rate.stated(new BigDecimal(usd()), "configuration")
                : Rate.stated(new BigDecimal(usd()), new BigDecimal(usd()), "configuration");
        return new CalendarCharge(hour(), "123456789012", "us-west-2",
                any(List.of("acme.nova", "arn:aws:bedrock:us-west-2:123456789012:imported-model/abc")),
                any(List.of("fraud v7", "two\nlines")),
                model, Sku.of(row(model, PricingOption.ON_DEMAND, measure, "1")), rate, new BigDecimal(counted),
                tags());
    }

    UsageCharge usage() {
        Measure measure = any(MEASURES);
        PriceBook.Model model = any(List.of(CLAUDE, NOVA, CANVAS));
        PricingOption option = UnitPrices.OF_GUARDRAILS.contains(measure)
                ? PricingOption.ON_DEMAND
                : any(PricingOption.PER_USE);
        Mode mode = Stream.of(Mode.values())
                .filter(candidate -> candidate.tokenPrices().filter(option::equals).isPresent())
                .findFirst()
                .orElseThrow();
        return new UsageCharge(hour(), any(List.of("123456789012", "210987654321", "")),
                any(List.of("us-east-1", "zz-new-9", "")), any(CALLED), model, any(List.of(Routing.values())), mode,
                measure, 1 + random.nextLong(5_000_000_000L), price(model, option, measure.label()), tags());
    }

    private UnitPrice price(PriceBook.Model model, PricingOption option, String measure) {
        UnitPrice list = UnitPrice.atList(row(model, option, measure, usd()), random.nextBoolean());
        if (random.nextBoolean()) {
            return list;
        }
        BigDecimal less = list.list().multiply(new BigDecimal("0.8375"));
        var agreement = new Agreement("edp", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                new Agreement.PercentOff(new BigDecimal("16.25")), Instant.EPOCH, Instant.MAX, "paper");
        return new UnitPrice(list.list(), less, list.certain(), list.row(), Optional.of(agreement));
    }

    private String usd() {
        return BigDecimal.valueOf(1 + random.nextInt(99_999), 4 + random.nextInt(6)).toPlainString();
    }

    private OwnedCapacity owned(PricingOption term, String measure) {
        String id = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/%s-%s".formatted(term.label(), measure);
        return new OwnedCapacity(id, "fraud " + term.label(), "123456789012", "us-west-2", any(List.of(NOVA, CANVAS)),
                term, measure, term.isProvisioned() ? "" : "global",
                Rate.stated(new BigDecimal(usd()), new BigDecimal(usd()), "configuration"));
    }

    private List<CommitmentCharge> hoursOf(OwnedCapacity capacity, Instant start, long units) {
        var charges = new ArrayList<CommitmentCharge>();
        for (int hour = 0; hour < 24; hour++) {
            var period = new ChargePeriod(start.plus(Duration.ofHours(hour)), start.plus(Duration.ofHours(hour + 1)));
            BigDecimal total = BigDecimal.valueOf(units);
            BigDecimal used = total.multiply(BigDecimal.valueOf(25L * random.nextInt(5), 2));
            charges.addAll(CommitmentCharge.split(capacity, period, total, used,
                    used.signum() == 0 ? 0 : 1 + random.nextLong(1_000_000), any(List.of("by minute", "by whole day")),
                    tags()));
        }
        return charges;
    }

    private void addReserved(List<PricedCharge> charges, OwnedCapacity capacity, Instant start) {
        long blocks = 10 + random.nextLong(500);
        var day = new ChargePeriod(start, start.plus(Duration.ofDays(1)));
        var bought = new PurchaseCharge(capacity, day, blocks, Tags.NONE);
        charges.add(bought);
        charges.addAll(hoursOf(capacity, start, blocks));
    }

    private ChargePeriod hour() {
        Instant from = Instant.parse("2026-11-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(720)));
        return new ChargePeriod(from, from.plus(Duration.ofHours(1)));
    }

    private Tags tags() {
        Map<String, String> tags = new TreeMap<>();
        for (String key : List.of("team", "caller", "operation", "=outcome")) {
            if (random.nextBoolean()) {
                tags.put(key, any(TEXTS));
            }
        }
        return new Tags(tags);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
