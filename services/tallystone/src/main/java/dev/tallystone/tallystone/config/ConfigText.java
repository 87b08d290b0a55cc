package dev.tallystone.tallystone.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration as written: each component is a key of the YAML file. What is absent is null, and nothing is
 * judged.
 */
record ConfigText(@Nullable List<String> roles, @Nullable Map<String, String> kafka, @Nullable LedgerText ledger,
        @Nullable MeterText meter, @Nullable DedupeText dedupe, @Nullable MonitorText monitor,
        @Nullable PricesText prices, @Nullable CloseText close, @Nullable BillingText billing,
        @Nullable HttpText http,
        @Nullable AdviceText advice, @Nullable List<AliasText> aliases, @Nullable List<TeamText> teams,
        @Nullable List<CapacityText> capacities, @Nullable List<CommitmentText> commitments,
        @Nullable StandingText standing,
        @Nullable List<AgreementText> agreements, @Nullable ChargebackText chargeback,
        @Nullable DenominatorsText denominators) {

    record LedgerText(@Nullable String name, @Nullable String invocations, @Nullable Integer partitions,
            @Nullable Short replication) {}

    record MeterText(@Nullable String slot, @Nullable String startAt, @Nullable String commitInterval,
            @Nullable List<String> metadataKeys) {}

    record DedupeText(@Nullable String horizon, @Nullable Integer maxIds) {}

    record MonitorText(@Nullable String tick, @Nullable Integer maxModels, @Nullable Integer maxTeams) {}

    record PricesText(@Nullable String file, @Nullable String inForce, @Nullable String reload) {}

    record CloseText(@Nullable String folder) {}

    record BillingText(@Nullable String account, @Nullable String name) {}

    record HttpText(@Nullable String host, @Nullable Integer port) {}

    record AdviceText(@Nullable String minSavingRatio, @Nullable String minSavingUsdPerHour, @Nullable String hold,
            @Nullable String batchDeadline) {}

    record AliasText(@Nullable String called, @Nullable String model, @Nullable String routing,
            @Nullable Boolean custom, @Nullable String from, @Nullable String until) {}

    record TeamText(@Nullable String profile, @Nullable String principal, @Nullable String team,
            @Nullable String from, @Nullable String until) {}

    record ChargebackText(@Nullable String idle) {}

    record DenominatorsText(@Nullable String file, @Nullable List<QueryText> queries) {}

    record QueryText(@Nullable String name, @Nullable String team, @Nullable String model,
            @Nullable String prometheus, @Nullable String query, @Nullable String every) {}

    record CapacityText(@Nullable String model, @Nullable Long inputTokensPerMinute,
            @Nullable Long outputTokensPerMinute,
            @Nullable String source) {}

    record CommitmentText(@Nullable String id, @Nullable String account, @Nullable String region,
            @Nullable String model,
            @Nullable Long units, @Nullable String term, @Nullable String usdPerUnitHour, @Nullable String start,
            @Nullable String end, @Nullable String owner, @Nullable Boolean renews, @Nullable String excess,
            @Nullable String source) {}

    record StandingText(@Nullable List<ReservedText> reserved, @Nullable List<ModelStorageText> modelStorage,
            @Nullable List<ImportUnitsText> importUnits) {}

    record ReservedText(@Nullable String id, @Nullable String account, @Nullable String region,
            @Nullable String model, @Nullable Long inputTpm, @Nullable Long outputTpm, @Nullable String term,
            @Nullable String usdPerInputStepHour, @Nullable String usdPerOutputStepHour, @Nullable String start,
            @Nullable String end, @Nullable String owner, @Nullable Boolean renews, @Nullable String source) {}

    record ModelStorageText(@Nullable String id, @Nullable String account, @Nullable String region,
            @Nullable String model, @Nullable String usdPerMonth, @Nullable String start, @Nullable String end,
            @Nullable String owner, @Nullable String source) {}

    record ImportUnitsText(@Nullable String id, @Nullable String account, @Nullable String region,
            @Nullable String model, @Nullable String version, @Nullable Long units, @Nullable String usdPerUnitMinute,
            @Nullable String start, @Nullable String end, @Nullable String owner, @Nullable String source) {}

    record AgreementText(@Nullable String id, @Nullable String seller, @Nullable String model, @Nullable String option,
            @Nullable String measure, @Nullable String percentOff, @Nullable String usd, @Nullable String per,
            @Nullable String from, @Nullable String until, @Nullable String source) {}
}
