package dev.tallystone.tallystone.config;

import static dev.tallystone.tallystone.config.Values.decimal;
import static dev.tallystone.tallystone.config.Values.each;
import static dev.tallystone.tallystone.config.Values.instant;
import static dev.tallystone.tallystone.config.Values.judged;
import static dev.tallystone.tallystone.config.Values.oneOf;
import static dev.tallystone.tallystone.config.Values.present;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.rule.Excess;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.Holding;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.ReservedBlock;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.tallystone.config.ConfigText.CommitmentText;
import dev.tallystone.tallystone.config.ConfigText.ImportUnitsText;
import dev.tallystone.tallystone.config.ConfigText.ModelStorageText;
import dev.tallystone.tallystone.config.ConfigText.ReservedText;
import dev.tallystone.tallystone.config.ConfigText.StandingText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What accrues by the calendar. Ids are those of metrics and of the page, so no two are the same. */
final class StandingOf {

    private StandingOf() {}

    static List<StandingCharge> text(ConfigText text) {
        StandingText standing = present("standing", text.standing());
        Set<String> ids = new HashSet<>();
        var charges = new ArrayList<StandingCharge>();
        charges.addAll(each("commitments", text.commitments(), (key, each) -> units(key, each, ids)));
        charges.addAll(each("standing.reserved", standing.reserved(), (key, each) -> reserved(key, each, ids)));
        charges.addAll(each("standing.model_storage", standing.modelStorage(), (key, each) -> storage(key, each, ids)));
        charges.addAll(each("standing.import_units", standing.importUnits(), (key, each) -> imports(key, each, ids)));
        return charges;
    }

    private static Commitment units(String key, CommitmentText text, Set<String> ids) {
        Id id = new Id(key, text.id(), text.account(), text.region(), text.model());
        PricingOption term = option(key, text.term());
        boolean renews = text.renews() == null ? term != PricingOption.PROVISIONED_NONE : text.renews();
        long units = present(key + ".units", text.units());
        Usd usd = usd(key + ".usd_per_unit_hour", text.usdPerUnitHour());
        Holding holding = id.holding(ids, text.start(), text.end(), text.owner(), text.source());
        Optional<Excess> excess = Optional.ofNullable(text.excess())
                .map(word -> oneOf(key + ".excess", word, Excess.class));
        return new Commitment(holding, units, term, usd, renews, excess);
    }

    private static ReservedBlock reserved(String key, ReservedText text, Set<String> ids) {
        Id id = new Id(key, text.id(), text.account(), text.region(), text.model());
        PricingOption term = option(key, text.term());
        var block = new ReservedTokens(usd(key + ".usd_per_input_step_hour", text.usdPerInputStepHour()),
                usd(key + ".usd_per_output_step_hour", text.usdPerOutputStepHour()),
                present(key + ".input_tpm", text.inputTpm()), present(key + ".output_tpm", text.outputTpm()));
        Holding holding = id.holding(ids, text.start(), text.end(), text.owner(), text.source());
        return new ReservedBlock(holding, term, block, !Boolean.FALSE.equals(text.renews()));
    }

    private static ModelStorage storage(String key, ModelStorageText text, Set<String> ids) {
        Id id = new Id(key, text.id(), text.account(), text.region(), text.model());
        Usd usd = usd(key + ".usd_per_month", text.usdPerMonth());
        return new ModelStorage(id.holding(ids, text.start(), text.end(), text.owner(), text.source()), usd);
    }

    private static ImportUnits imports(String key, ImportUnitsText text, Set<String> ids) {
        Id id = new Id(key, text.id(), text.account(), text.region(), text.model());
        return new ImportUnits(id.holding(ids, text.start(), text.end(), text.owner(), text.source()),
                present(key + ".version", text.version()), present(key + ".units", text.units()),
                usd(key + ".usd_per_unit_minute", text.usdPerUnitMinute()));
    }

    private static PricingOption option(String key, @Nullable String label) {
        String term = present(key + ".term", label);
        return judged(key + ".term", () -> PricingOption.ofLabel(term));
    }

    private static Usd usd(String key, @Nullable String text) {
        var usd = new Usd(decimal(key, text));
        if (usd.compareTo(Usd.ZERO) < 0) {
            throw new IllegalArgumentException("%s must be 0 or more, not %s".formatted(key, text));
        }
        return usd;
    }

    /** The first keys of every kind. */
    private record Id(String key, @Nullable String id, @Nullable String account, @Nullable String region,
            @Nullable String model) {

        Holding holding(Set<String> ids, @Nullable String start, @Nullable String end, @Nullable String owner,
                @Nullable String source) {
            String name = present(key + ".id", id);
            if (!ids.add(name)) {
                throw new IllegalArgumentException(
                        "%s.id must be the only one of its name among commitments and standing, not '%s' again"
                                .formatted(key, name));
            }
            return new Holding(name, present(key + ".account", account), present(key + ".region", region),
                    present(key + ".model", model), owner == null ? "" : owner, instant(key + ".start", start),
                    Optional.ofNullable(end).map(moment -> instant(key + ".end", moment)),
                    source == null ? "" : source);
        }
    }
}
