/** The margin in Firefox: badge, panel and card, options, axe-core, paper, screens to look at. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Tab } from "./firefox.mjs";
import { root } from "./helpers.mjs";
import { attachStory, storyNotes, storyPage } from "./margined.mjs";

const tab = new Tab();

/** A part of the margin. @param {string} selector */
const margin = (selector) => `hamish-margin >>> ${selector}`;

/** What parts of the margin say. @param {string} selector @returns {Promise<string[]>} */
const said = (selector) =>
  tab.page.evaluate(
    (part) =>
      [.../** @type {any} */ (document.querySelector("hamish-margin")).shadowRoot.querySelectorAll(part)].map(
        ({ innerText }) => innerText.replace(/\s+/g, " ").trim(),
      ),
    selector,
  );

/** The words of a highlight. @param {string} name */
const painted = (name) =>
  tab.page.evaluate(
    (key) =>
      [...(CSS.highlights.get(`hamish-${key}`) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
        /** @type {Text} */ (startContainer).data.slice(startOffset, endOffset),
      ),
    name,
  );

/** Waits for what holds of the margin. @param {string} selector @param {string} [words] */
const shows = (selector, words = "") =>
  tab.page.waitForFunction(
    (part, text) =>
      [...(document.querySelector("hamish-margin")?.shadowRoot?.querySelectorAll(part) ?? [])].some(
        (element) => /** @type {HTMLElement} */ (element).innerText.replace(/\s+/g, " ").includes(text),
      ),
    { timeout: 5000, polling: 50 },
    selector,
    words,
  );

/** Waits until a part of the margin is gone. @param {string} selector */
const goes = (selector) =>
  tab.page.waitForFunction(
    (part) => !document.querySelector("hamish-margin")?.shadowRoot?.querySelector(part),
    { timeout: 5000, polling: 50 },
    selector,
  );

/** The page with the story, and its margin. @param {Record<string, unknown>} [options] @param {{ dir?: string, style?: string }} [how] */
async function story(options = {}, how = {}) {
  await tab.open("not-found");
  await tab.write(storyPage(how));
  await tab.page.addScriptTag({ url: tab.script });
  await tab.page.evaluate(attachStory, storyNotes(options));
}

/** Moves the pointer onto the words of a highlight. @param {string} name @param {number} [nth] */
async function pointAt(name, nth = 0) {
  const { x, y } = await tab.page.evaluate(
    (key, at) => {
      const found = [...(CSS.highlights.get(`hamish-${key}`) ?? [])][at];
      const { startContainer, startOffset, endContainer, endOffset } = /** @type {StaticRange} */ (found);
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      const [line] = range.getClientRects();
      const rect = /** @type {DOMRect} */ (line);
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    },
    name,
    nth,
  );
  await tab.page.mouse.move(x, y);
  await tab.page.mouse.move(x + 2, y + 1);
}

test("keyboard alone: the badge opens the panel, Escape closes it, the focus comes back", async () => {
  await story();
  await tab.page.bringToFront();
  const focused = () =>
    tab.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.closest("[class], [id]")?.id);
  await tab.page.focus(margin("button.badge"));
  await tab.page.keyboard.press("Enter");
  await shows("#panel");
  assert.equal(await focused(), "panel-title");
  await tab.page.focus(margin("#to-quotes"));
  await tab.page.keyboard.press("ArrowLeft");
  assert.equal(await focused(), "to-names");
  await tab.page.keyboard.press("Escape");
  await goes("#panel");
  assert.deepEqual(await said(".badge:focus"), ["5 دقائق"]);
});

