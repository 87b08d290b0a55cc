// Sums over quantities, which are objects of measure and number; what did not occur is absent.

const CACHE_WRITES = ['cache_write', 'cache_write_5m', 'cache_write_30m', 'cache_write_1h'];

const amount = (quantities, measure) => quantities[measure] ?? 0;

/** Prompt tokens that were not read from a cache. */
export const tokensIn = (quantities) => CACHE_WRITES.reduce((sum, measure) => sum + amount(quantities, measure),
  amount(quantities, 'input'));

export const tokensCached = (quantities) => amount(quantities, 'cache_read');

export const tokensOut = (quantities) => amount(quantities, 'output');

export const tokens = (quantities) => tokensIn(quantities) + tokensCached(quantities) + tokensOut(quantities);

export const images = (quantities) => amount(quantities, 'images');

export const requests = (quantities) => amount(quantities, 'requests');

/** Every measure, for a tooltip. */
export const inFull = (quantities) => Object.entries(quantities).map(([measure, n]) => `${measure} ${n}`).join('\n');
