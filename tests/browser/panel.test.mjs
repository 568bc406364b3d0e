/** The panel: quotes, names, values, search, toggles and the reading view, by pointer and by keyboard. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attachStory, focused, margined, painted, storyNotes } from "./margined.mjs";
import { stage } from "./stage.mjs";

const on = stage();

/** @param {Parameters<typeof margined>[1]} [how] */
const opened = (how) => margined(on, how);

test("tabs: one stop, arrow keys within, in the direction of reading", async () => {
  for (const [language, onward] of [
    ["ar", "ArrowLeft"],
    ["en", "ArrowRight"],
  ]) {
    const { page, margin } = await opened({ options: { language, open: true } });
    await margin.locator("#to-quotes").focus();
    await page.keyboard.press(onward ?? "");
    assert.equal(await focused(page), "to-names");
    await page.keyboard.press("End");
    await page.keyboard.press(onward ?? "");
    assert.equal(await focused(page), "to-quotes");
    assert.equal(await margin.locator("[role=tabpanel]:visible").count(), 1);
    await page.close();
  }
});

test("an article without quotes opens at its names; a tab that was chosen comes back", async () => {
  const { page, margin } = await opened();
  await page.evaluate(() => /** @type {any} */ (window).handle.detach());
  const given = storyNotes({ open: true });
  await page.evaluate(attachStory, { ...given, notes: { ...given.notes, quotes: [] } });
  const current = () => margin.locator("[role=tab][aria-selected=true]").getAttribute("id");
  assert.equal(await current(), "to-names");
  await margin.locator("#to-quotes").click();
  await page.keyboard.press("Escape");
  await margin.locator(".badge").click();
  assert.equal(await current(), "to-quotes");
  await page.close();
});

test("quotes by speaker; each leads to its place, and its address does so on another day", async () => {
  const { page, margin } = await opened({ options: { open: true } });
  const groups = await margin.locator("#tab-quotes h3 > span").allInnerTexts();
  assert.deepEqual(groups, ["سلمى الحلبي", "وزارة الثقافة"]);
  const link = margin.locator("a.quote").last();
  await link.click();
  assert.deepEqual(await painted(page, "current"), ["جسرًا من ورق"]);
  await page.waitForFunction(() => scrollY > 100);
  const href = await link.evaluate((element) => /** @type {HTMLAnchorElement} */ (element).href);
  assert.equal(decodeURIComponent(href.split("#")[1] ?? ""), ":~:text=جسرًا من ورق");
  await page.close();
});

test("names: next and previous go round the mentions, and are told", async () => {
  const { page, margin } = await opened({ options: { open: true } });
  await margin.locator("#to-names").click();
  const row = margin.locator(".name", { hasText: "سلمى الحلبي" });
  const next = row.getByRole("button", { name: "الموضع التالي" });
  const seen = [];
  for (let times = 0; times < 4; times++) {
    await next.click();
    seen.push(...(await painted(page, "current")));
  }
  assert.deepEqual(seen, ["سلمى الحلبي", "الحلبي", "سلمى الحلبي", "سلمى الحلبي"]);
  await row.getByRole("button", { name: "الموضع السابق" }).click();
  assert.equal(await row.locator(".count").innerText(), "3 من 3");
  assert.match(await margin.locator("[role=status]").innerText(), /سلمى الحلبي: 3 من 3/);
  await page.close();
});

test("dates and figures with what they mean", async () => {
  const { page, margin } = await opened({ options: { open: true } });
  await margin.locator("#to-values").click();
  const values = await margin.locator("a.value").allInnerTexts();
  assert.deepEqual(
    values.map((value) => value.split(/\s*\n\s*/)),
    [["13 أكتوبر 2026", "الثلاثاء، 13 أكتوبر 2026"], ["40%"]],
  );
  await page.close();
});

