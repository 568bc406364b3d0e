/** The page's text keeps WCAG 2.2's contrast of 4.5 on every tint, and on tints over tints, whatever the page's own colours. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attach, open } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const on = stage();

const AA = 4.5;
const QUOTES = ["direct", "partial", "term", "indirect"];
const NAMES = ["person", "place", "organization", "own-place-names"];

/** @typedef {[number, number, number, number]} Color red, green and blue to 255, alpha to 1 */

/** @param {string} css @returns {Color} */
function parse(css) {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

/** @param {Color} top @param {Color} under @returns {Color} */
function over(top, under) {
  const mix = (/** @type {0 | 1 | 2} */ nth) => top[nth] * top[3] + under[nth] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** @param {Color} one @param {Color} other */
function contrast(one, other) {
  const luminance = (/** @type {Color} */ color) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, nth) => {
      const share = (color[nth] ?? 0) / 255;
      return sum + weight * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
    }, 0);
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What can lie over what: a quote in a quote, a name in them, what a search found, what the reader was led to. */
function* stacks() {
  for (const outer of [null, ...QUOTES])
    for (const inner of [null, ...QUOTES])
      for (const name of [null, ...NAMES])
        for (const found of [null, "search"])
          for (const current of [null, "current"])
            if (outer !== inner || outer === null)
              yield [outer, inner, name, found, current].filter((one) => one !== null);
}

/** The text in some elements: its colour, its ground's, and the tints that lie on it. @param {import("playwright-core").Page} page */
function textsOf(page) {
  return page.evaluate(() =>
    ["h1", ".story-body p", ".story-body a"].map((selector) => {
      const element = /** @type {Element} */ (document.querySelector(selector));
      const none = /^rgba.* 0\)$/;
      let back = "rgba(0, 0, 0, 0)";
      for (let at = /** @type {Element | null} */ (element); at && none.test(back); at = at.parentElement)
        back = getComputedStyle(at).backgroundColor;
      const tints = [...CSS.highlights.keys()].map((name) => {
        const { backgroundColor, color } = getComputedStyle(element, `::highlight(${name})`);
        return [name.slice("hamish-".length), { tint: backgroundColor, color }];
      });
      return {
        selector,
        text: getComputedStyle(element).color,
        back: none.test(back) ? "rgb(255, 255, 255)" : back,
        tints: /** @type {Record<string, { tint: string, color: string }>} */ (Object.fromEntries(tints)),
      };
    }),
  );
}

/** @param {Awaited<ReturnType<typeof textsOf>>} texts */
function assertReadable(texts) {
  for (const { selector, text, back, tints } of texts) {
    for (const stack of stacks()) {
      const ground = stack.reduce((under, name) => over(parse(tints[name]?.tint ?? ""), under), parse(back));
      const color = tints[stack.at(-1) ?? ""]?.color ?? text;
      const ratio = contrast(parse(color), ground);
      assert.ok(
        ratio >= AA,
        `${selector}, ${color} on ${back} under ${stack.join(", ")}: ${ratio.toFixed(2)}`,
      );
    }
  }
}

/** The tint of direct quotes now. @param {import("playwright-core").Page} page */
async function direct(page) {
  return (await textsOf(page))[1]?.tints.direct?.tint;
}

/** A page of these colours. @param {string} style @param {import("playwright-core").BrowserContextOptions} [options] */
async function painted(style, options = {}) {
  const context = await on.browser.newContext(options);
  const page = await open(context, `${on.url}dark.html`);
  await page.evaluate((rules) => {
    document.querySelector("style")?.replaceChildren(rules);
    const paragraph = /** @type {Element} */ (document.querySelector(".story-body p:nth-child(5)"));
    paragraph.innerHTML = paragraph.innerHTML.replace("الأردن", '<a href="/tags/jordan">الأردن</a>');
  }, style);
  await attach(page, on.script, {
    margin: "none",
    patterns: [{ name: "place-names", pattern: "عمّان|العقبة", color: "#0a7" }],
  });
  return { page, close: () => context.close() };
}

