/** The demo page as `npm run demo` serves it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch, open, root } from "./helpers.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve({ "/": `${root}dist/demo` })]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** @param {string} [view] @param {import("playwright-core").BrowserContextOptions} [how] */
async function demo(view = "", how = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...how });
  const page = await open(context, `${server.url}${view}`);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return { page, margin: page.locator("hamish-margin"), errors };
}

test("opens with an article: read, painted, its margin open, everything in a good typeface", async () => {
  const { page, margin, errors } = await demo();
  await margin.locator(".panel").waitFor();
  await page.waitForFunction(() => {
    const count = (/** @type {string} */ name) => CSS.highlights.get(`hamish-${name}`)?.size ?? 0;
    return count("person") > 5 && count("place") > 5 && count("direct") >= 5;
  });
  assert.match(await margin.locator(".badge").innerText(), /دقائق/);
  assert.ok((await margin.locator("a.quote").count()) > 8);
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family);
  });
  assert.ok(fonts.some((family) => family.includes("Noto Naskh Arabic")));
  assert.ok(fonts.some((family) => family.includes("IBM Plex Sans Arabic")));
  const covered = await page.evaluate(() => {
    const story = document.querySelector(".story")?.getBoundingClientRect();
    const panel = document.querySelector("hamish-margin")?.shadowRoot?.querySelector(".panel");
    return !story || !panel || story.left < panel.getBoundingClientRect().right;
  });
  assert.equal(covered, false);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test("another article: its own notes", async () => {
  const { page, margin } = await demo();
  await margin.locator(".panel").waitFor();
  await page.getByRole("button", { name: /ميناء صحار/ }).click();
  await margin.locator("a.quote", { hasText: "هذا أكبر عقد غير نفطي" }).waitFor();
  assert.match(
    await page.evaluate(() => document.querySelector(".story h1")?.textContent ?? ""),
    /ميناء صحار/,
  );
  await page.context().close();
});

test("a text of one's own: painted, in tables, as JSON, anew as it is typed", async () => {
  const { page, errors } = await demo("#text");
  await page.getByRole("textbox").fill("قال وزير الخارجية المصري بدر عبد العاطي في القاهرة: «لن نتراجع».");
  const annotated = page.locator(".annotated");
  await annotated.locator(".mark.direct", { hasText: "لن نتراجع" }).waitFor();
  await annotated.locator(".mark.person", { hasText: "بدر عبد العاطي" }).waitFor();
  await page.getByRole("tab", { name: "الأقوال" }).click();
  assert.match(
    await page.locator("tbody tr").first().innerText(),
    /لن نتراجع.*قول مباشر.*بدر عبد العاطي.*قال/s,
  );
  await page.getByRole("tab", { name: "JSON" }).click();
  const json = JSON.parse(await page.locator("pre").innerText());
  assert.equal(json.quotes[0].text.includes("لن نتراجع"), true);
  await page.getByRole("button", { name: "امسح" }).click();
  await page.getByText("ألصق نصًا لترى هامشه.").waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test("tools: presets with their way back, edits one by one, search in all spellings", async () => {
  const { page, errors } = await demo("#tools");
  const [fold, tidy, find] = [0, 1, 2].map((nth) => page.locator(".tools > section").nth(nth));
  assert.ok(fold && tidy && find);
  await fold.getByRole("textbox").fill("أَحمـــد");
  await fold.getByText("search", { exact: true }).click();
  assert.equal(await fold.locator("output").innerText(), "احمد");
  assert.deepEqual(await fold.locator(".map li").evaluateAll((all) => all.map((pair) => pair.textContent)), [
    "اأَ",
    "حح",
    "ممـــ",
    "دد",
  ]);
  await tidy.getByRole("textbox").fill("قَال : نعم ...");
  await tidy.getByRole("button", { name: "نفّذ" }).first().click();
  assert.equal(await tidy.getByRole("textbox").inputValue(), "قَال: نعم ...");
  await tidy.getByRole("button", { name: /رتّب الكل/ }).click();
  assert.equal(await tidy.getByRole("textbox").inputValue(), "قَال: نعم…");
  await tidy.getByRole("button", { name: /أخفِ الحركات/ }).click();
  assert.equal(await tidy.getByRole("textbox").inputValue(), "قال: نعم…");
  await find.getByRole("searchbox").fill("مدرسه");
  assert.deepEqual(await find.locator("mark").allInnerTexts(), ["مدرسةَ", "مدرسة"]);
  assert.equal(await find.locator("output").innerText(), "نتيجتان");
  assert.deepEqual(errors, []);
  await page.context().close();
});

test("the interface in English, kept on the next visit; the article stays as it is written", async () => {
  const { page, margin } = await demo();
  await page.getByRole("button", { name: "English" }).click();
  await margin.locator("#panel-title", { hasText: "Article margin" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dir), "ltr");
  assert.equal(await page.locator(".story").evaluate((story) => getComputedStyle(story).direction), "rtl");
  await page.reload();
  await margin.locator("#panel-title", { hasText: "Article margin" }).waitFor();
  await page.context().close();
});

test("dark where the system is; a click, and all of it is light, the margin too", async () => {
  const { page, margin } = await demo("", { colorScheme: "dark" });
  const brightness = () =>
    margin
      .locator(".panel")
      .evaluate((panel) => Number(/\d+/.exec(getComputedStyle(panel).backgroundColor)?.[0]));
  await margin.locator(".panel").waitFor();
  assert.ok((await brightness()) < 60);
  await page.getByRole("button", { name: "الوضع الفاتح" }).click();
  for (let times = 0; times < 50 && (await brightness()) < 200; times++) await page.waitForTimeout(50);
  assert.ok((await brightness()) > 200);
  await page.context().close();
});

test("on a phone nothing is wider than the window", async () => {
  for (const view of ["#articles", "#text", "#tools"]) {
    const { page } = await demo(view, {
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
    });
    const ready =
      { "#articles": "hamish-margin .badge", "#text": ".annotated", "#tools": ".map" }[view] ?? "";
    await page.locator(ready).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `${view}: ${wide}`);
    await page.context().close();
  }
});
