// Who causes the cost, and what is paid by the hour whether anybody calls or not.

import { byId, cell, h, place, row, rowHeader, show, text, title, views } from './dom.js';
import { exactly, moment, percent, quantity, usd, utc } from './format.js';
import { moneyCell } from './money.js';
import { optionLabel } from './options.js';
import { inFull, requests, tokens } from './usage.js';
import { foldable } from './fold.js';

const UNALLOCATED = 'unallocated';
const KINDS = { MODEL_UNITS: 'owned units', RESERVED: 'reserved tokens', MODEL_STORAGE: 'model storage',
  IMPORT_UNITS: 'import units' };

const fill = foldable(byId('team-rows'), byId('teams-more'), 'teams');
const teamRows = views(({ line }) => line.team, teamRow);
const ownedRows = views((line) => line.id, ownedRow);

export function drawTeams({ teams }) {
  const all = teams.reduce((sum, line) => sum + Number(line.burn.effective_cost), 0);
  fill(teamRows(teams.map((line) => ({ line, share: all === 0 ? 0 : Number(line.burn.effective_cost) / all }))));
}

function teamRow({ line: { team } }) {
  const number = cell('tokens/min', 'r num');
  const burn = moneyCell('$/h', { isMain: true });
  const fillBar = h('span', { class: 'share-fill' });
  const percentText = h('span', { class: 'num' });
  const today = moneyCell('today');
  const toDate = moneyCell('to date');
  const owned = cell('owned $/h', 'r num');
  const why = team === UNALLOCATED ? [h('span', { class: 'id' }, 'no rule and no metadata names a team')] : [];
  const track = h('span', { class: 'share-track', 'aria-hidden': 'true' }, fillBar);
  const node = row(rowHeader(team, ...why), number, burn.node,
    cell('share of $/h', 'share-column', h('div', { class: 'share' }, track, percentText)), today.node, toDate.node,
    owned);

  function update({ line, share }) {
    const flow = tokens(line.last_minute);
    text(number, flow === 0 ? '–' : quantity(flow));
    title(number, inFull(line.last_minute));
    const instead = requests(line.last_minute) > 0 ? 'by the unit' : undefined; // calls on owned units cost no tokens
    burn.update(line.burn, instead);
    today.update(line.today, instead);
    toDate.update(line.to_date, instead);
    const { per_hour: hour, today: day, this_month: month } = line.standing;
    const owns = Number(month.effective_cost) !== 0 || Number(hour.effective_cost) !== 0;
    text(owned, owns ? usd(hour.effective_cost) : '–');
    title(owned, owns ? `apart from usage: today ${exactly(day.effective_cost)}, this month ${
      exactly(month.effective_cost)}` : 'owns nothing that accrues by the calendar');
    text(percentText, percent(share));
    const width = `${Math.round(share * 1000) / 10}%`;
    if (fillBar.style.width !== width) {
      fillBar.style.width = width;
    }
  }

  return { node, update };
}

export const kindName = (kind) => KINDS[kind] ?? kind;

export function drawOwned({ commitments }) {
  show(byId('owned'), commitments.length > 0);
  place(byId('owned-rows'), ownedRows(commitments));
}

function ownedRow({ id, kind, model, region, term }) {
  const amount = cell('amount', 'num');
  const owner = cell('owner');
  const perHour = cell('$/h', 'r num strong');
  const accrued = cell('accrued', 'r num');
  const renewal = cell('next renewal', 'num');
  const end = cell('ends', 'num');
  const node = row(rowHeader(id, h('span', { class: 'id' }, `${kindName(kind)}, ${model} in ${region}`)), owner, amount,
    cell('term', '', ...(term === null ? ['–'] : [optionLabel(term, true)])), perHour, accrued, renewal, end);

  function update(line) {
    text(owner, line.owner === '' ? UNALLOCATED : line.owner);
    text(amount, line.amount);
    text(perHour, usd(line.usd_per_hour));
    title(perHour, exactly(line.usd_per_hour));
    text(accrued, usd(line.accrued.effective_cost));
    title(accrued, `billed ${exactly(line.accrued.billed_cost)}; at list ${exactly(line.accrued.list_cost)}`);
    const next = line.next_renewal;
    text(renewal, next === null ? '–' : moment(next.at));
    title(renewal, next === null ? 'nothing renews' : `${utc(next.at)}, ${next.automatic
      ? 'by itself, for another term' : 'only if it is bought anew'}`);
    text(end, line.end === null ? 'open' : moment(line.end));
    title(end, `from ${utc(line.start)}${line.end === null ? '' : ` to ${utc(line.end)}`}`);
  }

  return { node, update };
}