const looks = {
  white: "body { background: #fff; color: #222 } a { color: #0b57d0 }",
  "no background of its own": "body { color: #000 } a { color: #00e }",
  dark: "body { background: #16191d; color: #d9dde2 } a { color: #8ab4f8 }",
  black: "html { background: #000 } body { color: #fff } a { color: #9cf }",
  "a newspaper's salmon": "body { background: #fff1e5; color: #33302e } a { color: #0d7680 }",
  "white on a brand's red": "body { background: #b00020; color: #fff } a { color: #ffe9a8 }",
  "white on a brand's green": "body { background: #00622f; color: #fff } a { color: #cfe8ff }",
  "grey text that is just readable": "body { background: #fff; color: #737373 } a { color: #5c5ce8 }",
  "a dark headline over a light body":
    "body { background: #fff; color: #333 } h1 { background: #123456; color: #eef } a { color: #a11 }",
  "half-transparent grounds":
    "html { background: #222 } main { background: rgb(255 255 255 / .08) } body { color: #eee } a { color: #fc9 }",
};
for (const [name, style] of Object.entries(looks)) {
  test(`${name}: every tint leaves the text readable, alone and over others`, async () => {
    const { page, close } = await painted(style);
    const texts = await textsOf(page);
    const half = name.startsWith("half");
    assertReadable(half ? texts.map((text) => ({ ...text, back: "rgb(52, 52, 52)" })) : texts);
    if (!name.startsWith("grey"))
      for (const layer of ["person", "place", "organization", "direct", "partial"]) {
        const { tint = "" } = texts[1]?.tints[layer] ?? {};
        assert.ok(parse(tint)[3] >= 0.06, `${layer}: ${tint}`);
      }
    await close();
  });
}

test("a page turned dark, by an attribute, a class or slowly, and back: the tints follow", async () => {
  const light = "body { background: #fff; color: #222 } a { color: #0b57d0 }";
  const night = "{ background: #101214; color: #e3e3e3 }";
  const links = "{ color: #8ab4f8 }";
  const { page, close } = await painted(
    `${light} [data-theme=night] body ${night} [data-theme=night] a ${links} .night body ${night} .night a ${links}
     .slow body ${night} .slow a ${links} .slow body, .slowly body { transition: background-color .7s, color .7s }`,
  );
  /** @param {() => void} turn */
  const turned = async (turn) => {
    const before = await direct(page);
    await page.evaluate(turn);
    await page.waitForFunction(
      (was) => {
        const element = /** @type {Element} */ (document.querySelector(".story-body p"));
        return getComputedStyle(element, "::highlight(hamish-direct)").backgroundColor !== was;
      },
      before,
      { timeout: 5000, polling: 50 },
    );
  };
  await turned(() => document.documentElement.setAttribute("data-theme", "night"));
  assertReadable(await textsOf(page));
  await turned(() => document.documentElement.removeAttribute("data-theme"));
  assertReadable(await textsOf(page));
  await turned(() => document.documentElement.classList.add("night"));
  assertReadable(await textsOf(page));
  await turned(() => document.documentElement.classList.remove("night"));
  await page.evaluate(() => document.documentElement.classList.add("slowly"));
  await turned(() => document.documentElement.classList.add("slow"));
  await page.waitForTimeout(1800);
  assertReadable(await textsOf(page));
  await close();
});

test("a reader whose system turns dark: the tints follow", async () => {
  const { page, close } = await painted(
    `body { background: #fff; color: #222 } a { color: #0b57d0 }
     @media (prefers-color-scheme: dark) { body { background: #101214; color: #e3e3e3 } a { color: #8ab4f8 } }`,
    { colorScheme: "light" },
  );
  const light = await direct(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForFunction(
    (was) => {
      const element = /** @type {Element} */ (document.querySelector(".story-body p"));
      return getComputedStyle(element, "::highlight(hamish-direct)").backgroundColor !== was;
    },
    light,
    { timeout: 5000, polling: 50 },
  );
  assertReadable(await textsOf(page));
  await close();
});
