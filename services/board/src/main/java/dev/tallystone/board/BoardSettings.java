package dev.tallystone.board;

import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.recommendation.Rules;
import java.util.List;

/**
 * What a board depends on beside the tallies and the price book.
 *
 * @param metadataKeys
 *            of the meters, in their order
 * @param standing
 *            what accrues by the calendar: owned units and the like
 * @param maxModels
 *            lines of models; the rest are shown as {@code other}
 * @param maxTeams
 *            lines of teams; the rest are shown as {@code other}
 */
public record BoardSettings(List<String> metadataKeys, List<ModelAlias> aliases, List<TeamRule> teamRules,
        List<StandingCharge> standing, List<UnitCapacity> capacities, Agreements agreements, Rules rules, int maxModels,
        int maxTeams) {

    public BoardSettings {
        metadataKeys = List.copyOf(metadataKeys);
        aliases = List.copyOf(aliases);
        teamRules = List.copyOf(teamRules);
        standing = List.copyOf(standing);
        capacities = List.copyOf(capacities);
    }

    /** Of what accrues by the calendar, the owned model units. */
    public List<Commitment> commitments() {
        return standing.stream().filter(Commitment.class::isInstance).map(Commitment.class::cast).toList();
    }
}
