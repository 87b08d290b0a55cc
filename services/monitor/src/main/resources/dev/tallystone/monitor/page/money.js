// Money of which a part may have no price. That part is named, and never shown as $0.

import { cell, h, place, text, texts, title } from './dom.js';
import { exactly, usd } from './format.js';

/**
 * A cell of a table. `update(money, instead)` shows `instead` where nothing is paid by the call. The reasons are in the
 * tooltip, and in one cell of each line in plain sight.
 */
export function moneyCell(heading, { isMain = false } = {}) {
  const amount = h('span', { class: 'num' });
  const badge = h('span', { class: 'tag tag-unpriced' }, 'unpriced');
  const reasons = h('ul', { class: 'reasons' });
  const node = cell(heading, isMain ? 'r strong' : 'r');

  function update(money, instead) {
    const isWhole = money.unpriced.length === 0;
    const isNothing = Number(money.effective_cost) === 0;
    text(badge, isNothing ? 'unpriced' : '+ unpriced');
    badge.title = money.unpriced.join('\n');
    text(amount, instead && isWhole && isNothing ? instead : usd(money.effective_cost));
    title(amount, exactly(money.effective_cost));
    texts(reasons, isMain ? money.unpriced : []);
    place(node, isWhole ? [amount] : isNothing ? [badge, reasons] : [amount, badge, reasons]);
  }

  return { node, update };
}
