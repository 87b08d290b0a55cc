// One model's work, bought in every way: what courses teach of each option, and what is sold today.

import { attribute, byId, cell, h, place, row, rowHeader, show, text, title } from './dom.js';
import { count, exactly, percent, usd } from './format.js';
import { optionLabel } from './options.js';
import { drawDifference } from './comparison.js';

const REFRESH_MS = 10_000;
const MINUTES = 60;
const ALL = '';

const choice = byId('model-choice');
let known = '';
let chosen = null;
let askedAt = 0;

choice.addEventListener('change', () => {
  chosen = choice.value;
  askedAt = 0;
  drawOneModel(null);
});

/** Offers the models of a board, the dearest chosen first; asks for the chosen one now and then. */
export function drawOneModel(board) {
  if (board !== null) {
    offer(board);
  }
  const isAll = chosen === null || chosen === ALL;
  show(byId('all-models'), isAll);
  show(byId('one-model'), !isAll);
  if (!isAll && Date.now() - askedAt > REFRESH_MS) {
    askedAt = Date.now();
    ask(chosen);
  }
}

function offer({ models }) {
  const names = new Map(models.filter((line) => line.kind !== 'unknown' && line.model !== 'other')
    .map((line) => [line.model, line.name]));
  const shape = JSON.stringify([...names.keys()].sort());
  if (shape !== known) {
    known = shape;
    const options = [...names].sort(([, one], [, other]) => one.localeCompare(other));
    place(choice, [h('option', { value: ALL }, 'all models together'),
      ...options.map(([id, name]) => h('option', { value: id }, name))]);
    chosen = names.has(chosen) || chosen === ALL ? chosen : names.keys().next().value ?? null;
    choice.value = chosen ?? ALL;
  }
}

async function ask(model) {
  try {
    const query = `model=${encodeURIComponent(model)}`;
    const [options, because] = await Promise.all([
      fetch(`/api/v1/options?${query}&minutes=${MINUTES}`),
      fetch(`/api/v1/explain?${query}&window=today`, { headers: { Accept: 'text/plain' } }),
    ]);
    if (options.ok && because.ok && model === chosen) {
      drawTables(await options.json());
      text(byId('model-explained'), await because.text());
    }
  } catch { // the badge says already that the monitor does not answer
    askedAt = 0;
  }
}

function drawTables(tables) {
  const table = tables[0];
  show(byId('model-idle'), table === undefined);
  show(byId('model-table'), table !== undefined);
  if (table === undefined) {
    text(byId('model-facts'), '');
    return;
  }
  const others = tables.length > 1 ? `; also used in ${tables.slice(1).map((other) => other.region).join(', ')}` : '';
  text(byId('model-facts'), `${table.region}${others}. ${table.lifecycle}. Last ${count(table.minutes)} full minutes: `
    + `busy in ${percent(table.shape.hours_active)} of them${table.shape.continuous ? ', so continuous' : ''}, now `
    + `${usd(table.as_bought_per_hour)}/h ${table.basis}, ${percent(table.covered)} of requests priced`
    + `${[table.not_comparable, ...table.warnings].filter(Boolean).map((note) => `; ${note}`).join('')}.`);
  place(byId('model-taught-rows'), rows(table.rows.filter((line) => line.taught), table));
  place(byId('model-newer-rows'), rows(table.rows.filter((line) => !line.taught), table));
  place(byId('model-prices'), table.rows.flatMap((line) => line.prices.map((price) => priceLine(line.option, price))));
}

function rows(lines, table) {
  let above = [];
  return lines.map((line) => {
    const cells = line.cells.map((words, i) => twoFold(words, above[i]));
    above = cells.map((view) => view.node);
    return row(rowHeader(optionLabel(line.option)), ...money(line, table),
      ...cells.filter((view) => view.isHere).map((view) => view.node));
  });
}

function money(line, table) {
  if (line.usd_per_hour === null) {
    const why = cell('price', 'quiet not-sold', line.verdict);
    why.colSpan = 2;
    return [why];
  }
  const quoted = cell('by this option', 'r num', `${usd(line.usd_per_hour)}/h`);
  title(quoted, exactly(line.usd_per_hour));
  const difference = cell('difference', 'r num');
  if (table.not_comparable === null) {
    drawDifference(difference, Number(table.as_bought_per_hour), Number(line.usd_per_hour));
  } else {
    text(difference, '–');
    title(difference, table.not_comparable);
  }
  if (line.break_even !== null) {
    difference.append(h('small', {}, line.break_even));
  }
  return [quoted, difference];
}

/** The cell above is made longer where it says the same. */
function twoFold(words, above) {
  const key = `${words.as_taught}\n${words.as_sold}`;
  if (above !== undefined && above.dataset.said === key) {
    above.rowSpan += 1;
    return { node: above, isHere: false };
  }
  const taught = words.as_taught === '' ? [] : [h('span', { class: 'taught' }, words.as_taught)];
  const node = cell(words.aspect, 'words', h('div', {}, ...taught, h('span', { class: 'as-sold' }, words.as_sold)));
  attribute(node, 'data-said', key);
  return { node, isHere: true };
}

function priceLine(option, price) {
  const amount = price.list_unit_price === price.contracted_unit_price
    ? `$${price.list_unit_price}`
    : `$${price.contracted_unit_price} contracted, $${price.list_unit_price} at list`;
  const certain = price.certain ? '' : ' Not certain today.';
  return h('li', {}, optionLabel(option, true), ` ${price.measure.replaceAll('_', ' ')} ${price.context} ${amount} per `
    + `${price.per}: ${price.source}, ${price.seen}, ${price.evidence.replaceAll('_', ' ')}.${certain}`);
}
