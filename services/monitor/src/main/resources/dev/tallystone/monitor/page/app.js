// Shows every board that the monitor publishes. Drawing waits for the next frame, and rests while nobody looks.

import { connect } from './stream.js';
import { byId, show } from './dom.js';
import { drawState, drawFigures } from './figures.js';
import { drawSpenders } from './spenders.js';
import { createChart } from './chart.js';
import { drawAdvice, standingSaving } from './advice.js';
import { drawComparison } from './comparison.js';
import { drawOneModel } from './one-model.js';
import { drawModels } from './models.js';
import { drawTeams, drawOwned } from './teams.js';
import { drawContract } from './contract.js';
import { drawWhy } from './why.js';
import { drawMonths } from './months.js';
import { drawTrust } from './trust.js';

const chart = createChart(byId('chart'));
let newest = null;
let isDue = false;

function draw() {
  isDue = false;
  if (newest === null) {
    return;
  }
  const { board } = newest;
  show(byId('waiting'), false);
  show(byId('shown'), true);
  drawContract(board);
  drawFigures(board);
  drawSpenders(board);
  chart.draw();
  drawAdvice(board);
  drawComparison(board);
  drawOneModel(board);
  drawModels(board);
  drawTeams(board);
  drawOwned(board);
  drawWhy(board);
  drawMonths(newest);
  drawTrust(newest);
}

function drawSoon() {
  if (!isDue && !document.hidden) {
    isDue = true;
    requestAnimationFrame(draw);
  }
}

document.addEventListener('visibilitychange', drawSoon);

connect((message) => {
  newest = message;
  const { burn } = message.board;
  const actual = Number(burn.usage.effective_cost) + Number(burn.standing.effective_cost);
  chart.add(Date.now(), actual, standingSaving(message.board).perHour);
  drawSoon();
}, drawState);
