// Where the money goes, at first glance: the dearest models and owned units, as shares of the burn rate.

import { kindName } from './teams.js';
import { byId, h, place, show, text, title, views } from './dom.js';
import { percent, plural, usd } from './format.js';

const SHOWN = 5;

const rows = views(({ key }) => key, spenderRow);

export function drawSpenders({ burn, models, commitments }) {
  const spenders = [...byModel(models), ...owned(commitments)].sort((one, other) => other.perHour - one.perHour);
  const total = Number(burn.usage.effective_cost) + Number(burn.standing.effective_cost);
  const shown = spenders.slice(0, SHOWN);
  const rest = spenders.slice(SHOWN);
  if (rest.length > 0) {
    shown.push({ key: 'rest', name: plural(rest.length, 'other'), of: '',
      perHour: rest.reduce((sum, { perHour }) => sum + perHour, 0) });
  }
  place(byId('spenders'), rows(shown.map((spender) => ({ ...spender,
    share: total === 0 ? 0 : spender.perHour / total }))));
  const unpriced = new Set(models.filter((line) => line.burn.unpriced.length > 0).map((line) => line.model));
  show(byId('spenders-none'), spenders.length === 0);
  show(byId('spenders-unpriced'), unpriced.size > 0);
  text(byId('spenders-unpriced'), `Without a price, so not or not wholly in here: ${plural(unpriced.size, 'model')}.`);
}

/** One line for each model, whatever its Region and tier. */
function byModel(models) {
  const sums = new Map();
  for (const line of models) {
    const perHour = Number(line.burn.effective_cost);
    if (perHour > 0) {
      const sum = sums.get(line.model) ?? { key: line.model, name: line.name, of: line.model, perHour: 0 };
      sum.perHour += perHour;
      sums.set(line.model, sum);
    }
  }
  return sums.values();
}

const owned = (commitments) => commitments.filter((line) => Number(line.usd_per_hour) > 0).map((line) => ({
  key: JSON.stringify(['owned', line.id]), name: `${line.id}, ${kindName(line.kind)}`, of: `${line.model} in ${line.region}`,
  perHour: Number(line.usd_per_hour) }));

function spenderRow() {
  const name = h('span', { class: 'spender-name' });
  const amount = h('b', { class: 'num' });
  const share = h('span', { class: 'num quiet' });
  const fill = h('span', { class: 'share-fill' });
  const node = h('li', {}, name, amount, share, h('span', { class: 'share-track', 'aria-hidden': 'true' }, fill));

  function update(spender) {
    text(name, spender.name);
    title(name, spender.of);
    text(amount, `${usd(spender.perHour)}/h`);
    text(share, percent(spender.share));
    const width = `${Math.round(spender.share * 1000) / 10}%`;
    if (fill.style.width !== width) {
      fill.style.width = width;
    }
  }

  return { node, update };
}
