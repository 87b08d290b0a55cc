// What runs now: one line for each model, Region and way it is bought, dearest first as given.

import { byId, cell, h, place, row, rowHeader, text, texts, title, views } from './dom.js';
import { exactly, quantity, usd } from './format.js';
import { moneyCell } from './money.js';
import { byOrder, optionLabel } from './options.js';
import { images, inFull, requests, tokensCached, tokensIn, tokensOut } from './usage.js';
import { foldable } from './fold.js';

const FAILURES = [['THROTTLED', 'throttled'], ['SERVER_ERROR', 'server errors'], ['CLIENT_ERROR', 'client errors'],
  ['BLOCKED', 'blocked']];
const COUNTS = [[requests, 'requests/min'], [tokensIn, 'tokens in/min'], [tokensCached, 'from cache/min'],
  [tokensOut, 'tokens out/min'], [images, 'images/min']];

const fill = foldable(byId('model-rows'), byId('models-more'), 'lines');
const rows = views((line) => JSON.stringify([line.model, line.region, line.mode]), modelRow);

export function drawModels({ models }) {
  fill(rows(models));
}

function modelRow({ model, region, mode }) {
  const name = h('span', { class: 'name' });
  const id = h('span', { class: 'id' });
  const failures = h('ul', { class: 'reasons', title: 'of the last hour' });
  const numbers = COUNTS.map(() => h('span', { class: 'num' }));
  const burn = moneyCell('$/h as bought', { isMain: true });
  const today = moneyCell('today');
  const toDate = moneyCell('to date');
  const quotes = cell('$/h by other options', 'quotes');
  const quoteViews = views(([option]) => option, ([option]) => quoteView(option));
  const node = row(rowHeader(name, id),
    cell('bought as', 'bought', optionLabel(mode), h('span', { class: 'id' }, region), failures),
    ...numbers.map((number, i) => cell(COUNTS[i][1], 'r', number)),
    burn.node, quotes, today.node, toDate.node);

  function update(line) {
    const shown = line.name.startsWith('arn:') ? line.name.slice(line.name.lastIndexOf(':') + 1) : line.name;
    text(name, shown);
    text(id, shown !== model ? model : line.kind === 'unknown' ? 'not in the price book' : '');
    numbers.forEach((number, i) => {
      const value = COUNTS[i][0](line.last_minute);
      number.parentElement.classList.toggle('none', value === 0);
      text(number, value === 0 ? '–' : quantity(value));
      title(number, value === 0 ? '' : inFull(line.last_minute));
    });
    texts(failures, FAILURES.filter(([outcome]) => line.requests[outcome] > 0)
      .map(([outcome, words]) => `${quantity(line.requests[outcome])} ${words}/h`));
    const instead = mode === 'PROVISIONED' ? 'by the unit' : undefined;
    burn.update(line.burn, instead);
    today.update(line.today, instead);
    toDate.update(line.to_date, instead);
    place(quotes, quoteViews(Object.entries(line.quotes).filter(([option]) => option !== mode).sort(byOrder)));
  }

  return { node, update };
}

function quoteView(option) {
  const price = h('span', { class: 'num' });
  const node = h('span', { class: 'quote' }, optionLabel(option, true), ' ', price);

  function update([, exact]) {
    text(price, usd(exact));
    title(price, exactly(exact));
  }

  return { node, update };
}
