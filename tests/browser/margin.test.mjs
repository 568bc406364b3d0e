/** The margin as a whole: the badge, sides and directions, phones, fonts and colours. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { focused, margined, pointAt } from "./margined.mjs";
import { stage } from "./stage.mjs";

const on = stage();

/** @param {Parameters<typeof margined>[1]} [how] */
const opened = (how) => margined(on, how);

test("the badge stands by the headline, on no word of the page, and tells the time left", async () => {
  const { page, margin } = await opened();
  const badge = margin.locator(".badge");
  assert.equal(await badge.innerText(), "5 دقائق");
  const [own, headline] = await Promise.all([badge.boundingBox(), page.locator("h1").boundingBox()]);
  assert.ok(own && headline);
  assert.ok(
    own.y + own.height < headline.y ||
      own.y > headline.y + headline.height - 1 ||
      own.x + own.width < headline.x + headline.width,
  );
  assert.ok(Math.abs(own.y - headline.y) < 90);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight * 0.4));
  await margin.locator(".badge.pinned", { hasText: "الباقي" }).waitFor();
  const pinned = await badge.boundingBox();
  assert.ok(pinned && pinned.x < 40 && pinned.y > 700 && pinned.height < 60, JSON.stringify(pinned));
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await margin.locator(".badge", { hasText: "اكتملت القراءة" }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await margin.locator(".badge:not(.pinned)", { hasText: "5 دقائق" }).waitFor();
  await page.close();
});

test("keyboard alone: the badge opens the panel, Escape closes it, the focus comes back", async () => {
  const { page, margin } = await opened();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "badge");
  assert.equal(await margin.locator(".badge").getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "panel-title");
  await page.keyboard.press("Escape");
  assert.equal(await margin.locator(".panel").count(), 0);
  assert.equal(await focused(page), "badge");
  await page.close();
});

test("mirrored: the panel stands where lines end, the interface reads in its own direction", async () => {
  for (const { dir, language, side, reads } of [
    { dir: "rtl", language: "ar", side: "left", reads: "rtl" },
    { dir: "ltr", language: "en", side: "right", reads: "ltr" },
    { dir: "rtl", language: "en", side: "left", reads: "ltr" },
  ]) {
    const { page, margin } = await opened({ dir, options: { language, open: true } });
    const panel = margin.locator(".panel");
    const box = await panel.boundingBox();
    assert.ok(box);
    assert.equal(box.x === 0 ? "left" : "right", side);
    assert.equal(box.x + box.width === 1280 ? "right" : "left", side);
    assert.equal(await panel.evaluate((element) => getComputedStyle(element).direction), reads);
    await page.close();
  }
});

test("on a phone: a sheet at the bottom, folded away when it leads to a place; the card by a tap", async () => {
  const { page, margin } = await opened({
    context: { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true },
  });
  await margin.locator(".badge").tap();
  const panel = margin.locator(".panel");
  const sheet = await panel.boundingBox();
  assert.ok(sheet);
  assert.deepEqual([sheet.x, sheet.width, sheet.y + sheet.height], [0, 390, 780]);
  assert.ok(sheet.height < 780 * 0.75);
  await margin.locator("a.quote").last().tap();
  await margin.locator(".panel.folded").waitFor();
  await margin.getByRole("button", { name: "توسيع الهامش" }).tap();
  await margin.locator(".panel:not(.folded)").waitFor();
  await margin.getByRole("button", { name: "إغلاق" }).tap();
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(400);
  const { x, y } = await pointAt(page, "person");
  await page.touchscreen.tap(x + 12, y + 10);
  await margin.locator(".card", { hasText: "سلمى الحلبي" }).waitFor();
  await page.close();
});

test("badge alone, or nothing", async () => {
  const alone = await opened({ options: { margin: "badge", open: true } });
  assert.equal(await alone.margin.locator("p.badge").count(), 1);
  assert.equal(await alone.margin.locator(".panel").count(), 0);
  await alone.page.close();
  const none = await opened({ options: { margin: "none" } });
  assert.equal(await none.margin.count(), 0);
  await none.page.close();
});

test("styled from the page: its fonts, light or dark as it is, also later", async () => {
  const { page, margin } = await opened({
    style: "article { font-family: monospace } h1 { font-family: cursive }",
    options: { open: true },
  });
  const look = () =>
    margin.locator(".panel").evaluate((panel) => {
      const { fontFamily, backgroundColor } = getComputedStyle(panel);
      const heading = getComputedStyle(/** @type {Element} */ (panel.querySelector("h2"))).fontFamily;
      return { fontFamily, heading, light: Number(/\d+/.exec(backgroundColor)?.[0]) > 128 };
    });
  assert.deepEqual(await look(), { fontFamily: "monospace", heading: "cursive", light: true });
  await page.evaluate(() => Object.assign(document.body.style, { background: "#111", color: "#eee" }));
  await page.waitForFunction(
    () => {
      const panel = document.querySelector("hamish-margin")?.shadowRoot?.querySelector(".panel");
      return panel && Number(/\d+/.exec(getComputedStyle(panel).backgroundColor)?.[0]) < 60;
    },
    null,
    { timeout: 5000 },
  );
  await page.close();
});

test("not on paper; still where motion is not wanted", async () => {
  const { page, margin } = await opened({ options: { open: true } });
  await page.emulateMedia({ media: "print" });
  assert.equal(await margin.locator(".panel").isVisible(), false);
  await page.emulateMedia({ media: "screen", reducedMotion: "reduce" });
  await pointAt(page, "person");
  const animation = await margin.locator(".card").evaluate((card) => getComputedStyle(card).animationName);
  assert.equal(animation, "none");
  await page.close();
});
