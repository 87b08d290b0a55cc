// How far the numbers can be believed, from the meters' own receipts.

import { attribute, byId, h, place, text, texts, title, views } from './dom.js';
import { count, duration, percent, plural, utc } from './format.js';

const checks = views((check) => check.name, checkView);
const identities = views(([term]) => term, identityView);

/** Every record that was read is tallied, a duplicate or rejected. */
const balances = (trust) => trust.records === trust.tallied + trust.duplicates + trust.rejected;

/** And every receipt followed the one before. */
export const isBalanced = (trust) => balances(trust) && trust.gaps === 0 && trust.overlaps === 0;

export function drawTrust({ board, delay_ms: delayMs, stale, published_at: publishedAt,
  rejection_reasons: meanings }) {
  const { trust, identity, folded } = board;
  for (const part of ['records', 'tallied', 'duplicates', 'rejected']) {
    text(byId(`trust-${part}`), count(trust[part]));
  }
  const difference = Math.abs(trust.records - trust.tallied - trust.duplicates - trust.rejected);
  text(byId('trust-balance'), difference === 0 ? '✓ adds up' : `✗ differs by ${count(difference)}`);
  attribute(byId('trust-balance'), 'class', `verdict ${balances(trust) ? 'good' : 'bad'}`);
  place(byId('trust-checks'), checks([
    dataAge(delayMs, stale, board.as_of),
    unpriced(board.unpriced_share),
    receipts(trust),
    many('misplaced', trust.misplaced, 'all placed by Kafka’s partitioner',
      'tallied, but placed by another partitioner: copies may lie in two partitions'),
    many('unremembered', trust.unremembered, 'a copy of any event would be recognised',
      'tallied, but a copy would count again: raise dedupe.max_ids'),
    sources(trust.newest_events, publishedAt),
    many('folded lines', folded.models + folded.teams, 'every model and team has a line of its own',
      `shown as “other”: ${plural(folded.models, 'model line')}, ${plural(folded.teams, 'team')}`),
    deadLetters(trust, meanings),
  ]));
  place(byId('trust-identity'), identities([
    ['price book', `${identity.book_name} · ${identity.book_digest}`],
    ['configuration', identity.config_digest],
    ['board', identity.digest],
    ['as of', utc(board.as_of)],
    ['counted since', utc(trust.counted_since)],
  ]));
}

const dataAge = (delayMs, stale, asOf) => ({
  name: 'data age', isGood: !stale, value: duration(delayMs),
  lines: ['our own delay; that of the sources comes before it'], hint: `as of ${utc(asOf)}`,
});

const unpriced = (share) => ({
  name: 'unpriced', isGood: Number(share) === 0, value: percent(share),
  lines: ['of the last hour’s requests have no known cost'],
});

const receipts = ({ gaps, overlaps }) => ({
  name: 'receipts', isGood: gaps === 0 && overlaps === 0,
  value: gaps === 0 && overlaps === 0 ? 'no gap' : [gaps > 0 ? plural(gaps, 'gap') : '', overlaps > 0
    ? plural(overlaps, 'overlap') : ''].filter(Boolean).join(', '),
  lines: gaps > 0 ? ['events between two receipts are missing']
    : overlaps > 0 ? ['receipts for events that stood here already were refused']
      : ['each follows the one before'],
});

/** Each reason by the code that metrics, alerts and the topic know it by, and what it means. */
const deadLetters = ({ records, rejected, dead_letters: byReason }, meanings) => ({
  name: 'dead letters', isGood: rejected === 0, isLong: rejected > 0,
  value: rejected === 0 ? '0' : `${count(rejected)} (${percent(rejected / records)}): not counted, in no total`,
  lines: rejected === 0 ? ['nothing was rejected'] : [],
  reasons: Object.entries(byReason).sort((a, b) => b[1] - a[1])
    .map(([code, n]) => ({ code, n, meaning: meanings[code] ?? '' })),
});

const many = (name, n, good, bad) => ({ name, isGood: n === 0, value: count(n), lines: [n === 0 ? good : bad] });

const sources = (newest, publishedAt) => ({
  name: 'newest event', isGood: null,
  value: Object.keys(newest).length === 0 ? 'none' : '',
  lines: Object.entries(newest).map(([source, at]) => `${source.toLowerCase().replaceAll('_', ' ')}: `
    + `${duration(new Date(publishedAt) - new Date(at))} ago`),
});

function checkView({ name }) {
  const mark = h('span', { class: 'mark', 'aria-hidden': 'true' });
  const value = h('b', { class: 'num' });
  const lines = h('ul', {});
  const reasons = h('ul', {});
  const reasonViews = views(({ code }) => code, reasonView);
  const node = h('li', {}, h('h3', {}, mark, name), value, lines, reasons);

  function update(check) {
    text(mark, check.isGood === null ? '·' : check.isGood ? '✓' : '!');
    attribute(node, 'class', (check.isGood === null ? 'neutral' : check.isGood ? 'good' : 'bad')
      + (check.isLong ? ' long' : ''));
    title(node, check.hint);
    text(value, check.value);
    texts(lines, check.lines);
    place(reasons, reasonViews(check.reasons ?? []));
  }

  return { node, update };
}

function reasonView({ code, meaning }) {
  const number = h('span', { class: 'num' });
  const node = h('li', { class: 'reason' }, h('span', {}, h('code', {}, code), ' ', number), h('span', {}, meaning));
  return { node, update: ({ n }) => text(number, count(n)) };
}

function identityView([term]) {
  const value = h('dd', {});
  return { node: h('div', {}, h('dt', {}, term), value), update: ([, next]) => text(value, next) };
}
