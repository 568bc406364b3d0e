/**
 * What is painted first: what is known while the engine is loaded; of long pages what is in sight, the notes on the pieces being
 * notes on the whole.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attach, load, open } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const on = stage();

/** Gives the article 900 paragraphs more. @param {import("playwright-core").Page} page */
function lengthen(page) {
  return page.evaluate(() => {
    const body = /** @type {Element} */ (document.querySelector(".story-body"));
    const paragraphs = [...body.children].map((child) => child.textContent);
    for (let nth = 0; nth < 900; nth++) {
      const paragraph = document.createElement("p");
      paragraph.textContent = `${paragraphs[nth % paragraphs.length]} (${nth})`;
      body.append(paragraph);
    }
  });
}

test("what is in sight is analyzed and painted first, wherever the reader is; then the rest", async () => {
  for (const share of [0, 0.5]) {
    const page = await open(on.browser, `${on.url}dark.html`);
    await lengthen(page);
    const first = await page.evaluate(
      async ({ src, part }) => {
        scrollTo(0, part * document.documentElement.scrollHeight);
        const line = [...document.querySelectorAll(".story-body p")].find((paragraph) => {
          const { top, bottom } = paragraph.getBoundingClientRect();
          return top >= 0 && bottom < innerHeight;
        })?.textContent;
        /** @type {string[]} */
        const asked = [];
        let release = () => {};
        const held = new Promise((resolve) => {
          release = () => resolve(null);
        });
        /** The first letters of each line are a name; all but the first two pieces have to wait. @param {string} text */
        const analyze = async (text) => {
          asked.push(text);
          if (asked.length > 2) await held;
          const mentions = [...text.matchAll(/^.{4}/gm)].map(({ 0: words, index: start }) => {
            return { start, end: start + 4, text: words, type: "person", entity: 0, score: 1 };
          });
          return {
            annotations: {
              offsets: "utf16",
              language: "ar",
              readingTime: { words: 10, seconds: 60, minutes: 1, wordsPerMinute: 181, label: "دقيقة واحدة" },
              mentions,
              entities: [{ type: "person", name: "أحد", mentions: mentions.map((_, nth) => nth) }],
              quotes: [],
              values: [],
            },
            ranges: Uint32Array.from(mentions.flatMap(({ start, end }, nth) => [0, start, end, nth])),
          };
        };
        const none = async () => [];
        await new Promise((resolve) => {
          const script = Object.assign(document.createElement("script"), { src, onload: resolve });
          script.dataset.manual = "";
          document.head.append(script);
        });
        const engine = { analyze, search: none, tidy: none, hideHarakat: none };
        const attached = /** @type {any} */ (window).hamish.attach(document, { engine, margin: "none" });
        Object.assign(window, { attached, release, asked });
        const painted = () =>
          [...(CSS.highlights.get("hamish-person") ?? [])].map(({ startContainer }) => startContainer);
        for (let waited = 0; waited < 250 && painted().length === 0; waited++)
          await new Promise((resolve) => setTimeout(resolve, 20));
        return {
          asked: asked.slice(0, 2).join(""),
          line,
          isSeen: painted().some((node) => node.textContent === line),
        };
      },
      { src: on.script, part: share },
    );
    assert.ok(first.line && first.asked.includes(first.line), `at ${share} of the page`);
    assert.ok(first.isSeen);
    const whole = await page.evaluate(async () => {
      const { attached, release, asked } = /** @type {any} */ (window);
      // A page that is idle has all painted that is known.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      release();
      const { text, annotations } = await attached;
      const { mentions, entities, readingTime } = annotations;
      return {
        lines: text.split("\n").length - mentions.length,
        wrong: mentions.filter(
          (/** @type {any} */ mention) => text.slice(mention.start, mention.end) !== mention.text,
        ),
        named: entities.map((/** @type {any} */ entity) => entity.mentions.length - mentions.length),
        words: readingTime.words - 10 * asked.length,
        again: asked.length - new Set(asked).size,
        isPaintedWhole: (CSS.highlights.get("hamish-person")?.size ?? 0) > 700,
      };
    });
    assert.deepEqual(whole, { lines: 0, wrong: [], named: [0], words: 0, again: 0, isPaintedWhole: false });
    await page.close();
  }
});

