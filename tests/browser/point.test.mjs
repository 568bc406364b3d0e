/** Painting and pointing: what is under the pointer, the lam-alef rule, colours that keep the text readable. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { buildSync } from "esbuild";
import { attach, open, root } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const on = stage();

const { outputFiles } = buildSync({
  stdin: {
    contents: `
      import { cutBlocks } from "./www/page/article/blocks.ts";
      import { beforeLamAlef } from "./www/page/paint.ts";
      import { TextMap } from "./www/page/text-map.ts";
      import { contrastTo } from "./www/page/colors.ts";
      const all = (work) => { for (;;) { const step = work.next(); if (step.done) return step.value; } };
      const mapOf = (element) => new TextMap(all(cutBlocks(element)).map(({ nodes }) => nodes));
      Object.assign(window, { mapOf, beforeLamAlef, contrastTo });`,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: "iife",
});
const parts = outputFiles[0]?.text ?? "";

for (const name of ["wordpress", "bare-text", "windows-1256", "lead-outside", "shadow", "live-blog"]) {
  test(`map_round_trips: ${name}`, async () => {
    const page = await open(on.browser, `${on.url}${name}.html`);
    await page.evaluate(parts);
    const failed = await page.evaluate(() => {
      const map = /** @type {any} */ (window).mapOf(document.body);
      const { text } = map;
      /** @type {string[]} */
      const wrong = [];
      let seed = 7;
      const below = (/** @type {number} */ most) => {
        seed = (seed * 48271) % 2147483647;
        return seed % most;
      };
      for (let times = 0; times < 500; times++) {
        const start = below(text.length);
        const end = Math.min(text.length, start + below(80));
        const pieces = map.nodeRanges(start, end);
        const read = pieces
          .map((/** @type {any} */ { node, start: from, end: to }) => node.data.slice(from, to))
          .join("");
        const plain = (/** @type {string} */ words) => words.replace(/\s+/g, "");
        if (plain(read) !== plain(text.slice(start, end))) wrong.push(`${start}-${end}: ${read}`);
        const first = pieces[0];
        if (first && !/\s/.test(text[start]) && map.offset(first.node, first.start) !== start)
          wrong.push(`${start} comes back as ${map.offset(first.node, first.start)}`);
      }
      return { wrong, length: text.length };
    });
    assert.ok(failed.length > 500);
    assert.deepEqual(failed.wrong, []);
    await page.close();
  });
}

test("a highlight never begins or ends between lam and alef", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await page.evaluate(parts);
  /** @param {string} marked the border asked for, and where it is painted: «|» and «^» */
  const border = (marked) =>
    page.evaluate((text) => {
      const plain = text.replace(/[|^]/g, "");
      const asked = text.replace("^", "").indexOf("|");
      const painted = text.replace("|", "").indexOf("^");
      return [/** @type {any} */ (window).beforeLamAlef(plain, asked), painted];
    }, marked);
  for (const marked of ["ب^ل|ال", "^ل|أحمد", "ق^لَ|ا", "الع^|راق", "ا^|لأمم", "ب^ل|إسبانيا"]) {
    const [painted, expected] = await border(marked);
    assert.equal(painted, expected, marked);
  }
  await page.close();
});

test("text on a highlight keeps WCAG AA, on light and dark pages", async () => {
  for (const [back, text] of [
    ["#ffffff", "#111111"],
    ["#16191d", "#d9dde2"],
    ["#fff1e5", "#33302e"],
    ["#f4f4f4", "#767676"],
    ["oklch(0.25 0.03 250)", "color(srgb 0.9 0.9 0.85)"],
  ]) {
    const page = await open(on.browser, `${on.url}windows-1256.html`);
    await page.evaluate(parts);
    await page.evaluate(
      ([background, color]) => Object.assign(document.body.style, { background, color }),
      [back, text],
    );
    await attach(page, on.script, { margin: "none" });
    const worst = await page.evaluate(() => {
      const { contrastTo } = /** @type {any} */ (window);
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const over = (/** @type {string[]} */ colors) => {
        for (const color of colors) {
          canvas?.fillRect(0, 0, 1, 1);
          if (canvas) canvas.fillStyle = color;
          canvas?.fillRect(0, 0, 1, 1);
        }
        return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).concat(1);
      };
      const { color, backgroundColor } = getComputedStyle(document.body);
      const contrastOn = contrastTo(over([color]));
      const plain = contrastOn(over([backgroundColor]));
      const sheet = document.adoptedStyleSheets.at(-1);
      const tints = [...(sheet?.cssRules ?? [])]
        .filter((rule) => rule instanceof CSSStyleRule)
        .map((rule) => rule.style.backgroundColor);
      const contrasts = tints.map((tint) => contrastOn(over([backgroundColor, tint])));
      return { plain, worst: Math.min(...contrasts), tints: tints.length };
    });
    assert.ok(worst.tints >= 9);
    assert.ok(worst.worst >= Math.min(4.45, worst.plain - 0.05), `${back}: ${JSON.stringify(worst)}`);
    await page.close();
  }
});

test("the annotation under the pointer is told once; away from it, none", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await attach(page, on.script, { margin: "none" });
  await page.evaluate(() => {
    const told = /** @type {string[]} */ ([]);
    Object.assign(window, { told });
    document.addEventListener("hamish:select", (event) => {
      const { annotation } = /** @type {CustomEvent} */ (event).detail;
      told.push(annotation.text);
    });
  });
  const { text, box } = await page.evaluate(() => {
    const { annotations } = /** @type {any} */ (window).handle;
    const mention = annotations.mentions[1];
    const [range] = [...(CSS.highlights.get(`hamish-${mention.type}`) ?? [])].slice(1);
    const live = new Range();
    live.setStart(/** @type {Range} */ (range).startContainer, /** @type {Range} */ (range).startOffset);
    live.setEnd(/** @type {Range} */ (range).endContainer, /** @type {Range} */ (range).endOffset);
    const { x, y, width, height } = live.getBoundingClientRect();
    return { text: live.toString(), box: { x, y, width, height } };
  });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2 + 2, box.y + box.height / 2);
  await page.waitForTimeout(250);
  await page.mouse.move(2, 2);
  await page.waitForTimeout(250);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).told), [text]);
  await page.close();
});

test("search finds all spellings; reveal brings them on screen", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await page.setViewportSize({ width: 400, height: 300 });
  await attach(page, on.script, { margin: "none" });
  const seen = await page.evaluate(async () => {
    const { handle } = /** @type {any} */ (window);
    const ranges = await handle.search("الاردن");
    const found = ranges.map((/** @type {any} */ { start, end }) => handle.text.slice(start, end));
    handle.reveal((await handle.search("الأوروبي"))[0]);
    await new Promise((resolve) => setTimeout(resolve, 900));
    const [range] = [...(CSS.highlights.get("hamish-current") ?? [])];
    const live = new Range();
    live.setStart(/** @type {Range} */ (range).startContainer, /** @type {Range} */ (range).startOffset);
    const { top } = live.getBoundingClientRect();
    return { found, shown: top > 0 && top < innerHeight, none: (await handle.search("")).length };
  });
  assert.deepEqual(seen, { found: ["الأردن", "الأردن"], shown: true, none: 0 });
  await page.close();
});
