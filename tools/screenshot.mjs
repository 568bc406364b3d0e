/** Builds the demo and writes docs/demo.png, the picture in the README. */
import { chromium } from "playwright-core";
import { build } from "./build.mjs";
import { root } from "./run.mjs";
import { serve } from "./serve.mjs";
import { browser } from "./setup.mjs";

await build();
const { url, close } = await serve({ "/": `${root}dist/demo` });
const chrome = await chromium.launch({ executablePath: browser("chromium"), args: ["--no-sandbox"] });
const page = await chrome.newPage({ viewport: { width: 1400, height: 960 }, colorScheme: "light" });
await page.goto(url);
const margin = page.locator("hamish-margin");
await margin.locator("a.quote").first().waitFor();
await page.evaluate(() => document.fonts.ready);
// The card on the first direct quote's first line.
const line = await page.evaluate(() => {
  const [quote] = CSS.highlights.get("hamish-direct") ?? [];
  if (!quote) throw new Error("the article has no direct quote");
  const range = new Range();
  range.setStart(quote.startContainer, quote.startOffset);
  range.setEnd(quote.endContainer, quote.endOffset);
  const rect = /** @type {DOMRect} */ (range.getClientRects()[0]);
  return { x: rect.right - 60, y: rect.top + rect.height / 2 };
});
await page.mouse.move(line.x, line.y);
await page.mouse.move(line.x - 2, line.y);
await margin.locator(".card").waitFor();
await page.waitForTimeout(300);
await page.screenshot({ path: `${root}docs/demo.png` });
await chrome.close();
await close();