test("a long page is painted where the reader is, and follows the scrolling", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await lengthen(page);
  await attach(page, on.script);
  const near = () =>
    page.evaluate(() => {
      const { handle } = /** @type {any} */ (window);
      let all = 0;
      let onScreen = 0;
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith("hamish-")) continue;
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          const range = new Range();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          const { top, bottom } = range.getBoundingClientRect();
          all++;
          if (bottom > 0 && top < innerHeight) onScreen++;
        }
      }
      return { all, onScreen, words: handle.annotations.readingTime.words };
    });
  const first = await near();
  assert.ok(first.words > 15_000);
  assert.ok(first.onScreen > 3 && first.all < 700, JSON.stringify(first));
  for (const share of [0.5, 0.98, 0.1]) {
    await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), share);
    await page.waitForTimeout(150);
    const { all, onScreen } = await near();
    assert.ok(onScreen > 3 && all < 700, `${share}: ${onScreen} of ${all}`);
  }
  await page.close();
});

test("all that is in sight is painted, of the paragraph that the window cuts too", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await lengthen(page);
  await page.evaluate(load, on.script);
  for (const height of [400, 420, 440, 460, 480, 500]) {
    await page.setViewportSize({ width: 800, height });
    const seen = await page.evaluate(async () => {
      scrollTo(0, 0.5 * document.documentElement.scrollHeight);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      /** Some letters of each line's beginning are a name. @param {string} text */
      const analyze = async (text) => {
        const starts = [...text.matchAll(/^/gm)].map(({ index }) => index);
        return {
          annotations: {
            language: "ar",
            readingTime: { words: 10, seconds: 60, minutes: 1, wordsPerMinute: 181, label: "" },
            mentions: [],
            entities: [],
            quotes: [],
            values: [],
          },
          ranges: Uint32Array.from(starts.flatMap((start, nth) => [0, start + 5, start + 9, nth])),
        };
      };
      const none = () => [];
      const engine = { analyze, search: none, tidy: none, hideHarakat: none };
      const attached = { engine, margin: "none", selector: ".story-body" };
      const handle = await /** @type {any} */ (window).hamish.attach(document, attached);
      const painted = new Set(
        [...(CSS.highlights.get("hamish-person") ?? [])].map(({ startContainer }) => startContainer),
      );
      const inSight = [...document.querySelectorAll(".story-body p")].filter((paragraph) => {
        const { top, bottom } = paragraph.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      handle.detach();
      const missed = inSight.filter(({ firstChild }) => !painted.has(/** @type {Node} */ (firstChild)));
      return { inSight: inSight.length, painted: painted.size, missed: missed.length };
    });
    assert.ok(seen.inSight > 1 && seen.painted < 50, JSON.stringify(seen));
    assert.equal(seen.missed, 0, `${height} pixels high: ${JSON.stringify(seen)}`);
  }
  await page.close();
});

test("an article that is not long is painted as a whole once the page is idle, for a picture of all of it", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await page.setViewportSize({ width: 800, height: 300 });
  await attach(page, on.script);
  const last = await page.evaluate(() => /** @type {any} */ (window).handle.annotations.mentions.at(-1).text);
  await page.waitForFunction(
    (word) =>
      [...CSS.highlights.values()].some((highlight) =>
        [...highlight].some(
          ({ startContainer, startOffset, endOffset }) =>
            startContainer.nodeValue?.slice(startOffset, endOffset) === word,
        ),
      ),
    last,
    { timeout: 5000, polling: 50 },
  );
  await page.close();
});

test("figures and dates are painted while the tables of the names are unpacked", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await page.evaluate(() => {
    const { add, clear } = Highlight.prototype;
    const nameOf = (/** @type {Highlight} */ one) =>
      [...CSS.highlights].find(([, highlight]) => highlight === one)?.[0];
    /** @type {(string | undefined)[][]} */
    const paintings = [];
    Highlight.prototype.clear = function () {
      if (nameOf(this) === "hamish-person") paintings.push([]);
      return clear.call(this);
    };
    Highlight.prototype.add = function (/** @type {AbstractRange} */ range) {
      paintings.at(-1)?.push(nameOf(this));
      return add.call(this, range);
    };
    Object.assign(window, { paintings });
  });
  await attach(page, on.script, { worker: [], margin: "none" });
  const [first, second] = await page.evaluate(() =>
    /** @type {any} */ (window).paintings.map((/** @type {string[]} */ kinds) => [...new Set(kinds)].sort()),
  );
  assert.deepEqual(first, ["hamish-date", "hamish-figure"]);
  assert.ok(second.includes("hamish-person") && second.includes("hamish-figure"), String(second));
  await page.close();
});
