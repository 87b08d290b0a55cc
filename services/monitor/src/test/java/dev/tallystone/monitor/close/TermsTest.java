package dev.tallystone.monitor.close;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.TeamRule;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.rule.Excess;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.Holding;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.ReservedBlock;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.recommendation.Rules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");
    private static final String ARN = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/abc";

    private static Holding holding(String id) {
        return new Holding(id, "123456789012", "us-west-2", "acme.one", "search", BEGIN, Optional.empty(), "contract");
    }

    private static List<StandingCharge> standing() {
        return List.of(
                new Commitment(holding("units"), 2, PricingOption.PROVISIONED_1MO, Usd.of("21.18"), true,
                        Optional.of(Excess.SPILL)),
                new ReservedBlock(holding("block"), PricingOption.RESERVED_1MO,
                        new ReservedTokens(Usd.of("0.066"), Usd.of("0.33"), 100_000, 10_000), true),
                new ModelStorage(holding("kept"), Usd.of("1.95")),
                new ImportUnits(holding("import"), "v1", 3, Usd.of("0.05718")));
    }

    private static Agreements agreements() {
        return new Agreements(List.of(
                new Agreement("edp", Optional.of(Seller.AWS), Optional.empty(), Optional.empty(), Optional.empty(),
                        new Agreement.PercentOff(new BigDecimal("9.5")), Instant.MIN, Instant.MAX, "paper"),
                new Agreement("one", Optional.empty(), Optional.of("acme.one"), Optional.of(PricingOption.BATCH),
                        Optional.of("output"), new Agreement.Fixed(new BigDecimal("0.0000029")), BEGIN, Instant.MAX,
                        "paper")));
    }

    private static BoardSettings settings(List<StandingCharge> standing) {
        return new BoardSettings(List.of("team", "deadline"),
                List.of(new ModelAlias(ARN, "acme.one", Routing.IN_REGION, true, BEGIN, Instant.MAX)),
                List.of(TeamRule.ofPrincipal("user/a", "search"), TeamRule.ofPrincipal("root", "ops")
                        .during(BEGIN,
                                BEGIN.plusSeconds(60))),
                standing, List.of(new UnitCapacity("acme.one", 1_000, 100, "measured")), agreements(),
                new Rules(BigDecimal.ZERO, BigDecimal.ONE, Duration.ofMinutes(1), Duration.ofHours(24)), 10, 10,
                IdlePolicy.OWNER);
    }

    @Test
    void whatIsWrittenIsWhatIsReadAgain() throws IOException {
        Terms terms = Terms.of(settings(standing()));

        Terms read = Terms.read(new ByteArrayInputStream(terms.bytes()));

        assertThat(read).isEqualTo(terms);
        assertThat(Terms.of(read.settings()).digest()).isEqualTo(terms.digest());
    }

    @Test
    void anotherTermIsAnotherDigest() {
        assertThat(Terms.of(settings(standing())).digest())
                .isNotEqualTo(Terms.of(settings(standing().subList(1, 4))).digest());
    }
}
