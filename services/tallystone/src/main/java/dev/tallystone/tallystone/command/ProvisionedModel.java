package dev.tallystone.tallystone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallystone.invocation.ModelId;
import dev.tallystone.pricing.PricingOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Provisioned Throughput that costs.
 *
 * @param custom
 *            its model was fine-tuned from the base model
 * @param desiredUnits
 *            other than {@code units} while AWS changes them
 * @param expires
 *            end of the running term
 */
record ProvisionedModel(String name, String arn, String account, String region, String baseModel, boolean custom,
        long units, long desiredUnits, PricingOption term, Optional<Instant> expires, Instant created) {

    private static final Pattern ARN = Pattern
            .compile("arn:aws[a-z-]*:bedrock:(?<region>[a-z0-9-]+):(?<account>\\d{12}):provisioned-model/[a-z0-9]+");

    /**
     * One of the list.
     *
     * @throws IllegalArgumentException
     *             saying why it is not taken
     */
    static ProvisionedModel of(JsonNode row) {
        String status = text(row, "status");
        if (!status.equals("InService") && !status.equals("Updating")) {
            throw new IllegalArgumentException("its status is %s, and only InService and Updating are owned"
                    .formatted(status));
        }
        String arn = text(row, "provisionedModelArn");
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "provisionedModelArn must be the ARN of a provisioned-model, not '%s'".formatted(arn));
        }
        long units = units(row, "modelUnits");
        return new ProvisionedModel(text(row, "provisionedModelName"), arn, parts.group("account"),
                parts.group("region"), baseModel(text(row, "foundationModelArn")),
                text(row, "modelArn").contains(":custom-model/"), units,
                row.hasNonNull("desiredModelUnits") ? units(row, "desiredModelUnits") : units, term(row),
                row.hasNonNull("commitmentExpirationTime")
                        ? Optional.of(moment(row, "commitmentExpirationTime"))
                        : Optional.empty(),
                moment(row, "creationTime"));
    }

    private static String text(JsonNode row, String field) {
        if (!row.path(field).isTextual()) {
            throw new IllegalArgumentException("%s must be a text, not %s".formatted(field, row.path(field)));
        }
        return row.path(field).asText();
    }

    private static long units(JsonNode row, String field) {
        if (!row.path(field).isIntegralNumber() || row.path(field).asLong() < 1) {
            throw new IllegalArgumentException("%s must be 1 or more, not %s".formatted(field, row.path(field)));
        }
        return row.path(field).asLong();
    }

    private static String baseModel(String arn) {
        if (ModelId.parse(arn) instanceof ModelId.Foundation(var base, _)) {
            return base;
        }
        throw new IllegalArgumentException(
                "foundationModelArn must be the ARN of a foundation-model, not '%s'".formatted(arn));
    }

    private static PricingOption term(JsonNode row) {
        if (!row.hasNonNull("commitmentDuration")) {
            return PricingOption.PROVISIONED_NONE;
        }
        return switch (text(row, "commitmentDuration")) {
            case "OneMonth" -> PricingOption.PROVISIONED_1MO;
            case "SixMonths" -> PricingOption.PROVISIONED_6MO;
            case String other -> throw new IllegalArgumentException(
                    "commitmentDuration must be OneMonth, SixMonths or absent, not '%s'".formatted(other));
        };
    }

    /** ISO 8601, or seconds since 1970, as the client is set. */
    private static Instant moment(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (value.isNumber()) {
            return Instant.ofEpochMilli(value.decimalValue().movePointRight(3).longValue());
        }
        try {
            return OffsetDateTime.parse(text(row, field)).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("%s must be a time such as 2026-11-01T00:00:00Z, not %s".formatted(field,
                    value), e);
        }
    }
}