test("search: all spellings are painted; next, previous and round; Escape empties, then closes", async () => {
  const { page, margin } = await opened({ options: { open: true } });
  const heard = await page.evaluate(() => {
    const keys = /** @type {string[]} */ ([]);
    document.addEventListener("keydown", ({ key }) => keys.push(key));
    return Object.assign(window, { keys }) && keys;
  });
  assert.deepEqual(heard, []);
  await margin.locator("input[type=search]").focus();
  await page.keyboard.type("اللاذقيه");
  await margin.locator(".search .count", { hasText: "3 نتائج" }).waitFor();
  assert.deepEqual(await painted(page, "search"), ["اللاذقية", "اللاذقية", "اللَّاذقية"]);
  assert.match(await margin.locator("[role=status]").innerText(), /3 نتائج/);
  const place = () => margin.locator(".search .count").innerText();
  await page.keyboard.press("Enter");
  assert.equal(await place(), "1 من 3");
  await page.keyboard.press("Shift+Enter");
  assert.equal(await place(), "3 من 3");
  assert.deepEqual(await painted(page, "current"), ["اللَّاذقية"]);
  await margin.getByRole("button", { name: "التالي" }).click();
  assert.equal(await place(), "1 من 3");
  await margin.locator("input[type=search]").focus();
  await page.keyboard.press("Escape");
  assert.equal(await margin.locator("input[type=search]").inputValue(), "");
  await page.waitForFunction(() => CSS.highlights.get("hamish-search")?.size === 0);
  await page.keyboard.press("Escape");
  assert.equal(await margin.locator(".panel").count(), 0);
  assert.deepEqual(
    await page.evaluate(() => /** @type {any} */ (window).keys),
    [],
    "the page's shortcuts hear nothing",
  );
  await page.close();
});

test("toggles: a layer is painted or not", async () => {
  const { page, margin } = await opened({ options: { open: true } });
  await margin.locator("#to-view").click();
  const people = margin.getByRole("switch", { name: "أشخاص" });
  await page.waitForFunction(() => CSS.highlights.get("hamish-person")?.size === 3);
  await people.focus();
  await page.keyboard.press("Space");
  await page.waitForFunction(() => CSS.highlights.get("hamish-person")?.size === 0);
  assert.equal(await people.isChecked(), false);
  await people.click();
  await page.waitForFunction(() => CSS.highlights.get("hamish-person")?.size === 3);
  await page.close();
});

test("the reading view: tidied, harakat hidden or shown, larger; the page's own text stays", async () => {
  const { page, margin } = await opened({ options: { open: true } });
  const before = await page.evaluate(() => document.body.innerHTML);
  await margin.locator("#to-view").click();
  await margin.getByRole("button", { name: "قراءة مرتّبة" }).click();
  const reader = margin.locator("dialog.reader");
  assert.equal(await reader.locator("h1").innerText(), "افتتاح المكتبة العائمة في اللاذقية");
  await reader.getByText("ترتيب العلامات والمسافات (1)").waitFor();
  const text = () => reader.locator("article").innerText();
  assert.match(await text(), /جولتها في اللَّاذقية، قبل العودة/);
  await reader.getByRole("checkbox", { name: "ترتيب" }).uncheck();
  assert.match(await text(), /جولتها في اللَّاذقية ، قبل العودة/);
  await reader.getByRole("checkbox", { name: "الحركات" }).uncheck();
  assert.match(await text(), /جولتها في اللاذقية ، قبل العودة/);
  assert.deepEqual(await reader.locator("article .on-direct").allInnerTexts(), [
    "سنبدأ من ",
    "اللاذقية",
    " ثم نصل إلى كل ميناء",
  ]);
  const size = () =>
    reader.locator("article").evaluate((article) => Number.parseFloat(getComputedStyle(article).fontSize));
  const small = await size();
  await reader.getByRole("button", { name: "كبّر النص" }).click();
  assert.ok((await size()) > small);
  await page.keyboard.press("Escape");
  await reader.waitFor({ state: "detached" });
  assert.equal(await margin.locator(".panel").count(), 1, "Escape closes the reading view alone");
  assert.equal(await page.evaluate(() => document.body.innerHTML), before);
  await page.close();
});
