/** Work in slices, so that the page stays quick under the reader's finger. */

/** Milliseconds of one slice: a quarter of what is a long task, as phones are slower than they say; each way given costs, too. */
const SLICE = 12;
/** Those of the first, each other being twice as long as the one before: a worker's start waits for a pause of this thread. */
const FIRST = 3;

/**
 * Runs work that pauses now and then, giving way to the page at a pause once a slice is over.
 *
 * @param signal ends it early: the promise is rejected with the signal's reason
 */
export async function inSlices<T>(work: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (let slice = FIRST; ; slice = Math.min(SLICE, 2 * slice)) {
    const start = performance.now();
    do {
      signal.throwIfAborted();
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() - start < slice);
    await giveWay();
  }
}

/**
 * Lets the page do what it has to do first, behind what waits already: `scheduler.yield` would come before all of that, a
 * worker's start among it.
 */
export function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { postTask?: (task: () => void) => Promise<void> } };
  if (scheduler?.postTask) return scheduler.postTask(() => {});
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Resolves when the page is idle, or a moment later where the browser does not tell. */
export function idle(view: Window): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in view) view.requestIdleCallback(() => resolve(), { timeout: 500 });
    else (view as Window).setTimeout(resolve, 50);
  });
}