test("the panel: quotes by speaker, mentions one by one, what values mean, layers", async () => {
  await story({ open: true });
  assert.deepEqual(await said("#tab-quotes h3 > span"), ["سلمى الحلبي", "وزارة الثقافة"]);
  await tab.page.click(
    margin("#tab-quotes .group:last-of-type a.quote, #tab-quotes section:last-of-type a.quote"),
  );
  assert.deepEqual(await painted("current"), ["جسرًا من ورق"]);
  await tab.page.click(margin("#to-names"));
  await tab.page.click(margin('.name button[aria-label^="الموضع التالي"]'));
  assert.equal((await painted("current")).length, 1);
  await tab.page.click(margin("#to-values"));
  assert.deepEqual(await said("a.value"), ["13 أكتوبر 2026 الثلاثاء، 13 أكتوبر 2026", "40%"]);
  await tab.page.click(margin("#to-view"));
  await tab.page.click(margin(".layers .of-person"));
  await tab.page.waitForFunction(() => CSS.highlights.get("hamish-person")?.size === 0, { polling: 50 });
  await tab.page.click(margin(".layers .of-person"));
  await tab.page.waitForFunction(() => CSS.highlights.get("hamish-person")?.size === 3, { polling: 50 });
});

test("search: all spellings are painted; next and round; Escape empties, then closes", async () => {
  await story({ open: true });
  await tab.page.type(margin("input[type=search]"), "اللاذقيه");
  await shows(".search .count", "3 نتائج");
  assert.deepEqual(await painted("search"), ["اللاذقية", "اللاذقية", "اللَّاذقية"]);
  await tab.page.keyboard.press("Enter");
  await shows(".search .count", "1 من 3");
  await tab.page.keyboard.press("Escape");
  await tab.page.waitForFunction(() => CSS.highlights.get("hamish-search")?.size === 0, { polling: 50 });
  await tab.page.keyboard.press("Escape");
  await goes("#panel");
});

test("the reading view: tidied, harakat hidden or shown; Escape closes it alone", async () => {
  await story({ open: true });
  await tab.page.click(margin("#to-view"));
  await tab.page.click(margin(".wide"));
  await shows("dialog.reader article", "جولتها في اللَّاذقية، قبل العودة");
  await tab.page.keyboard.press("Escape");
  await goes("dialog.reader");
  await shows("#panel");
});

test("the card: on a name who and how often; on a quote who and how; it can be reached and dismissed", async () => {
  await story();
  await pointAt("place");
  await shows(".card", "مكان اللاذقية 3 مواضع 1 من 3");
  await tab.page.hover(margin(".card h2"));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await shows(".card", "اللاذقية");
  await tab.page.mouse.move(4, 4);
  await goes(".card");
  await pointAt("indirect");
  await shows(".card", "قول منقول بالمعنى سلمى الحلبي القائل الحلبي فعل القول أضافت");
  await tab.page.mouse.move(4, 4);
  await goes(".card");
  await pointAt("person");
  await shows(".card", "قولان");
  await tab.page.click(margin(".card .links button"));
  await shows("#tab-quotes h3:focus", "سلمى الحلبي");
});

test("options as attributes: layers, colours, names, patterns; what is wrong is told", async () => {
  await tab.open("dark");
  /** @type {string[]} */
  const told = [];
  const hear = (/** @type {import("puppeteer-core").ConsoleMessage} */ message) => told.push(message.text());
  tab.page.on("console", hear);
  const kinds = await tab.page.evaluate(
    async (src, attributes) => {
      const script = Object.assign(document.createElement("script"), { src });
      Object.assign(script.dataset, attributes);
      await new Promise((resolve) => {
        script.onload = resolve;
        document.head.append(script);
      });
      const { annotations } = await /** @type {any} */ (window).hamish.handle;
      const painted = [...CSS.highlights].filter(([, { size }]) => size > 0).map(([name]) => name);
      return [
        ...painted,
        annotations.entities.find((/** @type {any} */ { id }) => id === "x:1")?.type,
      ].sort();
    },
    tab.script,
    {
      layers: "place, organization",
      names: '[{"name": "محطة التحلية", "type": "organization", "id": "x:1"}]',
      patterns: '[{"name": "percent", "pattern": "\\\\d+ في المئة", "color": "teal"}]',
      margin: "none",
      threshold: "7",
    },
  );
  tab.page.off("console", hear);
  assert.deepEqual(kinds, ["hamish-organization", "hamish-own-percent", "hamish-place", "organization"]);
  assert.equal(told.length, 1);
  assert.match(told[0] ?? "", /threshold/);
});

