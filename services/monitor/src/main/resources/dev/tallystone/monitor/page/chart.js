// The burn rate of the last ten minutes, collected by this page from the stream.

import uPlot from '/vendor/uPlot.esm.js';
import { attribute, byId, h, show, text } from './dom.js';
import { clock, duration, usd } from './format.js';

const SPAN_S = 600;
const FIRST_SPAN_S = 60;
const GAP_S = 6;
const HEIGHT = 225;
const SUMMARY_EVERY_MS = 10_000;

const themed = (name) => () => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** `add(ms, actual, saving)` takes a point, `draw()` shows what there is. */
export function createChart(parent) {
  const times = [];
  const actuals = [];
  const followed = [];
  let summarisedAt = 0;
  let hovered = null;

  const axis = (more) => ({
    stroke: themed('--quiet'),
    grid: { stroke: themed('--rule'), width: 1 },
    ticks: { show: false },
    font: '11px system-ui, sans-serif',
    ...more,
  });

  const plot = new uPlot({
    width: 300,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    padding: [10, 26, 0, 0],
    scales: {
      x: { time: true, range: span },
      y: { range: (_, __, max) => [0, max > 0 ? max * 1.15 : 1] },
    },
    axes: [
      axis({ space: 80, size: 28, values: (_, splits) => splits.map((s) => label(s)) }),
      axis({ size: 58, space: 36, values: (_, splits) => splits.map((value) => usd(value).replace(/\.00$/, '')) }),
    ],
    series: [
      {},
      { stroke: themed('--ink'), width: 3, points: { show: false } },
      { stroke: themed('--save'), width: 2, dash: [7, 5], points: { show: false } },
    ],
    bands: [{ series: [1, 2], fill: themed('--save-wash') }],
    hooks: {
      setCursor: [(chart) => {
        hovered = chart.cursor.idx ?? null;
        drawLegend();
      }],
    },
  }, [times, actuals, followed], parent);

  function label(seconds) {
    const at = new Date(seconds * 1000);
    return at.getSeconds() === 0 ? clock(at) : `${clock(at)}:${String(at.getSeconds()).padStart(2, '0')}`;
  }

  /** Grows with what was collected, up to ten minutes. */
  function span() {
    const now = Date.now() / 1000;
    const first = times[0] ?? now;
    return [Math.max(now - SPAN_S, Math.min(first, now - FIRST_SPAN_S)), now];
  }

  function add(ms, actual, saving) {
    const at = ms / 1000;
    const last = times.at(-1);
    if (last !== undefined && at <= last) {
      return; // the clock was set back
    }
    if (last !== undefined && at - last > GAP_S) {
      push(last + 0.001, null, null);
    }
    const rest = actual - saving;
    push(at, actual, saving > 0 && rest >= 0 ? rest : null);
    const old = times.findIndex((time) => time >= at - SPAN_S);
    for (const series of [times, actuals, followed]) {
      series.splice(0, old);
    }
  }

  function push(at, actual, rest) {
    times.push(at);
    actuals.push(actual);
    followed.push(rest);
  }

  function draw() {
    plot.setData([times, actuals, followed]);
    drawLegend();
    if (Date.now() - summarisedAt > SUMMARY_EVERY_MS) {
      summarisedAt = Date.now();
      attribute(parent, 'aria-label', summary());
    }
    if (parent.parentElement.querySelector('details').open) {
      drawRows();
    }
  }

  function drawLegend() {
    const at = hovered !== null && hovered < times.length ? hovered : times.length - 1;
    if (at < 0 || actuals[at] === null) {
      return;
    }
    text(byId('legend-actual'), usd(actuals[at]));
    text(byId('legend-followed'), followed[at] === null ? '' : usd(followed[at]));
    show(byId('legend-followed-item'), followed.some((value) => value !== null));
    text(byId('legend-time'), at === times.length - 1 ? '' : `at ${label(Math.round(times[at]))}`);
  }

  function summary() {
    const known = actuals.filter((value) => value !== null);
    const length = duration((times.at(-1) - times[0]) * 1000);
    const rest = followed.at(-1) ?? null;
    return `Burn rate over the last ${length}: now ${usd(known.at(-1))} an hour, lowest ${usd(Math.min(...known))}, `
      + `highest ${usd(Math.max(...known))}.`
      + (rest === null ? '' : ` If all standing advice were followed, ${usd(rest)} an hour now.`);
  }

  /** The last point of each minute, newest first. */
  function drawRows() {
    const byMinute = new Map();
    times.forEach((time, i) => {
      if (actuals[i] !== null) {
        byMinute.set(Math.floor(time / 60), i);
      }
    });
    byId('chart-rows').replaceChildren(...[...byMinute.values()].reverse().map((i) => h('tr', {},
      h('td', {}, clock(times[i] * 1000)),
      h('td', { class: 'r num' }, usd(actuals[i])),
      h('td', { class: 'r num' }, followed[i] === null ? '–' : usd(followed[i])))));
  }

  new ResizeObserver(() => {
    if (parent.clientWidth > 0) {
      plot.setSize({ width: parent.clientWidth, height: HEIGHT });
    }
  }).observe(parent);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plot.redraw());

  return { add, draw };
}
