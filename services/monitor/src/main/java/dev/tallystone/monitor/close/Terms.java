package dev.tallystone.monitor.close;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.TeamRule;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.recommendation.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What a month's costs follow from, beside tallies and prices, as a text of its own.
 *
 * @param idle
 *            who takes what nobody used of owned units
 */
record Terms(List<String> metadataKeys, List<ModelAlias> aliases, List<TeamRule> teams, Agreements agreements,
        List<StandingCharge> standing, List<UnitCapacity> capacities, IdlePolicy idle) {

    static Terms of(BoardSettings settings) {
        return new Terms(settings.metadataKeys(), settings.aliases(), settings.teamRules(), settings.agreements(),
                settings.standing(), settings.capacities(), settings.idle());
    }

    static Terms read(InputStream in) throws IOException {
        return MonthJson.MAPPER.readValue(in, Terms.class);
    }

    /** To state the month by; nobody is advised about it, and no line of it is folded. */
    BoardSettings settings() {
        var noRules = new Rules(BigDecimal.ONE, BigDecimal.ONE, Duration.ofDays(1), Duration.ofDays(1));
        return new BoardSettings(metadataKeys, aliases, teams, standing, capacities, agreements, noRules,
                Integer.MAX_VALUE, Integer.MAX_VALUE, idle);
    }

    byte[] bytes() {
        try {
            return MonthJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms hold only texts, numbers and times", e);
        }
    }

    String digest() {
        return Sha256.of(bytes());
    }
}
