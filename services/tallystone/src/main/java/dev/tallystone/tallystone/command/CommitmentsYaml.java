package dev.tallystone.tallystone.command;

import static dev.tallystone.tallystone.command.ProvisionedList.quoted;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.standing.Commitment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Owned units as the configuration writes them. What a person must decide stands in comments. */
final class CommitmentsYaml {

    private static final int YEARS_OF_AN_ALIAS = 10;
    /** Between what is asked for and what is in service. */
    private static final Duration ABOUT = Duration.ofDays(1);

    private final PriceBook book;
    private final Instant now;
    private final Set<String> ids = new HashSet<>();
    private final StringBuilder yaml = new StringBuilder();

    private CommitmentsYaml(PriceBook book, Instant now) {
        this.book = book;
        this.now = now;
    }

    static String of(ProvisionedList list, PriceBook book, Instant now) {
        var writer = new CommitmentsYaml(book, now);
        writer.yaml.append(list.owned().isEmpty() ? "commitments: []\n" : "commitments:\n");
        list.owned().forEach(writer::addCommitment);
        writer.yaml.append(list.owned().isEmpty() ? "aliases: []\n" : "aliases:\n");
        list.owned().forEach(writer::addAlias);
        list.skipped().forEach(skipped -> writer.line("# skipped: " + skipped));
        if (!list.whole()) {
            writer.line("# not all: the answer ends with a token for the next part; ask AWS for that too");
        }
        return writer.yaml.toString();
    }

    private void addCommitment(ProvisionedModel owned) {
        line("  - id: " + quoted(id(owned)));
        line("    account: " + quoted(owned.account()));
        line("    region: " + owned.region());
        line("    model: " + owned.arn());
        line("    units: %d%s".formatted(owned.units(), owned.units() == owned.desiredUnits()
                ? ""
                : " # AWS is changing them to %d".formatted(owned.desiredUnits())));
        line("    term: %s%s".formatted(owned.term().label(), expiry(owned)));
        addPrice(owned);
        line("    start: " + owned.created());
    }

    /** Names are unique in one account and Region; a file may hold more than one. */
    private String id(ProvisionedModel owned) {
        return ids.add(owned.name()) ? owned.name() : owned.arn();
    }

    private static String expiry(ProvisionedModel owned) {
        return owned.expires()
                .map(end -> " # its term ends on %s%s".formatted(end,
                        isEndOfTerm(owned, end) ? "" : ", which is no whole term after its start: check start"))
                .orElse("");
    }

    private static boolean isEndOfTerm(ProvisionedModel owned, Instant end) {
        if (owned.term() == PricingOption.PROVISIONED_NONE || !owned.created().isBefore(end)) {
            return false;
        }
        var commitment = new Commitment(owned.name(), owned.account(), owned.region(), owned.arn(), owned.units(),
                owned.term(), Usd.ZERO, owned.created(), Optional.empty());
        return commitment.renewal(end.minus(ABOUT))
                .filter(renewal -> renewal.at().isBefore(end.plus(ABOUT)))
                .isPresent();
    }

    private void addPrice(ProvisionedModel owned) {
        var key = new PriceKey(owned.baseModel(), owned.region(), Routing.IN_REGION, 0, "");
        Optional<PriceRow> row = book.row(key, owned.term(), PriceRow.MODEL_UNIT, now);
        if (row.isEmpty()) {
            line("    usd_per_unit_hour: \"?\" # the price book has no unit of %s under %s in %s: see the contract"
                    .formatted(owned.baseModel(), owned.term().label(), owned.region()));
            return;
        }
        line("    usd_per_unit_hour: %s # list price; put in what the contract says".formatted(
                quoted(row.get().usd().amount().toPlainString())));
        line("    source: " + quoted("list price of " + row.get().source()));
    }

    private void addAlias(ProvisionedModel owned) {
        line("  - called: " + owned.arn());
        line("    model: " + quoted(owned.baseModel()));
        line("    routing: in_region");
        if (owned.custom()) {
            line("    custom: true");
        }
        line("    from: " + owned.created());
        line("    until: %s # far ahead; earlier once the ARN stands for another model".formatted(
                now.atZone(ZoneOffset.UTC)
                        .plusYears(YEARS_OF_AN_ALIAS)
                        .toLocalDate()
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()));
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