const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, "utf8");

test("axe-core finds no violation in the badge, the panel's tabs and the card", async () => {
  await story({ open: true });
  await tab.page.evaluate(axe);
  const violations = () =>
    tab.page.evaluate(async () => {
      const found = await /** @type {any} */ (window).axe.run({
        include: [{ fromShadowDom: ["hamish-margin", ".margin"] }],
      });
      return found.violations.map((/** @type {any} */ { id, nodes }) => [id, nodes[0].html.slice(0, 160)]);
    });
  for (const name of ["quotes", "names", "values", "view"]) {
    await tab.page.click(margin(`#to-${name}`));
    assert.deepEqual(await violations(), [], name);
  }
  await pointAt("person");
  await shows(".card");
  assert.deepEqual(await violations(), [], "card");
});

test("paper shows the page alone", async () => {
  const print = async () => {
    const file = Buffer.from(await tab.page.pdf({ printBackground: true })).toString("latin1");
    // What is drawn comes first; the hour stands behind.
    return file.slice(0, file.indexOf("/ObjStm"));
  };
  await tab.open("not-found");
  await tab.write(storyPage());
  const plain = await print();
  await story({ open: true });
  assert.ok((await print()) === plain);
  await tab.page.evaluate(() =>
    document.querySelector("article p")?.setAttribute("style", "background: gold"),
  );
  assert.ok((await print()) !== plain);
});

/** How far the card stands on the panel, in CSS pixels. */
const overlap = () =>
  tab.page.evaluate(() => {
    const { shadowRoot } = /** @type {any} */ (document.querySelector("hamish-margin"));
    const card = shadowRoot.querySelector(".card").getBoundingClientRect();
    const panel = shadowRoot.querySelector(".panel").getBoundingClientRect();
    return Math.max(0, Math.min(card.right, panel.right) - Math.max(card.left, panel.left));
  });

const looks = /** @type {const} */ ({
  light: [{ open: true }, {}, [1000, 900]],
  dark: [{ open: true }, { style: "body { background: #15171a; color: #e8e6e3 }" }, [1000, 900]],
  phone: [{ open: true }, {}, [390, 780]],
  ltr: [{ open: true, language: "en" }, { dir: "ltr" }, [1000, 900]],
});
for (const [name, [options, how, [width, height]]] of Object.entries(looks)) {
  test(`${name}: the panel in the window, nothing cut off at its side`, async () => {
    await tab.page.setViewport({ width, height });
    await story(options, how);
    if (width > 640) {
      await pointAt("person");
      await shows(".card");
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await tab.screenshot(`margin-${name}`);
    const cut = await tab.page.evaluate(() => {
      const shadow = /** @type {ShadowRoot} */ (document.querySelector("hamish-margin")?.shadowRoot);
      return [...shadow.querySelectorAll(".panel *, .card *")]
        .filter((element) => {
          const { left, right, width: wide } = element.getBoundingClientRect();
          return wide > 0 && (left < -1 || right > innerWidth + 1);
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80));
    });
    assert.deepEqual(cut, []);
    if (width > 640) assert.equal(await overlap(), 0);
    // Arabic: «%» stands to the left of its number, whatever the direction of the interface.
    const [number, percent] = await tab.page.evaluate(() => {
      const shadow = document.querySelector("hamish-margin")?.shadowRoot;
      const words = [...(shadow?.querySelectorAll("q") ?? [])].map(
        (quote) => /** @type {Text} */ (quote.firstChild),
      );
      const node = /** @type {Text} */ (words.find(({ data }) => data.endsWith("40%")));
      return [3, 1].map((fromEnd) => {
        const range = new Range();
        range.setStart(node, node.length - fromEnd);
        range.setEnd(node, node.length - fromEnd + 1);
        return range.getBoundingClientRect().left;
      });
    });
    assert.ok(/** @type {number} */ (percent) < /** @type {number} */ (number));
  });
}
