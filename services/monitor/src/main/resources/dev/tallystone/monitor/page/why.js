// Why the cost changed: a waterfall whose terms add up to the change.

import { byId, cell, place, row, rowHeader, show, text, title } from './dom.js';
import { exactly, moment, usd } from './format.js';

const REFRESH_MS = 30_000;
const SHOWN = 0.005;

let askedAt = 0;

const KNOWN_MS = 180_000; // two full minutes, wherever the first begins

/** Asks for the change now and then, and draws it, once there are minutes to compare. */
export function drawWhy({ as_of: asOf, trust }) {
  const isKnown = Date.parse(asOf) - Date.parse(trust.counted_since) > KNOWN_MS;
  if (isKnown && Date.now() - askedAt > REFRESH_MS) {
    askedAt = Date.now();
    ask();
  }
}

async function ask() {
  try {
    const answer = await fetch('/api/v1/why');
    show(byId('why'), answer.ok);
    if (answer.ok) {
      draw(await answer.json());
    }
  } catch { // the badge says already that the monitor does not answer
    askedAt = 0;
  }
}

function draw({ before, after, change, terms, callers, action, basis, left_out: leftOut }) {
  text(byId('why-periods'), `${moment(after.from)} to ${moment(after.to)}, against ${moment(before.from)} to `
    + `${moment(before.to)}: ${usd(before.usd)}, then ${usd(after.usd)}, ${basis}.`);
  const most = Math.max(...terms.map((term) => Math.abs(Number(term.usd))), SHOWN);
  place(byId('why-rows'), [
    ...terms.filter((term) => Math.abs(Number(term.usd)) >= SHOWN).map((term) => line(words(term.cause), term.usd,
      term.sentence, most)),
    line('together', change, '', Math.max(most, Math.abs(Number(change)))),
  ]);
  text(byId('why-action'), action === null ? 'Nothing became dearer.' : `Look first: ${action.sentence}`);
  text(byId('why-callers'), callers.length === 0 ? '' : `Most changed: ${callers.map((mover) => `${mover.name} `
    + signed(mover.change)).join(', ')}.`);
  text(byId('why-left-out'), leftOut.length === 0 ? '' : `Not compared, for want of a price: ${leftOut
    .map((left) => left.model).join(', ')}.`);
}

const words = (cause) => cause.toLowerCase().replaceAll('_', ' ');

const signed = (amount) => `${Number(amount) > 0 ? '+' : ''}${usd(amount)}`;

function line(name, amount, sentence, most) {
  const money = cell('change', `r num ${Number(amount) > 0 ? 'dearer' : 'cheaper'}`, signed(amount));
  title(money, exactly(amount));
  const bar = document.createElement('span');
  bar.className = `why-bar ${Number(amount) > 0 ? 'up' : 'down'}`;
  bar.style.width = `${Math.round(100 * Math.abs(Number(amount)) / most)}%`;
  return row(rowHeader(name), money, cell('', 'why-track', bar), cell('because', 'words', sentence));
}
