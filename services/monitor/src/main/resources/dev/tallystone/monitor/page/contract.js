// By whose prices the money goes, said beside every figure; and which agreement ends when.

import { byId, cell, h, place, row, rowHeader, show, text, texts, title, views } from './dom.js';
import { moment, utc } from './format.js';

const rows = views((line) => line.id, agreementRow);

export function drawContract({ contract }) {
  for (const node of document.querySelectorAll('.price-basis')) {
    text(node, `· ${contract.basis}`);
  }
  for (const node of document.querySelectorAll('.price-basis-month')) {
    text(node, `· ${contract.basis_of_month}`);
  }
  text(byId('footer-basis'), contract.told);
  show(byId('contract-warnings'), contract.warnings.length > 0);
  texts(byId('contract-warnings'), contract.warnings);
  show(byId('agreements'), contract.agreements.length > 0);
  place(byId('agreement-rows'), rows(contract.agreements));
}

function agreementRow({ id, source }) {
  const scope = cell('for');
  const terms = cell('terms', 'num');
  const until = cell('until', 'num');
  const then = cell('then');
  const node = row(rowHeader(id, h('span', { class: 'id' }, source)), scope, terms, until, then);

  function update(line) {
    text(scope, line.scope);
    text(terms, line.terms);
    text(until, moment(line.until));
    title(until, `from ${utc(line.from)} to ${utc(line.until)}${line.active ? '' : '; it does not hold now'}`);
    text(then, line.followed ? 'another agreement' : 'public price');
  }

  return { node, update };
}
