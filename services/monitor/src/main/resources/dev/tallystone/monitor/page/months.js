// The months that are kept or closed. Shown once one is closed: until then the figures on top say as much.

import { byId, cell, place, row, rowHeader, show, text, title } from './dom.js';
import { exactly, moment, usd } from './format.js';

const REFRESH_MS = 300_000;

let askedAt = 0;
let known = 0;

/** Asks for the months now and then, and when one more is closed: they are added up anew each time. */
export function drawMonths({ closed_months: closed }) {
  if (closed > 0 && (closed !== known || Date.now() - askedAt > REFRESH_MS)) {
    known = closed;
    askedAt = Date.now();
    ask();
  }
}

async function ask() {
  try {
    const answer = await fetch('/api/v1/months');
    const { months = [], billed_in: billedIn } = answer.ok ? await answer.json() : {};
    show(byId('months'), billedIn !== null && months.length > 0);
    place(byId('months-rows'), months.toReversed().map(line));
    text(byId('months-next'), billedIn ? `What came after a month was closed is billed in ${billedIn}.` : '');
  } catch { // the badge says already that the monitor does not answer
    askedAt = 0;
  }
}

function line({ month, state, costs, corrections, closing, unpriced_requests: unpriced }) {
  return row(rowHeader(month), cell('state', '', state.toLowerCase()), money('effective', costs.effective_cost),
    money('corrections', corrections.effective_cost), cell('remarks', 'words', remarks(closing, unpriced)));
}

function money(heading, amount) {
  const shown = cell(heading, 'r num', usd(amount));
  title(shown, exactly(amount));
  return shown;
}

function remarks(closing, unpriced) {
  const said = unpriced > 0 ? [`${unpriced} requests without a price`] : [];
  if (closing !== null) {
    said.unshift(`closed ${moment(closing.at)}, digest ${closing.digest.slice(0, 12)}`);
    said.push(...closing.incomplete.map((lack) => `accepted: ${lack}`));
    said.push(...closing.changed_files.map((file) => `${file} was changed since it was signed`));
    if (closing.withheld !== '') {
      said.push(`correction withheld: ${closing.withheld}`);
    }
    if (closing.why.length > 0) {
      said.push(`since then ${usd(closing.correction.effective_cost)}: ${closing.why.join('; ')}`);
    }
  }
  return said.join(' \u00b7 ');
}
