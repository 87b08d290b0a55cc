// Numbers, money and times as people read them. Rounding happens here and nowhere before.

const THIN = '\u202f';
const MINUS = '\u2212';
export const HOURS_PER_MONTH = 730;

/** Group by thousands: 1 234 567. */
export function count(value) {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, THIN);
}

/** Short: 9 876, 12.3k, 4.56M. */
export function quantity(value) {
  const number = Number(value);
  if (number < 10_000) {
    return count(number);
  }
  const [unit, by] = number < 999_500 ? ['k', 1e3] : number < 999.5e6 ? ['M', 1e6] : ['G', 1e9];
  return Number((number / by).toPrecision(3)).toLocaleString('en-US', { useGrouping: false }) + unit;
}

/** US dollars, from an exact decimal string: $0.0042, $12.34, $1,234. Small amounts keep two digits that matter. */
export function usd(exact) {
  const number = Number(exact);
  const amount = Math.abs(number);
  const sign = number < 0 ? MINUS : '';
  if (amount === 0) {
    return '$0';
  }
  if (amount < 0.000001) {
    return `${sign}under $0.000001`;
  }
  if (amount < 0.0995) {
    return `${sign}$${Number(amount.toPrecision(2)).toFixed(Math.min(7, 1 - Math.floor(Math.log10(amount))))}`;
  }
  const decimals = amount < 999.995 ? 2 : 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return `${sign}$${amount.toLocaleString('en-US', digits)}`;
}

/** What an hour comes to in a month of 730 hours, as AWS's calculator counts. */
export const usdPerMonth = (perHour) => usd(Number(perHour) * HOURS_PER_MONTH);

/** For a tooltip. */
export const exactly = (exact) => `exactly $${exact}`;

/** 0.1234 as 12 %. */
export function percent(ratio) {
  const value = Number(ratio) * 100;
  const amount = Math.abs(value);
  const digits = amount === 0 || amount >= 9.95 ? 0 : amount >= 0.095 ? 1 : 2;
  return `${value < 0 ? MINUS : ''}${amount.toFixed(digits)}${THIN}%`;
}

/** 1.25 as 1.25, 0.042 as 0.042. */
export function ratio(value) {
  const number = Number(value);
  return number === 0 ? '0' : number >= 0.1 ? number.toFixed(2) : number.toPrecision(2);
}

/** 0.8 s, 12 s, 3 min, 2 h 5 min, 4 d. */
export function duration(ms) {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 59.5) {
    return `${seconds < 9.95 ? seconds.toFixed(1) : Math.round(seconds)}${THIN}s`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) {
    return `${minutes}${THIN}min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    const rest = minutes % 60;
    return rest === 0 ? `${hours}${THIN}h` : `${hours}${THIN}h ${rest}${THIN}min`;
  }
  return `${Math.round(hours / 24)}${THIN}d`;
}

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hour12: false });
const DAY = new Intl.DateTimeFormat(undefined, {
  day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false,
});

/** Local; with the day unless it is today. */
export function moment(iso) {
  const at = new Date(iso);
  return at.toDateString() === new Date().toDateString() ? CLOCK.format(at) : DAY.format(at);
}

/** For a tooltip. */
export const utc = (iso) => new Date(iso).toISOString().replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');

export const clock = (ms) => CLOCK.format(new Date(ms));

/** 1 model, 2 models. */
export const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;
