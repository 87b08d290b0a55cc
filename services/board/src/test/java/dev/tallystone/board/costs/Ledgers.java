package dev.tallystone.board.costs;

import dev.tallystone.board.Boards;
import dev.tallystone.board.Use;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.Holding;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.ReservedBlock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Calls of every kind around the price change of 15 October, and something of every kind that accrues, from a seed. */
final class Ledgers {

    static final List<String> TEAMS = List.of("search", "ads", "unallocated");
    static final List<String> REGIONS = List.of("us-west-2", "eu-west-1");
    private static final String ARN = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/fraud";
    static final String TRIAL = ARN.replace("fraud", "trial");
    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");

    private final Random random;

    Ledgers(long seed) {
        random = new Random(seed);
    }

    Boards boards() {
        return new Boards()
                .aliases(new ModelAlias(ARN, "acme.one", Routing.IN_REGION, true, Boards.LONG_AGO, Instant.MAX),
                        new ModelAlias(TRIAL, "acme.one", Routing.IN_REGION, true,
                                OCTOBER.plusSeconds((14 * 1_440 + random.nextInt(1_080)) * 60L), Instant.MAX))
                .agreements(new Agreement("edp", Optional.empty(), Optional.of("acme.two"), Optional.empty(),
                        Optional.empty(), new Agreement.PercentOff(new BigDecimal("16.25")),
                        OCTOBER.plusSeconds(random.nextInt(20 * 1_440) * 60L), Instant.MAX, "paper"))
                .commitments(
                        new Commitment(held("fraud", ARN), 1 + random.nextInt(3), PricingOption.PROVISIONED_1MO,
                                usd(), true, Optional.empty()),
                        new Commitment(held("trial", TRIAL), 1, PricingOption.PROVISIONED_NONE, usd(), false,
                                Optional.empty()),
                        new ReservedBlock(held("block", "acme.two"), PricingOption.RESERVED_3MO,
                                new ReservedTokens(usd(), usd(), 117_000, 13_000), true),
                        new ReservedBlock(held("second block", "acme.two"), PricingOption.RESERVED_1MO,
                                new ReservedTokens(usd(), usd(), 100_000, 10_000), true),
                        new ModelStorage(held("kept", "acme.custom"), usd()),
                        new ImportUnits(held("imported", "acme.imported"), "v1", 2, usd()));
    }

    private Holding held(String id, String model) {
        Instant start = OCTOBER.minusSeconds(5 * 86_400).plusMillis(random.nextLong(18 * 86_400_000L));
        Instant whole = Instant.ofEpochSecond(start.getEpochSecond());
        return new Holding(id, "123456789012", any(REGIONS), model, any(List.of("search", "ads", "")), whole,
                Optional.empty(), random.nextBoolean() ? "contract 7" : "");
    }

    private Usd usd() {
        return new Usd(BigDecimal.valueOf(1 + random.nextInt(99_999), random.nextInt(6)));
    }

    List<TallyRow> calls(int count, Instant until) {
        var rows = new ArrayList<TallyRow>();
        for (int i = 0; i < count; i++) {
            rows.add(Use.of(any(List.of("acme.one", "acme.two", "acme.half", "acme.unknown", ARN)))
                    .region(any(REGIONS))
                    .team(any(List.of("search", "ads", "")))
                    .role(any(List.of("a", "b")))
                    .tier(any(List.of("", "", "flex", "reserved")))
                    .at(until.minusMillis(1 + random.nextLong(15 * 86_400_000L)), random.nextInt(900_000),
                            random.nextBoolean() ? 0 : random.nextInt(90_000)));
        }
        for (int i = 0; i < count; i++) {
            rows.add(Use.of(any(List.of("acme.one", "acme.half", ARN)))
                    .region(any(REGIONS))
                    .team(any(TEAMS.subList(0, 2)))
                    .at(until.minusMillis(1 + random.nextLong(86_400_000L)), random.nextInt(90_000), 0));
        }
        return rows;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
