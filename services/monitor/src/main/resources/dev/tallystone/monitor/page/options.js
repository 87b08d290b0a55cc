// How options and modes are called, coloured and ordered. A name that AWS invents tomorrow is shown as it comes.

import { h } from './dom.js';

const NAMES = {
  ON_DEMAND: 'On-Demand',
  BATCH: 'Batch',
  FLEX: 'Flex',
  PRIORITY: 'Priority',
  LATENCY_OPTIMIZED: 'Latency-optimised',
  PROVISIONED_NONE: 'Provisioned, no commitment',
  PROVISIONED_1MO: 'Provisioned, 1 month',
  PROVISIONED_6MO: 'Provisioned, 6 months',
  RESERVED_1MO: 'Reserved, 1 month',
  RESERVED_3MO: 'Reserved, 3 months',
  PROVISIONED: 'Owned units',
  RESERVED: 'Reserved',
  ULTRAFAST: 'Ultrafast',
};

const SHORT = { PROVISIONED_NONE: 'Prov.', PROVISIONED_1MO: 'Prov. 1 mo', PROVISIONED_6MO: 'Prov. 6 mo' };

/** As people learn them, then the newer tiers. */
export const TAUGHT = ['ON_DEMAND', 'BATCH', 'PROVISIONED_NONE', 'PROVISIONED_1MO', 'PROVISIONED_6MO'];
export const NEWER = ['FLEX', 'PRIORITY', 'LATENCY_OPTIMIZED', 'RESERVED_1MO', 'RESERVED_3MO'];

const ORDER = [...TAUGHT, ...NEWER];

/** Sorts entries of a map of options. */
export const byOrder = ([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other);

export const isProvisioned = (option) => option.startsWith('PROVISIONED');

export const optionName = (option) => NAMES[option] ?? option.toLowerCase().replaceAll('_', ' ');

export const optionShort = (option) => SHORT[option] ?? optionName(option);

/** A mark in the option's colour; units bought by the hour are squares, filled by how long they bind. */
export function swatch(option) {
  const known = option in NAMES ? option.toLowerCase().replaceAll('_', '-') : 'other';
  return h('span', { class: `swatch swatch-${known}`, 'aria-hidden': 'true' });
}

/** Mark and name. */
export function optionLabel(option, short = false) {
  return h('span', { class: 'option', title: short ? optionName(option) : undefined }, swatch(option),
    short ? optionShort(option) : optionName(option));
}
