/** The article, nothing else: one page per trap. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { attach, expected, open, root } from "./helpers.mjs";
import { stage } from "./stage.mjs";
import { empty, traps } from "./traps.mjs";

const on = stage();

/**
 * @param {string} name
 * @param {Record<string, unknown>} [options]
 */
async function read(name, options = { margin: "none" }) {
  const page = await open(on.browser, `${on.url}${name}.html`);
  await attach(page, on.script, options);
  const result = await page.evaluate(() => {
    const { handle } = /** @type {any} */ (window);
    return { text: handle.text, root: handle.root?.tagName ?? null, annotations: handle.annotations };
  });
  await page.close();
  return result;
}

describe("pages", { concurrency: 3 }, () => {
  for (const [name, trap] of Object.entries(traps)) {
    test(`${name}: ${trap}`, async () => {
      const { text, annotations } = await read(name);
      assert.deepEqual(text.split("\n"), expected(name));
      assert.equal(annotations.language, "ar");
    });
  }

  for (const name of empty) {
    test(`${name}: no article, nothing painted`, async () => {
      assert.deepEqual(await read(name), { text: "", root: null, annotations: null });
    });
  }
});

test("frame: the article of a frame of the same origin", async () => {
  const { text } = await read("frame");
  assert.deepEqual(text.split("\n"), expected("dark"));
});

test("selector: what the publisher says is read", async () => {
  const { text, root } = await read("wordpress", { margin: "none", selector: ".related-posts" });
  assert.equal(root, "SECTION");
  assert.match(text, /^مواضيع ذات صلة\nوزير الطاقة/);
});

test("windows-1256: a script that comes without its encoding speaks Arabic all the same", async () => {
  const page = await open(on.browser, `${on.url}windows-1256.html`);
  const body = readFileSync(`${root}dist/embed/hamish.js`);
  await page.route("**/hamish.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  await attach(page, on.script, { open: true });
  await page.locator("hamish-margin h2", { hasText: "هامش المقال" }).waitFor();
  assert.deepEqual(
    await page.evaluate(() => /** @type {any} */ (window).handle.text.split("\n")),
    expected("windows-1256"),
  );
  await page.close();
});
