// The header's badges, and the figures that answer at first glance.

import { attribute, byId, show, text, texts, title } from './dom.js';
import { HOURS_PER_MONTH, count, duration, exactly, moment, percent, plural, quantity, usd, utc } from './format.js';
import { images, requests, tokens, tokensCached } from './usage.js';
import { standingSaving } from './advice.js';
import { isBalanced } from './trust.js';
import { optionName } from './options.js';

const FULL_WINDOW_S = 300;
const HOUR_MINUTES = 60;
const MINUTE_S = 60;
const LONG = 8;
const MAX_NAMED = 2;
const STATES = {
  'connecting': () => 'connecting',
  'catching-up': () => 'catching up',
  'live': (age) => `live, ${age} behind`,
  'stale': (age) => `stale, ${age} behind`,
  'lost': (age) => `no connection, ${age} behind`,
};
let spoken = '';
let burnNow = '';

/** The connection, and how old the numbers are. Numbers turn grey unless they are live. */
export function drawState({ name, ageMs }) {
  text(byId('state-text'), STATES[name](ageMs === null ? '' : duration(ageMs)));
  attribute(byId('state-badge'), 'class', `badge badge-${name}`);
  document.body.classList.toggle('not-live', name !== 'live');
  document.title = name === 'live' && burnNow ? `${burnNow}/h · Tallystone` : `(${name.replace('-', ' ')}) Tallystone`;
  if (name === 'catching-up') {
    text(byId('waiting'), 'Catching up: the monitor reads what was counted before it started. Nothing is shown until '
      + 'the sum is whole.');
  }
  if (spoken !== name) { // the age would be read out twice a second
    spoken = name;
    text(byId('state-spoken'), `data ${name.replace('-', ' ')}`);
  }
}

export function drawFigures(board) {
  drawCountsBadge(board.trust);
  drawBurn(board);
  drawSaving(board);
  drawCost(board);
  drawFlow(board);
}

function drawCountsBadge(trust) {
  const badge = byId('counts-badge');
  const good = isBalanced(trust);
  text(badge, good ? '✓ counts add up' : '✗ counts do not add up');
  attribute(badge, 'class', `badge ${good ? 'badge-good' : 'badge-bad'}`);
  show(badge, true);
}

function drawBurn({ burn, commitments }) {
  const total = Number(burn.usage.effective_cost) + Number(burn.standing.effective_cost);
  figure('burn', total);
  burnNow = usd(total);
  const notes = [];
  if (Number(burn.standing.effective_cost) !== 0) {
    const owned = commitments.filter((line) => Number(line.usd_per_hour) !== 0).map((line) => line.id);
    notes.push(`${usd(burn.usage.effective_cost)} for usage + ${usd(burn.standing.effective_cost)} for what is owned`
      + (owned.length > 0 ? `: ${owned.join(', ')}` : ''));
  }
  if (burn.seconds < FULL_WINDOW_S) {
    notes.push(burn.seconds === 0 ? 'no full ten seconds yet' : `from ${burn.seconds} s, scaled to an hour`);
  } else {
    notes.push('the last five minutes, scaled to an hour');
  }
  if (burn.usage.unpriced.length > 0) {
    notes.push('without what has no price');
  }
  lines('burn-notes', notes);
}

function drawSaving(board) {
  const saving = standingSaving(board);
  if (board.recommendations.length === 0) {
    text(byId('save'), '–');
    title(byId('save'), '');
    lines('save-notes', ['not known yet: nothing could be weighed so far']);
    return;
  }
  figure('save', saving.perHour * HOURS_PER_MONTH);
  byId('save-figure').classList.toggle('saves', saving.perHour > 0);
  title(byId('save'), 'the sum of the standing recommendations, times 730 hours');
  const notes = saving.standing === 0
    ? [saving.pending > 0 ? 'no switch stands yet' : 'no switch stands: stay as you are']
    : [`${usd(saving.perHour)}/h · ${plural(saving.standing, 'recommendation stands', 'recommendations stand')}`,
      switches(board, saving.best)];
  if (saving.minutes < HOUR_MINUTES) {
    notes.push(`from ${plural(saving.minutes, 'full minute')} of traffic: a month is a guess yet`);
  }
  if (saving.best.length < saving.standing) {
    notes.push('of two ways to buy the same work, the better one counts');
  }
  if (saving.pending > 0) {
    notes.push(`${count(saving.pending)} more may come to stand`);
  }
  lines('save-notes', notes);
}

/** The switches that save most, by name. */
function switches({ models }, best) {
  const names = new Map(models.map((line) => [line.model, line.name]));
  const named = best.slice(0, MAX_NAMED)
    .map(({ subject, option }) => `${names.get(subject.model) ?? subject.model} to ${optionName(option)}`);
  return named.join('; ') + (best.length > MAX_NAMED ? `; ${count(best.length - MAX_NAMED)} more` : '');
}

function drawCost({ today, this_month: month, to_date: toDate, since, trust, commitments }) {
  figure('cost-today', today.effective_cost);
  figure('cost-month', month.effective_cost);
  figure('cost-to-date', toDate.effective_cost);
  text(byId('since'), since === null ? 'to date' : `since ${moment(since)}`);
  title(byId('since'), since === null ? '' : `oldest event ${utc(since)}; counted since ${utc(trust.counted_since)}`);
  lines('cost-notes', [...fourCosts(month), ...(toDate.unpriced.length > 0 ? ['without what has no price'] : []),
    ...(commitments.length > 0 ? ['owned units by the calendar, calls since they are counted'] : [])]);
}

/** The other costs of this month, where they differ from the effective one. */
function fourCosts(month) {
  const others = [['list', month.list_cost], ['contracted', month.contracted_cost], ['billed', month.billed_cost]];
  return others.some(([, cost]) => Number(cost) !== Number(month.effective_cost))
    ? [`this month effective; ${others.map(([name, cost]) => `${name} ${usd(cost)}`).join(', ')}`]
    : [];
}

function drawFlow({ models, as_of: asOf, trust }) {
  const countedS = Math.floor((Date.parse(asOf) - Date.parse(trust.counted_since)) / 1000);
  text(byId('flow-h'), countedS < MINUTE_S ? `Flow, the first ${Math.max(0, countedS)} s` : 'Flow, last full minute');
  const sum = (of) => models.reduce((total, line) => total + of(line.last_minute), 0);
  const all = sum(tokens);
  for (const [id, value] of [['tokens', all], ['images', sum(images)], ['requests', sum(requests)]]) {
    text(byId(id), quantity(value));
    title(byId(id), count(value));
  }
  lines('flow-notes', all > 0 ? [`${percent(sum(tokensCached) / all)} of tokens read from caches`] : []);
}

function figure(id, exact) {
  const shown = usd(exact);
  text(byId(id), shown);
  title(byId(id), exactly(exact));
  byId(id).parentElement.classList.toggle('long', shown.length > LONG);
}

function lines(id, notes) {
  texts(byId(id), notes, 'span');
}
