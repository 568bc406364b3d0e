/** The margin: badge, panel and card, by pointer, by touch and by keyboard alone. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, servePages } from "./helpers.mjs";
import { analysisOf, pageOf } from "./marked.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof servePages>>} */
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), servePages()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const filler = "وتواصلت أعمال البناء على مدار الساعة في الموقع الواقع شمال الميناء القديم. "
  .repeat(12)
  .trim();
const story = analysisOf(
  [
    "افتتاح المكتبة العائمة في ⟦place#1 اللاذقية⟧",
    "⟦cue قالت⟧ مديرة المشروع ⟦person#0 سلمى الحلبي⟧: «⟦direct#0 سنبدأ من ⟦place#1 اللاذقية⟧ ثم نصل إلى كل ميناء⟧»، يوم ⟦date=2026-10-13 13 أكتوبر 2026⟧.",
    filler,
    "و⟦cue أضافت⟧ ⟦person#0 الحلبي⟧ أن ⟦indirect#0 المكتبة تضم كتبًا للأطفال بنسبة ⟦figure=40 40%⟧⟧.",
    filler,
    "ورحبت ⟦organization#2 وزارة الثقافة⟧ بما سمته «⟦partial#2 جسرًا من ورق⟧».",
    filler,
    "وختمت ⟦person#0 سلمى الحلبي⟧ جولتها في ⟦place#1 اللَّاذقية⟧.",
  ].join("\n"),
  {
    0: { name: "سلمى الحلبي" },
    1: { name: "اللاذقية", id: "geonames:173576" },
    2: { name: "وزارة الثقافة", id: "wikidata:Q12345" },
  },
);

/**
 * A page with the story and its margin.
 * @param {{ options?: Record<string, unknown>, dir?: string, style?: string, context?: import("playwright-core").BrowserContextOptions }} [how]
 */
async function margined({ options = {}, dir = "rtl", style = "", context = {} } = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...context });
  await page.route(`${server.url}margin.html`, (route) =>
    route.fulfill({ contentType: "text/html", body: pageOf(story.text, { dir, style }) }),
  );
  await page.goto(`${server.url}margin.html`);
  await page
    .addScriptTag({ url: `${server.url}dist/embed/hamish.js`, type: "text/javascript" })
    .catch(() => {});
  await page.evaluate(
    async ({ annotations, ranges, given }) => {
      const { hamish } = /** @type {any} */ (window);
      (await hamish.handle)?.detach();
      const analyze = async () => ({ annotations, ranges: Uint32Array.from(ranges) });
      Object.assign(window, {
        handle: await hamish.attach(document, { selector: "article", analyze, ...given }),
      });
    },
    {
      annotations: story.annotations,
      ranges: story.ranges,
      given: options,
      src: `${server.url}dist/embed/hamish.js`,
    },
  );
  return { page, margin: page.locator("hamish-margin") };
}

/** The words of a highlight. @param {import("playwright-core").Page} page @param {string} name */
function painted(page, name) {
  return page.evaluate(
    (key) =>
      [...(CSS.highlights.get(`hamish-${key}`) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
        /** @type {Text} */ (startContainer).data.slice(startOffset, endOffset),
      ),
    name,
  );
}

/** Moves the pointer onto the words of a highlight. @param {import("playwright-core").Page} page @param {string} name */
async function pointAt(page, name, nth = 0) {
  const box = await page.evaluate(
    ([key, at]) => {
      const static_ = [...(CSS.highlights.get(`hamish-${key}`) ?? [])][Number(at)];
      const range = new Range();
      range.setStart(
        /** @type {StaticRange} */ (static_).startContainer,
        /** @type {StaticRange} */ (static_).startOffset,
      );
      range.setEnd(
        /** @type {StaticRange} */ (static_).endContainer,
        /** @type {StaticRange} */ (static_).endOffset,
      );
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    },
    [name, nth],
  );
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2 + 2, box.y + box.height / 2 + 1);
  return box;
}

/** What has the focus, in the margin too. @param {import("playwright-core").Page} page */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return element?.className || element?.id || element?.tagName;
  });
}

