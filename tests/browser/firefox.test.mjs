/** The same page layer in Firefox: every page of the tests, frameworks, pages that change. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Tab } from "./firefox.mjs";
import { apps, paragraphs, scriptOf } from "./frameworks.mjs";
import { expected, figureLines } from "./helpers.mjs";
import { empty, traps } from "./traps.mjs";

const tab = new Tab();

describe("pages", () => {
  for (const [name, trap] of Object.entries({ ...traps, dark: "a dark page" })) {
    test(`${name}: ${trap}; painted, untouched, left as it was`, async () => {
      await tab.open(name);
      const { text, painted, changes } = await tab.attach({ margin: "none" });
      assert.deepEqual(text.split("\n"), expected(name));
      assert.ok(painted > 0);
      assert.equal(changes, 0);
      await tab.screenshot(`${name}`);
      const left = await tab.page.evaluate(() => {
        /** @type {any} */ (window).handle.detach();
        return [CSS.highlights.size, document.adoptedStyleSheets.length];
      });
      assert.deepEqual(left, [0, 0]);
    });
  }

  for (const name of empty) {
    test(`${name}: no article, nothing painted`, async () => {
      await tab.open(name);
      assert.deepEqual(await tab.attach(), { text: "", painted: 0, changes: 0 });
    });
  }

  for (const [name, { page: rendered, source }] of Object.entries(apps)) {
    test(`${name}: hydrates and renders anew under the highlights`, async () => {
      await tab.open("not-found");
      await tab.write(await rendered());
      /** @type {string[]} */
      const said = [];
      /** @param {import("puppeteer-core").ConsoleMessage} message */
      const hear = (message) => {
        if (/^(?:error|warn)/.test(message.type())) said.push(message.text());
      };
      tab.page.on("console", hear);
      await tab.page.evaluate(scriptOf(source));
      assert.ok((await tab.attach()).painted > 3);
      await tab.page.evaluate(() => void (/** @type {any} */ (window).start()));
      await tab.page.waitForFunction(() => /** @type {any} */ (window).render);
      for (const count of [1, 2]) {
        await tab.page.evaluate(() => /** @type {any} */ (window).render());
        await tab.reads(`${paragraphs[0]} (تحديث ${count})`);
      }
      tab.page.off("console", hear);
      assert.deepEqual(said, []);
    });
  }
});

test("the article has the highlights' style, shadow trees too, and nothing beside it", async () => {
  for (const [name, menu] of [
    ["dark", "solid"],
    // There the nearest element around the story is the page's body.
    ["shadow", "dotted"],
  ]) {
    await tab.open(/** @type {string} */ (name));
    await tab.attach({ margin: "none" });
    assert.deepEqual(await tab.page.evaluate(figureLines), { story: ["dotted"], menu });
  }
});

test("paragraphs added, edited and removed", async () => {
  await tab.open("dark");
  await tab.attach();
  const line = "وقال وزير الخارجية المصري بدر عبد العاطي إن القاهرة «ترحب بتشغيل المحطة» قبل موعدها.";
  await tab.page.evaluate((text) => {
    const paragraph = document.createElement("p");
    paragraph.id = "late";
    paragraph.textContent = text;
    document.querySelector(".story-body")?.append(paragraph);
  }, line);
  await tab.reads(line);
  await tab.page.evaluate(() => {
    const node = /** @type {Text} */ (document.getElementById("late")?.firstChild);
    node.data = node.data.replace("القاهرة", "عمّان");
  });
  await tab.reads(line.replace("القاهرة", "عمّان"));
  await tab.page.evaluate(() => document.getElementById("late")?.remove());
  await tab.reads(line.replace("القاهرة", "عمّان"), false);
});

test("single-page navigation: from the front page to an article and back", async () => {
  await tab.open("home");
  await tab.attach();
  await tab.page.evaluate(async () => {
    const main = /** @type {Element} */ (document.querySelector("main"));
    Object.assign(window, { front: main.innerHTML });
    const source = await (await fetch("dark.html")).text();
    history.pushState(null, "", "/news/1");
    main.innerHTML =
      new DOMParser().parseFromString(source, "text/html").querySelector("main")?.innerHTML ?? "";
  });
  const [, line = ""] = expected("dark");
  await tab.reads(line);
  await tab.page.evaluate(() => {
    history.back();
    const main = /** @type {Element} */ (document.querySelector("main"));
    main.innerHTML = /** @type {any} */ (window).front;
  });
  await tab.reads(line, false);
  await tab.page.waitForFunction(() => CSS.highlights.size === 0, { polling: 50 });
});

test("a page turned dark by an attribute of its root: the tints follow", async () => {
  await tab.open("wordpress");
  await tab.page.evaluate(() => {
    const style = document.createElement("style");
    style.textContent =
      "[data-theme=night] body, [data-theme=night] body * { background: #101214; color: #e3e3e3 }";
    document.head.append(style);
  });
  await tab.attach({ margin: "none" });
  const sheet = () => tab.page.evaluate(() => document.adoptedStyleSheets[0]?.cssRules[3]?.cssText);
  const light = await sheet();
  await tab.page.evaluate(() => document.documentElement.setAttribute("data-theme", "night"));
  await tab.page.waitForFunction(
    (was) => document.adoptedStyleSheets[0]?.cssRules[3]?.cssText !== was,
    { polling: 50 },
    light,
  );
});
