package dev.tallystone.tallystone.config;

import static dev.tallystone.tallystone.config.Values.decimal;
import static dev.tallystone.tallystone.config.Values.duration;
import static dev.tallystone.tallystone.config.Values.each;
import static dev.tallystone.tallystone.config.Values.instant;
import static dev.tallystone.tallystone.config.Values.oneOf;
import static dev.tallystone.tallystone.config.Values.present;

import dev.tallystone.board.BoardSettings;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.recommendation.Rules;
import java.util.List;

/** What is known of models, teams and contracts, and when advice stands. A key in a list has its number in it. */
final class BoardSettingsOf {

    private BoardSettingsOf() {}

    static BoardSettings text(ConfigText text, ConfigText.MonitorText monitor, List<String> metadataKeys) {
        return new BoardSettings(metadataKeys, each("aliases", text.aliases(), BoardSettingsOf::alias),
                each("teams", text.teams(), TeamRuleOf::text),
                StandingOf.text(text),
                each("capacities", text.capacities(), BoardSettingsOf::capacity),
                new Agreements(each("agreements", text.agreements(), AgreementOf::text)),
                rules(present("advice", text.advice())), present("monitor.max_models", monitor.maxModels()),
                present("monitor.max_teams", monitor.maxTeams()),
                oneOf("chargeback.idle", present("chargeback", text.chargeback()).idle(), IdlePolicy.class));
    }

    private static Rules rules(ConfigText.AdviceText text) {
        return new Rules(decimal("advice.min_saving_ratio", text.minSavingRatio()),
                decimal("advice.min_saving_usd_per_hour", text.minSavingUsdPerHour()),
                duration("advice.hold", text.hold()),
                duration("advice.batch_deadline", text.batchDeadline()));
    }

    private static ModelAlias alias(String key, ConfigText.AliasText text) {
        return new ModelAlias(present(key + ".called", text.called()), present(key + ".model", text.model()),
                oneOf(key + ".routing", text.routing(), Routing.class), Boolean.TRUE.equals(text.custom()),
                instant(key + ".from", text.from()), instant(key + ".until", text.until()));
    }

    private static UnitCapacity capacity(String key, ConfigText.CapacityText text) {
        return new UnitCapacity(present(key + ".model", text.model()),
                present(key + ".input_tokens_per_minute", text.inputTokensPerMinute()),
                present(key + ".output_tokens_per_minute", text.outputTokensPerMinute()),
                present(key + ".source", text.source()));
    }
}
