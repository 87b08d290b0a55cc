// One recommendation, with everything it rests on.

import { attribute, h, place, show, text, texts, title, views } from './dom.js';
import { count, duration, exactly, moment, percent, plural, ratio, usd, usdPerMonth, utc } from './format.js';
import { isProvisioned, optionLabel, optionName } from './options.js';
import { breakEvenBar } from './break-even.js';

const BASIS = {
  CONFIRMED: ['confirmed', 'the records themselves prove it'],
  CONDITIONAL: ['conditional', 'rests on an assumption that you must check'],
  UPPER_BOUND: ['upper bound', 'at most so much: nothing proves that it is possible, and it never alerts'],
};

/** Only advice on a custom model tells of owned units: nothing else serves it, so it is not measured by On-Demand. */
const isCustom = ({ evidence }) => evidence.owned_units !== null;

/** The subject and the option of a card never change; all else does. */
export function adviceCard({ advice: first }) {
  const { subject, option, basis } = first;
  const custom = isCustom(first);
  const name = h('h3', {});
  const amount = h('span', { class: 'num' });
  const perMonth = h('span', { class: 'num' });
  const share = h('span', { class: 'num' });
  const saving = h('p', { class: 'saving' }, 'saves ', h('b', {}, amount, '/month'), ' ',
    h('span', { class: 'quiet' }, perMonth, '/h · ', share));
  const loss = h('p', { class: 'saving loss' });
  const mark = h('span', { class: 'mark', 'aria-hidden': 'true' });
  const status = h('span', {});
  const because = h('p', { class: 'because' });
  const [basisName, basisMeaning] = BASIS[basis] ?? [basis.toLowerCase(), ''];
  const evidence = evidenceView(option, custom);

  const node = h('article', { class: 'card' },
    h('div', { class: 'card-head' },
      h('div', {}, name, h('p', { class: 'id' }, subject.region, ' · account ', subject.account)),
      h('p', { class: 'switch' }, optionLabel(custom ? 'PROVISIONED' : 'ON_DEMAND'),
        h('span', { class: 'arrow' }, ' → '), optionLabel(option))),
    saving, loss,
    h('p', { class: 'status' }, mark, status),
    because,
    h('p', { class: 'basis' }, h('span', { class: `tag tag-${basis.toLowerCase().replaceAll('_', '-')}` }, basisName),
      ' ', basisMeaning),
    evidence.node);

  function update({ advice, name: modelName, stands, isPending }) {
    text(name, custom ? `Custom model ${subject.model.split('/').at(-1)}` : modelName);
    title(name, subject.model);
    const pays = Number(advice.saving_per_hour) > 0;
    show(saving, pays);
    show(loss, !pays && !(custom && Number(advice.saving_per_hour) === 0));
    text(saving.firstChild, basis === 'UPPER_BOUND' ? 'at most ' : 'saves ');
    text(amount, usdPerMonth(advice.saving_per_hour));
    text(perMonth, usd(advice.saving_per_hour));
    title(perMonth, exactly(advice.saving_per_hour));
    text(share, `${percent(advice.saving_ratio)} of its cost`);
    text(loss, `${custom ? 'what is needed costs' : 'does not pay: would cost'} `
      + `${usd(-Number(advice.saving_per_hour))}/h more`);
    attribute(node, 'class', `card ${stands ? 'card-stands' : isPending ? 'card-pending' : 'card-rest'}`);
    text(mark, stands ? '✓' : isPending ? '◔' : '○');
    text(status, statusText(advice, stands, isPending, pays));
    title(status, advice.stands_since === null ? '' : utc(advice.stands_since));
    text(because, sentence(advice.because));
    evidence.update(advice);
  }

  return { node, update };
}

function statusText(advice, stands, isPending, pays) {
  if (stands) {
    const since = duration(Date.now() - new Date(advice.stands_since));
    return `stands since ${moment(advice.stands_since)} (${since}), from ${minutesOf(advice)} of traffic`;
  }
  if (isPending) {
    return 'not yet: large enough now, but has not held for long enough';
  }
  if (advice.basis === 'UPPER_BOUND') {
    return 'not advised: ask the callers first';
  }
  if (isCustom(advice)) {
    return 'not advised: what is owned is enough';
  }
  return pays ? 'not advised: too small to be worth a switch, or not for long enough' : 'not advised: stay';
}

const minutesOf = ({ evidence }) => plural(evidence.full_minutes, 'full minute');

const sentence = (words) => words.charAt(0).toUpperCase() + words.slice(1);

function evidenceView(option, custom) {
  const facts = h('dl', { class: 'facts' });
  const bar = breakEvenBar();
  const prices = h('ul', {});
  const assumptions = h('ul', {});
  const alternatives = h('ul', {});
  const lines = views(([term]) => term, ([term]) => factView(term));
  const others = views((other) => other.option, (other) => alternativeView(other.option));
  const alternativesPart = h('div', {}, h('h4', {}, 'Also weighed'), alternatives);
  const node = h('details', { class: 'evidence' }, h('summary', {}, 'evidence, prices, assumptions'), facts, bar.node,
    h('h4', {}, 'Prices used'), prices, h('h4', {}, 'Assumptions to check'), assumptions, alternativesPart);

  function update({ evidence, alternatives: weighed, basis }) {
    place(facts, lines(factsOf(evidence, option)));
    bar.update(evidence.break_even, custom ? 'custom' : basis === 'UPPER_BOUND' ? 'bound' : 'known');
    texts(prices, evidence.prices);
    texts(assumptions, evidence.assumptions);
    place(alternatives, others(weighed));
    show(alternativesPart, weighed.length > 0);
  }

  return { node, update };
}

function factsOf(evidence, option) {
  const facts = [
    ['looked at', `${minutesOf({ evidence })} of the last day; ${count(evidence.missing_minutes)} missing`],
    [evidence.owned_units === null ? 'all of it costs, on average' : 'costs now', `${usd(evidence.cost_per_hour)}/h`],
    [evidence.owned_units !== null ? 'with what is needed'
      : option === 'BATCH' ? 'with what can wait by Batch' : `by ${optionName(option)}`,
      `${usd(evidence.option_per_hour)}/h`],
  ];
  if (isProvisioned(option)) {
    facts.push(
      ['units for every minute', `${count(evidence.units)}, used to ${percent(evidence.utilisation)} on average`],
      ['units for 95 of 100 minutes', `${count(evidence.units_for_p95)}; then ${percent(evidence.spill_at_p95)} of `
        + (evidence.owned_units === null ? 'the cost spills over to On-Demand' : 'the tokens are throttled')]);
  }
  return facts;
}

function factView(term) {
  const value = h('dd', { class: 'num' });
  return { node: h('div', {}, h('dt', {}, term), value), update: ([, next]) => text(value, next) };
}

function alternativeView(option) {
  const price = h('span', { class: 'num' });
  const whyNot = h('span', {});
  const node = h('li', {}, optionLabel(option), ' ', price, whyNot);

  function update(other) {
    text(price, other.usd_per_hour === null ? '' : `${usd(other.usd_per_hour)}/h`);
    text(whyNot, `: ${other.why_not}`);
  }

  return { node, update };
}
