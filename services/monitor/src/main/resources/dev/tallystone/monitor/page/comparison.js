// The comparison by which people choose: options as they are taught, then the newer ones, filled from live traffic.

import { byId, cell, place, row, rowHeader, text, title } from './dom.js';
import { count, exactly, percent, usd } from './format.js';
import { NEWER, TAUGHT, isProvisioned, optionLabel } from './options.js';

const GUIDE = [['billing', 'billing'], ['basis', 'basis'], ['strengths', 'strengths'], ['limits', 'limits'],
  ['best_use', 'best use']];
const SAME_AS_NOW = 0.0005;
const MANY_TIMES = 3;

let built = '';
let rows = new Map();

export function drawComparison({ options }) {
  const byOption = new Map(options.map((line) => [line.option, line]));
  const newer = [...NEWER, ...byOption.keys()].filter((option, i, all) => !TAUGHT.includes(option)
    && all.indexOf(option) === i && byOption.has(option));
  const taught = TAUGHT.filter((option) => byOption.has(option));
  const shape = JSON.stringify(options.map((line) => [line.option, line.guide]));
  if (shape !== built) { // words change with the program only
    built = shape;
    rows = new Map();
    place(byId('option-rows'), build(taught, byOption));
    place(byId('newer-rows'), build(newer, byOption));
  }
  for (const [option, update] of rows) {
    update(byOption.get(option));
  }
}

function build(options, byOption) {
  let above = null;
  return options.map((option) => {
    const { guide } = byOption.get(option);
    const { node, update } = optionRow(option);
    rows.set(option, update);
    const group = isProvisioned(option) && above !== null && isProvisioned(above.option) ? above : null;
    const cells = GUIDE.map(([part, heading]) => guideCell(guide[part], heading, group?.cells.get(part)));
    node.append(...cells.filter((view) => view.isHere).map((view) => view.node));
    above = { option, cells: new Map(GUIDE.map(([part], i) => [part, cells[i]])) };
    return node;
  });
}

/** The cell above is made longer where it says the same. */
function guideCell(words, heading, aboveCell) {
  if (aboveCell?.node.textContent === words) {
    aboveCell.node.rowSpan += 1;
    return { node: aboveCell.node, isHere: false };
  }
  return { node: cell(heading, 'words', words), isHere: true };
}

function optionRow(option) {
  const asBought = cell('as bought now', 'r num');
  const quoted = cell('by this option', 'r num');
  const difference = cell('difference', 'r num');
  const notSold = cell('price', 'quiet not-sold');
  notSold.colSpan = 3;
  const sold = cell('models priced so', 'quiet sold');
  const name = rowHeader(optionLabel(option));
  const node = row(name);

  function update(line) {
    const isSold = line.models_sold > 0;
    place(node, [name, ...(isSold ? [asBought, quoted, difference] : [notSold]), sold,
      ...node.querySelectorAll('.words')]);
    text(notSold, line.models_in_use === 0 ? 'nothing priced runs now' : whyNot(option));
    text(sold, `${count(line.models_sold)} of ${count(line.models_in_use)}`);
    if (isSold) {
      text(asBought, `${usd(line.as_bought)}/h`);
      title(asBought, exactly(line.as_bought));
      text(quoted, `${usd(line.quoted)}/h`);
      title(quoted, exactly(line.quoted));
      drawDifference(difference, Number(line.as_bought), Number(line.quoted));
    }
  }

  return { node, update };
}

/** A price for all that a model did is needed to compare, so a model that is sold may still lack one. */
function whyNot(option) {
  return option.startsWith('PROVISIONED')
    ? 'needs a full minute, and the capacity of a unit in the configuration'
    : 'no price, or not for all that runs here';
}

/** How much cheaper or dearer, in words beside the colour. */
export function drawDifference(difference, asBought, quoted) {
  const share = asBought === 0 ? 0 : (quoted - asBought) / asBought;
  const isSame = Math.abs(share) < SAME_AS_NOW;
  difference.className = `r num ${isSame ? 'same' : share < 0 ? 'cheaper' : 'dearer'}`;
  text(difference, isSame ? 'as now'
    : share < 0 ? `▾ ${percent(-share)} cheaper`
      : share < MANY_TIMES ? `▴ ${percent(share)} dearer`
        : `▴ ${count(quoted / asBought)} times as much`);
}
