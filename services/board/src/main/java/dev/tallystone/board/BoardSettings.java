package dev.tallystone.board;

import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.recommendation.Rules;
import java.util.ArrayList;
import java.util.HashMap;
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
 * @param idle
 *            who takes what nobody used of owned units
 */
public record BoardSettings(List<String> metadataKeys, List<ModelAlias> aliases, List<TeamRule> teamRules,
        List<StandingCharge> standing, List<UnitCapacity> capacities, Agreements agreements, Rules rules, int maxModels,
        int maxTeams, IdlePolicy idle) {

    public BoardSettings {
        metadataKeys = List.copyOf(metadataKeys);
        aliases = List.copyOf(aliases);
        teamRules = List.copyOf(teamRules);
        refuseTwoAtOnce(teamRules);
        standing = List.copyOf(standing);
        capacities = List.copyOf(capacities);
    }

    /** By identity, so that thousands of rules are read at once. */
    private static void refuseTwoAtOnce(List<TeamRule> rules) {
        var seen = new HashMap<String, List<Integer>>();
        for (int i = 0; i < rules.size(); i++) {
            TeamRule rule = rules.get(i);
            List<Integer> before = seen.computeIfAbsent(rule.identity(), _ -> new ArrayList<>());
            for (int other : before) {
                refuse(rules.get(other), other, rule, i);
            }
            before.add(i);
        }
    }

    private static void refuse(TeamRule one, int first, TeamRule other, int second) {
        if (one.meets(other)) {
            throw new IllegalArgumentException(
                    ("teams[%d]: %s belongs to %s by teams[%d] %s, so not to %s %s too: of two rules, one must end "
                            + "before the other begins").formatted(second, one.identity(), one.team(), first,
                                    one.period(), other.team(), other.period()));
        }
    }

    /** Of what accrues by the calendar, the owned model units. */
    public List<Commitment> commitments() {
        return standing.stream().filter(Commitment.class::isInstance).map(Commitment.class::cast).toList();
    }
}
