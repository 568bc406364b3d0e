/** Pages that change: what is read and painted follows, and never in a loop. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attach, expected, open, painted, reads } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const on = stage();

const story = expected("dark");

/** @param {string} name */
async function attached(name) {
  const page = await open(on.browser, `${on.url}${name}.html`);
  await attach(page, on.script);
  return page;
}

/** Waits until words are painted. @param {import("playwright-core").Page} page @param {string} words */
async function paints(page, words) {
  for (let times = 0; times < 40; times++) {
    if ((await painted(page)).some((piece) => piece.includes(words))) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`«${words}» is not painted`);
}

const added =
  "وقال وزير الخارجية المصري بدر عبد العاطي إن القاهرة «ترحب بتشغيل المحطة» وتأمل أن يتكرر المشروع في مدن أخرى.";

test("paragraphs added, edited and removed", async () => {
  const page = await attached("dark");
  await page.evaluate((text) => {
    const paragraph = document.createElement("p");
    paragraph.id = "late";
    paragraph.textContent = text;
    document.querySelector(".story-body")?.append(paragraph);
  }, added);
  await reads(page, added);
  await paints(page, "القاهرة");
  await page.evaluate(() => {
    const node = /** @type {Text} */ (document.getElementById("late")?.firstChild);
    node.data = node.data.replace("القاهرة", "عمّان");
  });
  await reads(page, added.replace("القاهرة", "عمّان"));
  await page.evaluate(() => document.getElementById("late")?.remove());
  await reads(page, added.replace("القاهرة", "عمّان"), false);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).handle.text), story.join("\n"));
  await page.close();
});

test("single-page navigation: from the front page to an article and back", async () => {
  const page = await attached("home");
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).handle.root), null);
  await page.evaluate(async () => {
    const main = /** @type {Element} */ (document.querySelector("main"));
    Object.assign(window, { front: main.innerHTML });
    const source = await (await fetch("dark.html")).text();
    history.pushState(null, "", "/news/1");
    main.innerHTML =
      new DOMParser().parseFromString(source, "text/html").querySelector("main")?.innerHTML ?? "";
    document.title = "محطة تحلية جديدة في العقبة تبدأ ضخ المياه قبل الموعد";
  });
  await reads(page, /** @type {string} */ (story[1]));
  assert.ok((await painted(page)).length > 3);
  await page.evaluate(() => {
    history.back();
    const main = /** @type {Element} */ (document.querySelector("main"));
    main.innerHTML = /** @type {any} */ (window).front;
    document.title = "صحيفة النهر - الصفحة الرئيسية";
  });
  await reads(page, /** @type {string} */ (story[1]), false);
  assert.deepEqual(await painted(page), []);
  await page.close();
});

test("a page turned from dark to light: the colours follow", async () => {
  const page = await attached("dark");
  const sheet = () =>
    page.evaluate(() =>
      [...(document.adoptedStyleSheets[0]?.cssRules ?? [])].map((rule) => rule.cssText).join(),
    );
  const dark = await sheet();
  await page.evaluate(() => Object.assign(document.body.style, { background: "#fff", color: "#111" }));
  await page.waitForFunction(
    (before) =>
      [...(document.adoptedStyleSheets[0]?.cssRules ?? [])].map((rule) => rule.cssText).join() !== before,
    dark,
    { timeout: 5000, polling: 50 },
  );
  await page.close();
});

test("a frame that loads late is read", async () => {
  const page = await attached("home");
  await page.evaluate(() => {
    document.querySelector("main")?.remove();
    document.body.append(Object.assign(document.createElement("iframe"), { src: "dark.html" }));
  });
  await reads(page, /** @type {string} */ (story[1]));
  await page.close();
});

test("a page that never rests: the engine is asked only when the text is another", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await attach(page, on.script, { margin: "none", selector: "no-such-element" });
  const asked = await page.evaluate(async () => {
    const { hamish } = /** @type {any} */ (window);
    let count = 0;
    const analyze = async () => {
      count++;
      const readingTime = { words: 1, seconds: 1, minutes: 1, wordsPerMinute: 181, label: "دقيقة واحدة" };
      const lists = { mentions: [], entities: [], quotes: [], values: [] };
      return {
        annotations: { offsets: "utf16", language: "ar", readingTime, ...lists },
        ranges: new Uint32Array(),
      };
    };
    const none = async () => [];
    await hamish.attach(document, { engine: { analyze, search: none, tidy: none, hideHarakat: none } });
    const clock = document.body.appendChild(document.createElement("div"));
    for (let nth = 0; nth < 40; nth++) {
      clock.textContent = `${nth}`;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return count;
  });
  assert.equal(asked, 1);
  await page.close();
});

test("an article written again word by word keeps its notes", async () => {
  const page = await attached("dark");
  const before = await painted(page);
  await page.evaluate(() => {
    const main = /** @type {Element} */ (document.querySelector("main"));
    Object.assign(window, { old: document.querySelector("article") });
    main.replaceChildren(...[...main.childNodes].map((node) => node.cloneNode(true)));
  });
  await page.waitForFunction(() => {
    const { handle, old } = /** @type {any} */ (window);
    return handle.root && handle.root !== old && handle.root.isConnected;
  });
  await paints(page, "العقبة");
  await page.waitForFunction(
    (count) => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) === count,
    before.length,
  );
  assert.ok(await page.evaluate(() => /** @type {any} */ (window).handle.annotations));
  await page.close();
});

test("that an article has come and gone is told", async () => {
  const page = await attached("home");
  const changes = () => page.evaluate(() => /** @type {any} */ (window).changes);
  await page.evaluate(() => {
    Object.assign(window, { changes: 0, front: document.querySelector("main")?.innerHTML });
    document.addEventListener("hamish:change", () => {
      /** @type {any} */ (window).changes++;
    });
  });
  await page.evaluate(async () => {
    const source = await (await fetch("dark.html")).text();
    const main = /** @type {Element} */ (document.querySelector("main"));
    main.innerHTML =
      new DOMParser().parseFromString(source, "text/html").querySelector("main")?.innerHTML ?? "";
  });
  await reads(page, story[1] ?? "");
  await page.waitForFunction(() => /** @type {any} */ (window).changes > 0, { timeout: 5000 });
  await page.evaluate(() => {
    /** @type {Element} */ (document.querySelector("main")).innerHTML = /** @type {any} */ (window).front;
  });
  await page.waitForFunction(() => /** @type {any} */ (window).handle.root === null);
  await page.waitForTimeout(100);
  assert.equal(await changes(), 2);
  await page.close();
});
