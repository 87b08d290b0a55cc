// Keeps a connection to the boards, and knows how old the newest one is.

const STREAM = '/api/v1/board/stream';
const BOARD = '/api/v1/board';
const STALE_AFTER_MS = 60_000;
const SILENT_AFTER_MS = 10_000;
const LOST_AFTER_MS = 4_000;
const RETRY_MS = 2_000;

/**
 * Calls `onBoard(message)` for every board, and `onState({name, ageMs})` twice a second. Names: connecting,
 * catching-up, live, stale, lost.
 */
export function connect(onBoard, onState) {
  let open = false;
  let catchingUp = false;
  let last = null;
  let heardAt = 0;

  function hear(message) {
    heardAt = performance.now();
    catchingUp = !message.caught_up;
    if (message.caught_up) {
      last = { delayMs: message.delay_ms, stale: message.stale, at: heardAt };
      onBoard(message);
    }
    tell();
  }

  function tell() {
    const now = performance.now();
    const ageMs = last === null ? null : last.delayMs + now - last.at;
    onState({ name: name(now, ageMs), ageMs });
  }

  function name(now, ageMs) {
    if (catchingUp && now - heardAt < SILENT_AFTER_MS) {
      return 'catching-up';
    }
    if (last === null) {
      return 'connecting';
    }
    if (!open && now - heardAt > LOST_AFTER_MS) {
      return 'lost';
    }
    return last.stale || ageMs > STALE_AFTER_MS || now - heardAt > SILENT_AFTER_MS ? 'stale' : 'live';
  }

  function listen() {
    const source = new EventSource(STREAM);
    source.onopen = () => {
      open = true;
      tell();
    };
    source.onmessage = (event) => {
      open = true;
      hear(JSON.parse(event.data));
    };
    source.onerror = () => {
      open = false;
      tell();
      if (source.readyState === EventSource.CLOSED) { // refused, not broken off: the browser does not try again
        poll();
        setTimeout(listen, RETRY_MS);
      }
    };
  }

  /** The stream may be refused for want of room; a single board may still be had. */
  async function poll() {
    try {
      hear(await (await fetch(BOARD, { cache: 'no-store' })).json());
    } catch {
      tell();
    }
  }

  listen();
  setInterval(tell, 500);
}
