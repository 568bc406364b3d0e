/** The card on a highlight, by pointing, by touch and by keyboard. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { focused, margined, painted, pointAt } from "./margined.mjs";
import { stage } from "./stage.mjs";

const on = stage();

/** @param {Parameters<typeof margined>[1]} [how] */
const opened = (how) => margined(on, how);

test("keyboard alone: a link in the panel leads to the card, Escape back to the link", async () => {
  const { page, margin } = await opened({ options: { open: true } });
  await margin.locator("a.quote").first().focus();
  await page.keyboard.press("Enter");
  await margin.locator(".card:focus").waitFor();
  assert.match(await margin.locator(".card").innerText(), /قول مباشر\s+سلمى الحلبي/);
  await page.keyboard.press("Tab");
  assert.equal(await margin.locator(".card :focus").count(), 1);
  await page.keyboard.press("Escape");
  assert.equal(await margin.locator(".card").count(), 0);
  assert.match(String(await focused(page)), /quote/);
  await page.close();
});

test("the card on a name: who, how often, where more is known; it can be reached and dismissed", async () => {
  const { page, margin } = await opened();
  const card = margin.locator(".card");
  const box = await pointAt(page, "place");
  await card.waitFor();
  assert.match(await card.innerText(), /مكان\s+اللاذقية\s+3 مواضع\s+1 من 3/);
  const links = await card.locator("a").evaluateAll((all) =>
    all.map((link) => {
      const { href, target, rel } = /** @type {HTMLAnchorElement} */ (link);
      return [new URL(href).hostname, target, rel];
    }),
  );
  assert.deepEqual(links, [
    ["ar.wikipedia.org", "_blank", "noopener noreferrer"],
    ["www.geonames.org", "_blank", "noopener noreferrer"],
  ]);
  const own = await card.boundingBox();
  assert.ok(own);
  await page.mouse.move(own.x + own.width / 2, own.y + own.height / 2, { steps: 6 });
  await page.waitForTimeout(500);
  assert.equal(await card.count(), 1);
  await card.getByRole("button", { name: "الموضع التالي" }).click();
  assert.equal((await painted(page, "current"))[0], "اللاذقية");
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(5, box.y + 400);
  await card.waitFor({ state: "detached" });
  await page.close();
});

test("the card on a quote: kind, speaker, cue; the quote with its speaker to take along", async () => {
  const { page, margin } = await opened({
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  await pointAt(page, "indirect");
  const card = margin.locator(".card");
  await card.waitFor();
  assert.match(
    await card.innerText(),
    /قول منقول بالمعنى\s+سلمى الحلبي\s+القائل\s+الحلبي\s+فعل القول\s+أضافت/,
  );
  await card.getByRole("link", { name: "إلى القائل: سلمى الحلبي" }).click();
  assert.deepEqual(await painted(page, "current"), ["الحلبي"]);
  await page.mouse.move(4, 4);
  await card.waitFor({ state: "detached" });
  await pointAt(page, "indirect");
  await card.getByRole("button", { name: "نسخ القول" }).click();
  await card.getByRole("button", { name: "نُسخ" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, "«المكتبة تضم كتبًا للأطفال بنسبة 40%» — سلمى الحلبي");
  await page.close();
});

test("the card on a name in a quote tells who speaks, and on a speaker leads to the quotes", async () => {
  const { page, margin } = await opened();
  await pointAt(page, "place", 1);
  const card = margin.locator(".card");
  await card.locator(".within", { hasText: "ضمن كلام سلمى الحلبي" }).waitFor();
  await page.mouse.move(4, 4);
  await card.waitFor({ state: "detached" });
  await pointAt(page, "person");
  await card.getByRole("button", { name: "قولان", exact: true }).click();
  await margin.locator("#tab-quotes h3:focus", { hasText: "سلمى الحلبي" }).waitFor();
  await page.close();
});
