// Recommendations: those that stand, those that may, and what was weighed and not advised.

import { byId, place, show, text, views } from './dom.js';
import { plural } from './format.js';
import { adviceCard } from './advice-card.js';

const key = ({ subject, option, basis }) => JSON.stringify([subject.account, subject.region, subject.model, option,
  basis]);

export const stands = (advice) => advice.stands_since !== null && advice.basis !== 'UPPER_BOUND';

const isPending = (advice) => !stands(advice) && advice.pending && advice.basis !== 'UPPER_BOUND';

const bySaving = (one, other) => Number(other.saving_per_hour) - Number(one.saving_per_hour);

/**
 * What all that stands would save, and the fewest minutes that any of it rests on. Two ways to buy the same work
 * exclude each other: the better one counts.
 */
export function standingSaving({ recommendations }) {
  const bySubject = new Map();
  const standing = recommendations.filter(stands).sort(bySaving);
  for (const advice of standing) {
    const { account, region, model } = advice.subject;
    const subject = JSON.stringify([account, region, model]);
    bySubject.set(subject, bySubject.get(subject) ?? advice);
  }
  const best = [...bySubject.values()];
  return {
    perHour: best.reduce((sum, advice) => sum + Math.max(0, Number(advice.saving_per_hour)), 0),
    standing: standing.length,
    best,
    minutes: Math.min(...standing.map((advice) => advice.evidence.full_minutes)),
    pending: recommendations.filter(isPending).length,
  };
}

const cards = views(({ advice }) => key(advice), adviceCard);

export function drawAdvice({ recommendations, models }) {
  const names = new Map(models.map((line) => [line.model, line.name]));
  const sorted = [...recommendations].sort(bySaving);
  const nodes = cards(sorted.map((advice) => ({ advice, name: names.get(advice.subject.model) ?? advice.subject.model,
    stands: stands(advice), isPending: isPending(advice) })));
  const group = (belongs) => nodes.filter((_, i) => belongs(sorted[i]));
  const standing = group(stands);
  const pending = group(isPending);
  const rest = group((advice) => !stands(advice) && !isPending(advice));

  place(byId('advice-standing'), standing);
  place(byId('advice-pending'), pending);
  place(byId('advice-rest'), rest);
  show(byId('advice-pending-group'), pending.length > 0);
  show(byId('advice-rest-group'), rest.length > 0);
  text(byId('advice-rest-count'), rest.length);
  show(byId('advice-none'), standing.length === 0);
  text(byId('advice-none'), recommendations.length === 0
    ? 'Nothing to weigh yet: advice needs full minutes of a model for which another option is sold.'
    : `Stay as you are: no switch stands. ${plural(recommendations.length, 'way was', 'ways were')} weighed.`);
}
