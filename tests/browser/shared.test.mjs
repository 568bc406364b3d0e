/** The repository's pages and real ones, where they lie beside it: attached, painted, shot, the real ones' texts written down. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { attach, open, root } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const own = `${root}tests/browser/pages`;
const shared = `${root}../shared/data/pages`;
const folders = existsSync(shared) ? { own, shared } : { own };
const without = ["home", "search", "section", "not-found"];
const unpainted = ["english", "no-wasm"];

const on = stage({ "/shared/": shared, "/own/": own });
/** @type {string[]} */
const lines = [];

before(async () => {
  mkdirSync(`${root}dist/screenshots`, { recursive: true });
});
after(async () => {
  writeFileSync(`${root}dist/pages.ndjson`, lines.map((line) => `${line}\n`).join(""));
});

const pages = Object.entries(folders).flatMap(([folder, path]) =>
  readdirSync(path)
    .filter((name) => name.endsWith(".html"))
    .map((name) => [folder, name.slice(0, -".html".length)]),
);
describe("pages", { concurrency: 3 }, () => {
  for (const [folder, name = ""] of pages) {
    test(`${name}: found, painted, its own DOM the same`, async () => {
      const page = await open(on.browser, `${on.url}${folder}/${name}.html`);
      await page.setViewportSize({ width: 1000, height: 1400 });
      await page.waitForTimeout(150);
      await attach(page, on.script, {
        margin: "none",
        selector: "no-such-element",
      });
      const found = await page.evaluate(async () => {
        const { hamish, handle: first } = /** @type {any} */ (window);
        first.detach();
        const script =
          performance.getEntriesByType("resource").find(({ name: at }) => at.endsWith("hamish.js"))?.name ??
          "";
        /** @type {MutationRecord[]} */
        const changes = [];
        const observer = new MutationObserver((records) => void changes.push(...records));
        const before = document.querySelectorAll("body *").length;
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        const handle = await hamish.attach(document, {
          wasm: new URL("hamish_bg.wasm", script).href,
          worker: script,
        });
        changes.push(...observer.takeRecords());
        const view = handle.root?.ownerDocument.defaultView ?? window;
        const painted = [...view.CSS.highlights.entries()].filter(
          ([key, { size }]) => key.startsWith("hamish-") && size > 0,
        );
        handle.root?.scrollIntoView();
        return {
          text: handle.text,
          article: handle.root !== null,
          minutes: handle.annotations?.readingTime.minutes,
          painted: painted.length,
          changes: changes.length,
          added: document.querySelectorAll("body *").length - before,
        };
      });
      await page.screenshot({ path: `${root}dist/screenshots/${name}.png` });
      await page.close();
      // What is scored is the body: the headline is the first line.
      if (folder === "shared")
        lines.push(JSON.stringify({ id: name, text: found.article ? found.text : null }));
      assert.equal(found.article, !without.includes(name));
      assert.deepEqual({ changes: found.changes, added: found.added }, { changes: 0, added: 0 });
      if (!found.article) return;
      assert.equal(found.painted > 0, !unpainted.includes(name));
      assert.ok((found.minutes ?? 0) >= 0);
    });
  }
});
