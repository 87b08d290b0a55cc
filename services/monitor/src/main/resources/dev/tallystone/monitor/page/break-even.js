// How near an option is to paying: its cost now over its own cost, on a scale where 1.0 is the line.

import { attribute, h, text } from './dom.js';
import { ratio } from './format.js';

const SCALE_END = 2;

export function breakEvenBar() {
  const fill = h('span', { class: 'bar-fill' });
  const words = h('p', { class: 'num' });
  const scale = h('div', { class: 'bar', 'aria-hidden': 'true' }, fill, h('span', { class: 'bar-line' }));
  const node = h('div', { class: 'break-even' }, words, scale,
    h('div', { class: 'bar-scale', 'aria-hidden': 'true' }, h('span', {}, '0'), h('span', {}, '1.0 breaks even'),
      h('span', {}, `${SCALE_END}+`)));

  /** How sure the value is: `known`, an upper `bound`, or of a `custom` model, which has no other way to buy. */
  function update(breakEven, kind) {
    const value = Number(breakEven);
    const width = `${Math.min(value / SCALE_END, 1) * 100}%`;
    if (fill.style.width !== width) {
      fill.style.width = width;
    }
    attribute(node, 'class', `break-even ${value > 1 ? 'pays' : 'pays-not'}`);
    const ratioText = `Break-even ratio ${ratio(value)}: `;
    text(words, kind === 'custom'
      ? `${ratioText}what is owned costs ${ratio(value)} times as much as what is needed`
      : `${ratioText}it costs ${ratio(value)} times as much as it would then, so it `
        + (value <= 1 ? 'does not pay' : kind === 'bound' ? 'would pay, if all of that could wait' : 'pays'));
  }

  return { node, update };
}
