/** The article of a frame of the same origin: painted, followed and pointed at where the frame or the page around it scrolls. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attach, open } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const on = stage();

/**
 * A page that holds a frame with a long article, a screen below its top.
 * @param {string} height the frame's
 * @param {Record<string, unknown>} [options]
 */
async function framed(height, options = {}) {
  const page = await open(on.browser, `${on.url}frame.html`);
  await page.locator("iframe").evaluate(async (/** @type {HTMLIFrameElement} */ frame, how) => {
    document.body.style.cssText = "margin:0;padding-block:900px";
    frame.style.cssText = `display:block;border:0;width:600px;height:${how}`;
    const story = () => frame.contentDocument?.querySelector(".story-body");
    if (!story()) await new Promise((resolve) => frame.addEventListener("load", resolve));
    const paragraphs = [...(story()?.children ?? [])].map(({ textContent }) => textContent);
    for (let nth = 0; nth < 200; nth++) {
      const paragraph = frame.contentDocument?.createElement("p") ?? new Text();
      paragraph.textContent = `${paragraphs[nth % paragraphs.length]} (${nth})`;
      story()?.append(paragraph);
    }
  }, height);
  await attach(page, on.script, options);
  return page;
}

/** The highlights that the reader sees, and all. @param {import("playwright-core").Page} page */
const seen = (page) =>
  page.locator("iframe").evaluate((/** @type {HTMLIFrameElement} */ frame) => {
    const view = /** @type {Window & typeof globalThis} */ (frame.contentWindow);
    const corner = frame.getBoundingClientRect().top;
    let [all, inSight] = [0, 0];
    for (const highlight of view.CSS.highlights.values())
      for (const { startContainer, startOffset, endOffset } of highlight) {
        const range = new view.Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(startContainer, endOffset);
        const { top, bottom } = range.getBoundingClientRect();
        all++;
        const isInFrame = bottom > 0 && top < view.innerHeight;
        if (isInFrame && bottom + corner > 0 && top + corner < innerHeight) inSight++;
      }
    return { all, inSight };
  });

test("a frame that scrolls by itself: painted where the reader is", async () => {
  const page = await framed("500px", { margin: "none" });
  await page.locator("iframe").scrollIntoViewIfNeeded();
  for (const share of [0, 0.5, 1, 0.2]) {
    await page.locator("iframe").evaluate((/** @type {HTMLIFrameElement} */ frame, part) => {
      const height = frame.contentDocument?.documentElement.scrollHeight ?? 0;
      frame.contentWindow?.scrollTo(0, part * height);
    }, share);
    await page.waitForTimeout(150);
    const { all, inSight } = await seen(page);
    assert.ok(inSight > 3 && all < 500, `at ${share}: ${inSight} of ${all}`);
  }
  await page.close();
});

test("a frame as high as its article: painted where the page has scrolled to", async () => {
  const page = await framed("20000px", { margin: "none" });
  for (const top of [900, 5000, 12_000]) {
    await page.evaluate((to) => scrollTo(0, to), top);
    await page.waitForTimeout(150);
    const { inSight } = await seen(page);
    assert.ok(inSight > 3, `at ${top}: ${inSight}`);
  }
  await page.close();
});

test("the time left follows the scrolling of the frame, and of the page around it", async () => {
  for (const height of ["500px", "20000px"]) {
    const page = await framed(height);
    const badge = () =>
      page.evaluate(
        () => document.querySelector("hamish-margin")?.shadowRoot?.querySelector("button")?.textContent,
      );
    await page.evaluate(() => scrollTo(0, 900));
    await page.waitForTimeout(150);
    const before = await badge();
    await page.locator("iframe").evaluate((/** @type {HTMLIFrameElement} */ frame) => {
      const view = /** @type {Window} */ (frame.contentWindow);
      const around = frame.getBoundingClientRect();
      if (view.innerHeight < 1000) view.scrollTo(0, 0.6 * view.document.documentElement.scrollHeight);
      else scrollTo(0, scrollY + around.top + 0.6 * view.document.documentElement.scrollHeight);
    });
    await page.waitForTimeout(150);
    const after = await badge();
    assert.match(after ?? "", /دقيقة|دقائق/);
    assert.notEqual(after, before, height);
    await page.close();
  }
});

test("what the reader is led to comes in sight in the frame and in the page", async () => {
  for (const height of ["500px", "20000px"]) {
    const page = await framed(height, { margin: "none" });
    const place = await page.locator("iframe").evaluate(async (/** @type {HTMLIFrameElement} */ frame) => {
      const { handle } = /** @type {any} */ (window);
      const { mentions } = handle.annotations;
      const { start, end } = mentions[mentions.length >> 1];
      frame.contentDocument?.documentElement.style.setProperty("scroll-behavior", "auto");
      handle.reveal({ start, end });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const view = /** @type {Window & typeof globalThis} */ (frame.contentWindow);
      const [current] = view.CSS.highlights.get("hamish-current") ?? [];
      if (!current) throw new Error("nothing is marked");
      const range = new view.Range();
      range.setStart(current.startContainer, current.startOffset);
      range.setEnd(current.endContainer, current.endOffset);
      const corner = frame.getBoundingClientRect().top;
      const { top, bottom } = range.getBoundingClientRect();
      return {
        top,
        bottom,
        inner: view.innerHeight,
        above: top + corner,
        below: bottom + corner,
        window: innerHeight,
      };
    });
    const told = `${height}: ${JSON.stringify(place)}`;
    assert.ok(place.top >= 0 && place.bottom <= place.inner, told);
    assert.ok(place.above >= 0 && place.below <= place.window, told);
    await page.close();
  }
});

test("the card stands by the word in the frame, and goes when the frame scrolls", async () => {
  const page = await framed("500px");
  await page.evaluate(() => scrollTo(0, 900));
  const word = await page.locator("iframe").evaluate((/** @type {HTMLIFrameElement} */ frame) => {
    const view = /** @type {Window & typeof globalThis} */ (frame.contentWindow);
    const corner = frame.getBoundingClientRect();
    for (const { startContainer, startOffset, endOffset } of view.CSS.highlights.get("hamish-date") ?? []) {
      const range = new view.Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(startContainer, endOffset);
      const { x, y, width, height, top, bottom } = range.getBoundingClientRect();
      if (top > 0 && bottom < view.innerHeight)
        return { x: x + corner.x + width / 2, y: y + corner.y + height / 2 };
    }
    return null;
  });
  assert.ok(word);
  await page.mouse.move(word.x, word.y);
  const card = page.locator("hamish-margin .card");
  await card.waitFor();
  const box = await card.boundingBox();
  assert.ok(box && Math.abs(box.y - word.y) < 260 && box.y !== word.y, JSON.stringify({ box, word }));
  await page.mouse.wheel(0, 200);
  await card.waitFor({ state: "detached" });
  await page.close();
});
