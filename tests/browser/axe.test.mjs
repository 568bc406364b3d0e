/** axe-core finds no violation in the badge, the panel's tabs, the card and the reading view, nor on the demo page. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { attach, open, root } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const on = stage();
/** @type {Awaited<ReturnType<typeof serve>>} */
let demo;

before(async () => {
  demo = await serve({ "/": `${root}dist/demo` });
});
after(async () => {
  await demo?.close();
});

const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, "utf8");

/**
 * What axe-core finds wrong in a part of the page: the rule, and the elements.
 * @param {import("playwright-core").Page} page
 * @param {string[][]} [include] parts of the page, through shadow roots
 */
function violations(page, include) {
  return page.evaluate(
    async ({ source, parts }) => {
      if (!("axe" in window)) new Function(source)();
      const context = parts ? { include: parts.map((part) => ({ fromShadowDom: part })) } : document;
      const found = await /** @type {any} */ (window).axe.run(context);
      return found.violations.map((/** @type {any} */ { id, nodes }) => [
        id,
        ...nodes.map((/** @type {any} */ { html }) => html.slice(0, 160)),
      ]);
    },
    { source: axe, parts: include },
  );
}

for (const [name, colors] of [
  ["wordpress", "light"],
  ["dark", "dark"],
]) {
  for (const language of ["ar", "en"]) {
    test(`badge, panel and card on a ${colors} page, in ${language}`, async () => {
      const page = await open(on.browser, `${on.url}${name}.html`);
      await page.setViewportSize({ width: 1280, height: 900 });
      await attach(page, on.script, { language, open: true });
      const margin = page.locator("hamish-margin");
      for (const tab of ["quotes", "names", "values", "view"]) {
        await margin.locator(`#to-${tab}`).click();
        assert.deepEqual(await violations(page, [["hamish-margin", ".margin"]]), [], tab);
      }
      await margin.locator("#to-quotes").click();
      await margin.locator("input[type=search]").fill("ال");
      await margin.locator(".search .count").waitFor();
      await margin.locator("a.quote, .group a").first().focus();
      await page.keyboard.press("Enter");
      await margin.locator(".card:focus").waitFor();
      assert.deepEqual(await violations(page, [["hamish-margin", ".margin"]]), [], "card");
      await page.keyboard.press("Escape");
      await margin.locator("#to-view").click();
      await margin.locator(".wide").click();
      await margin.locator("dialog.reader").waitFor();
      assert.deepEqual(await violations(page, [["hamish-margin", ".margin"]]), [], "reading view");
      await page.close();
    });
  }
}

const ready = { articles: "hamish-margin .badge", text: "[role=tabpanel]:visible", tools: ".map" };
for (const [view, part] of Object.entries(ready)) {
  for (const theme of ["light", "dark"]) {
    test(`the demo's ${view} view, ${theme}`, async () => {
      const context = await on.browser.newContext({ colorScheme: /** @type {"light" | "dark"} */ (theme) });
      const page = await open(context, `${demo.url}#${view}`);
      await page.locator(part).waitFor();
      assert.deepEqual(await violations(page), []);
      await context.close();
    });
  }
}
