/** The same page layer in Firefox. */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { browser as browserPath } from "../../tools/setup.mjs";
import { expected, root, servePages } from "./helpers.mjs";

/** @type {import("puppeteer-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof servePages>>} */
let server;

before(async () => {
  mkdirSync(`${root}dist/screenshots`, { recursive: true });
  const executablePath = browserPath("firefox");
  [browser, server] = await Promise.all([
    puppeteer.launch({ browser: "firefox", executablePath, headless: true, args: ["--no-remote"] }),
    servePages(),
  ]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

for (const name of ["dark", "wordpress", "shadow", "no-worker"]) {
  test(`${name}: read, painted, untouched, left as it was`, async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 1200 });
    await page.goto(`${server.url}${name}.html`, { waitUntil: "domcontentloaded" });
    const seen = await page.evaluate(async (src) => {
      const element = document.createElement("script");
      element.src = src;
      element.dataset.manual = "";
      await new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.head.append(element);
      });
      const { hamish } = /** @type {any} */ (window);
      let changes = 0;
      const observer = new MutationObserver((records) => {
        changes += records.length;
      });
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      const wasm = new URL("hamish_bg.wasm", src).href;
      const handle = await hamish.attach(document, { wasm, worker: src, margin: "none" });
      Object.assign(window, { handle });
      const painted = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
      return { text: handle.text, painted, changes: changes + observer.takeRecords().length };
    }, `${server.url}dist/embed/hamish.js`);
    assert.deepEqual(seen.text.split("\n"), expected(name));
    assert.ok(seen.painted > 3);
    assert.equal(seen.changes, 0);
    await page.screenshot({ path: `${root}dist/screenshots/firefox-${name}.png` });
    const left = await page.evaluate(() => {
      /** @type {any} */ (window).handle.detach();
      return [CSS.highlights.size, document.adoptedStyleSheets.length];
    });
    assert.deepEqual(left, [0, 0]);
    await page.close();
  });
}
