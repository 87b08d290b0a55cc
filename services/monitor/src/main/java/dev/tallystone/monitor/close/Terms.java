package dev.tallystone.monitor.close;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.TeamRule;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.standing.StandingCharge;
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
