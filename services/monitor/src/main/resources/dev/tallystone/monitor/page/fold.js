// Shows the first lines of a long table, and the others on demand.

import { place, show, text } from './dom.js';
import { count } from './format.js';

const FIRST = 25;

/** Takes all rows at every board, and gives them back to the table as far as they are wanted. */
export function foldable(table, more, what) {
  let rows = [];
  let isOpen = false;

  function draw() {
    place(table, isOpen ? rows : rows.slice(0, FIRST));
    show(more, rows.length > FIRST);
    text(more, isOpen ? `show the first ${FIRST}` : `show all ${count(rows.length)} ${what}`);
  }

  more.addEventListener('click', () => {
    isOpen = !isOpen;
    draw();
  });
  return (next) => {
    rows = next;
    draw();
  };
}