test("the badge stands by the headline, on no word of the page, and tells the time left", async () => {
  const { page, margin } = await margined();
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
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await margin.locator(".badge", { hasText: "اكتملت القراءة" }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await margin.locator(".badge:not(.pinned)", { hasText: "5 دقائق" }).waitFor();
  await page.close();
});

test("keyboard alone: the badge opens the panel, Escape closes it, the focus comes back", async () => {
  const { page, margin } = await margined();
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

test("tabs: one stop, arrow keys within, in the direction of reading", async () => {
  for (const [language, onward] of [
    ["ar", "ArrowLeft"],
    ["en", "ArrowRight"],
  ]) {
    const { page, margin } = await margined({ options: { language, open: true } });
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

test("quotes by speaker; each leads to its place, and its address does so on another day", async () => {
  const { page, margin } = await margined({ options: { open: true } });
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

test("keyboard alone: a link in the panel leads to the card, Escape back to the link", async () => {
  const { page, margin } = await margined({ options: { open: true } });
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

test("names: next and previous go round the mentions, and are told", async () => {
  const { page, margin } = await margined({ options: { open: true } });
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
  const { page, margin } = await margined({ options: { open: true } });
  await margin.locator("#to-values").click();
  const values = await margin.locator("a.value").allInnerTexts();
  assert.deepEqual(
    values.map((value) => value.split(/\s*\n\s*/)),
    [
      ["13 أكتوبر 2026", "الثلاثاء، 13 أكتوبر 2026"],
      ["40%", "40%"],
    ],
  );
  await page.close();
});

test("search: all spellings are painted; next, previous and round; Escape empties, then closes", async () => {
  const { page, margin } = await margined({ options: { open: true } });
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
  const { page, margin } = await margined({ options: { open: true } });
  await margin.locator("#to-view").click();
  const people = margin.getByRole("switch", { name: "أشخاص" });
  assert.equal((await painted(page, "person")).length, 3);
  await people.focus();
  await page.keyboard.press("Space");
  await page.waitForFunction(() => CSS.highlights.get("hamish-person")?.size === 0);
  assert.equal(await people.isChecked(), false);
  await people.click();
  await page.waitForFunction(() => CSS.highlights.get("hamish-person")?.size === 3);
  await page.close();
});

test("the card on a name: who, how often, where more is known; it can be reached and dismissed", async () => {
  const { page, margin } = await margined();
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
  const { page, margin } = await margined({
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  await pointAt(page, "indirect");
  const card = margin.locator(".card");
  await card.waitFor();
  assert.match(
    await card.innerText(),
    /قول منقول بالمعنى\s+سلمى الحلبي\s+القائل\s+الحلبي\s+فعل القول\s+أضافت/,
  );
  await card.getByRole("link", { name: "إلى موضع القائل" }).click();
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
  const { page, margin } = await margined();
  await pointAt(page, "place", 1);
  const card = margin.locator(".card");
  await card.locator(".within", { hasText: "ضمن كلام سلمى الحلبي" }).waitFor();
  await page.mouse.move(4, 4);
  await card.waitFor({ state: "detached" });
  await pointAt(page, "person");
  await card.getByRole("button", { name: "له قولان" }).click();
  await margin.locator("#tab-quotes h3:focus", { hasText: "سلمى الحلبي" }).waitFor();
  await page.close();
});

test("mirrored: the panel stands where lines end, the interface reads in its own direction", async () => {
  for (const { dir, language, side, reads } of [
    { dir: "rtl", language: "ar", side: "left", reads: "rtl" },
    { dir: "ltr", language: "en", side: "right", reads: "ltr" },
    { dir: "rtl", language: "en", side: "left", reads: "ltr" },
  ]) {
    const { page, margin } = await margined({ dir, options: { language, open: true } });
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
  const { page, margin } = await margined({
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
  const alone = await margined({ options: { margin: "badge", open: true } });
  assert.equal(await alone.margin.locator("p.badge").count(), 1);
  assert.equal(await alone.margin.locator(".panel").count(), 0);
  await alone.page.close();
  const none = await margined({ options: { margin: "none" } });
  assert.equal(await none.margin.count(), 0);
  await none.page.close();
});

test("styled from the page: its fonts, light or dark as it is, also later", async () => {
  const { page, margin } = await margined({
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
  const { page, margin } = await margined({ options: { open: true } });
  await page.emulateMedia({ media: "print" });
  assert.equal(await margin.locator(".panel").isVisible(), false);
  await page.emulateMedia({ media: "screen", reducedMotion: "reduce" });
  await pointAt(page, "person");
  const animation = await margin.locator(".card").evaluate((card) => getComputedStyle(card).animationName);
  assert.equal(animation, "none");
  await page.close();
});
