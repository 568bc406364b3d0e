/** A browser and the tests' pages, there while the tests of a file run. */
import { after, before } from "node:test";
import { launch, servePages } from "./helpers.mjs";

/**
 * Sets the stage before the file's tests and clears it behind them: the browser, where the pages are, the built script.
 * @param {Record<string, string>} [folders] served beside the tests' pages
 */
export function stage(folders) {
  const set = /** @type {{ browser: import("playwright-core").Browser, url: string, script: string }} */ ({});
  /** @type {Awaited<ReturnType<typeof servePages>>} */
  let server;
  before(async () => {
    [set.browser, server] = await Promise.all([launch(), servePages(folders)]);
    set.url = server.url;
    set.script = `${server.url}dist/embed/hamish.js`;
  });
  after(async () => {
    await set.browser?.close();
    await server?.close();
  });
  return set;
}
