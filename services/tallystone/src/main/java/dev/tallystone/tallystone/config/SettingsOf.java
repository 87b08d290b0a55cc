package dev.tallystone.tallystone.config;

import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.TeamRule;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.meter.MeterSettings;
import dev.tallystone.monitor.MonitorSettings;
import dev.tallystone.pricing.Commitment;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Rules;
import dev.tallystone.tallystone.Role;
import dev.tallystone.tallystone.TallystoneSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns text into the settings of each room, which judge themselves. Every message names its key. */
final class SettingsOf {

    private SettingsOf() {}

    static TallystoneSettings text(ConfigText text) {
        var kafka = present("kafka", text.kafka());
        Ledger ledger = ledger(present("ledger", text.ledger()));
        ConfigText.MeterText meter = present("meter", text.meter());
        ConfigText.DedupeText dedupe = present("dedupe", text.dedupe());
        List<String> metadataKeys = present("meter.metadata_keys", meter.metadataKeys());
        var meterSettings = new MeterSettings(kafka, ledger, present("meter.slot", meter.slot()),
                oneOf("meter.start_at", meter.startAt(), MeterSettings.StartAt.class),
                duration("meter.commit_interval", meter.commitInterval()), duration("dedupe.horizon", dedupe.horizon()),
                present("dedupe.max_ids", dedupe.maxIds()), metadataKeys);
        ConfigText.MonitorText monitor = present("monitor", text.monitor());
        var monitorSettings = new MonitorSettings(kafka, ledger, board(text, monitor, metadataKeys),
                duration("monitor.tick", monitor.tick()));
        ConfigText.HttpText http = present("http", text.http());
        return new TallystoneSettings(roles(present("roles", text.roles())), meterSettings, monitorSettings,
                present("http.host", http.host()), present("http.port", http.port()));
    }

    private static EnumSet<Role> roles(List<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(oneOf("roles", name, Role.class)));
        return roles;
    }

    private static Ledger ledger(ConfigText.LedgerText text) {
        return new Ledger(present("ledger.name", text.name()), present("ledger.invocations", text.invocations()),
                present("ledger.partitions", text.partitions()), present("ledger.replication", text.replication()));
    }

    private static BoardSettings board(ConfigText text, ConfigText.MonitorText monitor, List<String> metadataKeys) {
        return new BoardSettings(metadataKeys, each(text.aliases(), SettingsOf::alias),
                each(text.teams(), team -> new TeamRule(present("teams.principal", team.principal()),
                        present("teams.team", team.team()))),
                each(text.commitments(), SettingsOf::commitment), each(text.capacities(), SettingsOf::capacity),
                rules(present("advice", text.advice())), present("monitor.max_models", monitor.maxModels()),
                present("monitor.max_teams", monitor.maxTeams()));
    }

    private static Rules rules(ConfigText.AdviceText text) {
        return new Rules(decimal("advice.min_saving_ratio", text.minSavingRatio()),
                decimal("advice.min_saving_usd_per_hour", text.minSavingUsdPerHour()),
                duration("advice.hold", text.hold()),
                duration("advice.batch_deadline", text.batchDeadline()));
    }

    private static ModelAlias alias(ConfigText.AliasText text) {
        return new ModelAlias(present("aliases.called", text.called()), present("aliases.model", text.model()),
                oneOf("aliases.routing", text.routing(), Routing.class), Boolean.TRUE.equals(text.custom()),
                instant("aliases.from", text.from()), instant("aliases.until", text.until()));
    }

    private static UnitCapacity capacity(ConfigText.CapacityText text) {
        return new UnitCapacity(present("capacities.model", text.model()),
                present("capacities.input_tokens_per_minute", text.inputTokensPerMinute()),
                present("capacities.output_tokens_per_minute", text.outputTokensPerMinute()),
                present("capacities.source", text.source()));
    }

    private static Commitment commitment(ConfigText.CommitmentText text) {
        return new Commitment(present("commitments.id", text.id()), present("commitments.account", text.account()),
                present("commitments.region", text.region()), present("commitments.model", text.model()),
                present("commitments.units", text.units()),
                PricingOption.ofLabel(present("commitments.term", text.term())),
                new Usd(decimal("commitments.usd_per_unit_hour", text.usdPerUnitHour())),
                instant("commitments.start", text.start()),
                Optional.ofNullable(text.end()).map(end -> instant("commitments.end", end)));
    }

    private static <T, R> List<R> each(@Nullable List<T> texts, Function<T, R> read) {
        return texts == null ? List.of() : texts.stream().map(read).toList();
    }

    private static <T> T present(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(key + " must be set");
        }
        return value;
    }

    private static Duration duration(String key, @Nullable String text) {
        return Durations.parse(key, present(key, text));
    }

    private static BigDecimal decimal(String key, @Nullable String text) {
        try {
            return new BigDecimal(present(key, text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a decimal such as 0.10, not '%s'".formatted(key, text), e);
        }
    }

    private static Instant instant(String key, @Nullable String text) {
        try {
            return Instant.parse(present(key, text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("%s must be a time such as 2026-11-01T00:00:00Z, not '%s'"
                    .formatted(key, text), e);
        }
    }

    private static <E extends Enum<E>> E oneOf(String key, @Nullable String text, Class<E> type) {
        for (E value : EnumSet.allOf(type)) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("%s must be one of %s, not '%s'".formatted(key,
                EnumSet.allOf(type).toString().toLowerCase(Locale.ROOT), text));
    }
}
