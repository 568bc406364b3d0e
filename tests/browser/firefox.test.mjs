/** The same page layer in Firefox: every page of the tests, frameworks, pages that change, the margin. */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import puppeteer from "puppeteer-core";
import { browser as browserPath } from "../../tools/setup.mjs";
import { apps, paragraphs, scriptOf } from "./frameworks.mjs";
import { expected, root, servePages } from "./helpers.mjs";
import { empty, traps } from "./traps.mjs";

/** @type {import("puppeteer-core").Browser} */
let browser;
/** The one tab: Firefox fails now and then to open one while another closes. @type {import("puppeteer-core").Page} */
let page;
/** @type {Awaited<ReturnType<typeof servePages>>} */
let server;

before(async () => {
  mkdirSync(`${root}dist/screenshots`, { recursive: true });
  const executablePath = browserPath("firefox");
  [browser, server] = await Promise.all([
    puppeteer.launch({ browser: "firefox", executablePath, headless: true, args: ["--no-remote"] }),
    servePages(),
  ]);
  page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 1200 });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Goes to one of the tests' pages. @param {string} name */
function open(name) {
  return page.goto(`${server.url}${name}.html`, { waitUntil: "domcontentloaded" });
}

/**
 * Attaches to the page; what is read and painted then, and how often its DOM was changed.
 * @param {Record<string, unknown>} [options]
 */
function attach(options = {}) {
  return page.evaluate(
    async ({ src, data }) => {
      const element = document.createElement("script");
      element.src = src;
      element.dataset.manual = "";
      await new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.head.append(element);
      });
      const { hamish } = /** @type {any} */ (window);
      let changes = 0;
      const observer = new MutationObserver((records) => {
        changes += records.length;
      });
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      const handle = await hamish.attach(document, data);
      Object.assign(window, { handle });
      const painted = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
      return { text: handle.text, painted, changes: changes + observer.takeRecords().length };
    },
    { src: `${server.url}dist/embed/hamish.js`, data: options },
  );
}

/** Waits until the text that is read has a line, or has it no more. @param {string} line */
function reads(line, there = true) {
  return page.waitForFunction(
    (wanted, has) => /** @type {any} */ (window).handle.text.split("\n").includes(wanted) === has,
    { timeout: 8000, polling: 50 },
    line,
    there,
  );
}

describe("pages", () => {
  for (const [name, trap] of Object.entries({ ...traps, dark: "a dark page" })) {
    test(`${name}: ${trap}; painted, untouched, left as it was`, async () => {
      await open(name);
      const { text, painted, changes } = await attach({ margin: "none" });
      assert.deepEqual(text.split("\n"), expected(name));
      assert.ok(painted > 0);
      assert.equal(changes, 0);
      await page.screenshot({ path: `${root}dist/screenshots/firefox-${name}.png` });
      const left = await page.evaluate(() => {
        /** @type {any} */ (window).handle.detach();
        return [CSS.highlights.size, document.adoptedStyleSheets.length];
      });
      assert.deepEqual(left, [0, 0]);
    });
  }

  for (const name of empty) {
    test(`${name}: no article, nothing painted`, async () => {
      await open(name);
      assert.deepEqual(await attach(), { text: "", painted: 0, changes: 0 });
    });
  }

  for (const [name, { page: rendered, source }] of Object.entries(apps)) {
    test(`${name}: hydrates and renders anew under the highlights`, async () => {
      await open("not-found");
      await page.evaluate(
        (body) => {
          document.open();
          document.write(body);
          document.close();
        },
        await rendered(),
      );
      /** @type {string[]} */
      const said = [];
      /** @param {import("puppeteer-core").ConsoleMessage} message */
      const hear = (message) => {
        if (/^(?:error|warn)/.test(message.type())) said.push(message.text());
      };
      page.on("console", hear);
      await page.evaluate(scriptOf(source));
      assert.ok((await attach()).painted > 3);
      await page.evaluate(() => void (/** @type {any} */ (window).start()));
      await page.waitForFunction(() => /** @type {any} */ (window).render);
      for (const count of [1, 2]) {
        await page.evaluate(() => /** @type {any} */ (window).render());
        await reads(`${paragraphs[0]} (تحديث ${count})`);
      }
      page.off("console", hear);
      assert.deepEqual(said, []);
    });
  }
});

test("paragraphs added, edited and removed", async () => {
  await open("dark");
  await attach();
  const line = "وقال وزير الخارجية المصري بدر عبد العاطي إن القاهرة «ترحب بتشغيل المحطة» قبل موعدها.";
  await page.evaluate((text) => {
    const paragraph = document.createElement("p");
    paragraph.id = "late";
    paragraph.textContent = text;
    document.querySelector(".story-body")?.append(paragraph);
  }, line);
  await reads(line);
  await page.evaluate(() => {
    const node = /** @type {Text} */ (document.getElementById("late")?.firstChild);
    node.data = node.data.replace("القاهرة", "عمّان");
  });
  await reads(line.replace("القاهرة", "عمّان"));
  await page.evaluate(() => document.getElementById("late")?.remove());
  await reads(line.replace("القاهرة", "عمّان"), false);
});

test("single-page navigation: from the front page to an article and back", async () => {
  await open("home");
  await attach();
  await page.evaluate(async () => {
    const main = /** @type {Element} */ (document.querySelector("main"));
    Object.assign(window, { front: main.innerHTML });
    const source = await (await fetch("dark.html")).text();
    history.pushState(null, "", "/news/1");
    main.innerHTML =
      new DOMParser().parseFromString(source, "text/html").querySelector("main")?.innerHTML ?? "";
  });
  const [, line = ""] = expected("dark");
  await reads(line);
  await page.evaluate(() => {
    history.back();
    const main = /** @type {Element} */ (document.querySelector("main"));
    main.innerHTML = /** @type {any} */ (window).front;
  });
  await reads(line, false);
  await page.waitForFunction(() => CSS.highlights.size === 0, { polling: 50 });
});

test("a page turned dark by an attribute of its root: the tints follow", async () => {
  await open("wordpress");
  await page.evaluate(() => {
    const style = document.createElement("style");
    style.textContent =
      "[data-theme=night] body, [data-theme=night] body * { background: #101214; color: #e3e3e3 }";
    document.head.append(style);
  });
  await attach({ margin: "none" });
  const sheet = () => page.evaluate(() => document.adoptedStyleSheets[0]?.cssRules[3]?.cssText);
  const light = await sheet();
  await page.evaluate(() => document.documentElement.setAttribute("data-theme", "night"));
  await page.waitForFunction(
    (was) => document.adoptedStyleSheets[0]?.cssRules[3]?.cssText !== was,
    { polling: 50 },
    light,
  );
});

test("the margin: opened by the keyboard, tab by tab, search, the card on pointing", async () => {
  await open("wordpress");
  await attach();
  const margin = (/** @type {string} */ selector) => `hamish-margin >>> ${selector}`;
  await page.waitForSelector(margin("button.badge"));
  await page.bringToFront();
  await page.focus(margin("button.badge"));
  await page.keyboard.press("Enter");
  await page.waitForSelector(margin("a.quote"));
  for (const tab of ["names", "values", "view"]) {
    await page.click(margin(`#to-${tab}`));
    await page.waitForSelector(margin(`#tab-${tab}:not([hidden]) *`));
  }
  await page.type(margin("input[type=search]"), expected("wordpress")[1]?.split(" ")[1] ?? "");
  await page.waitForFunction(() => (CSS.highlights.get("hamish-search")?.size ?? 0) > 0, { polling: 50 });
  await page.screenshot({ path: `${root}dist/screenshots/firefox-margin.png` });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.waitForFunction(
    () =>
      !document.querySelector("hamish-margin")?.shadowRoot?.querySelector(".panel") &&
      CSS.highlights.get("hamish-search")?.size === 0,
    { polling: 50 },
  );
  const box = await page.evaluate(() => {
    scrollTo(0, 0);
    const names = ["person", "place", "organization"].flatMap((name) => [
      ...(CSS.highlights.get(`hamish-${name}`) ?? []),
    ]);
    for (const { startContainer, startOffset, endContainer, endOffset } of names) {
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      const [line] = range.getClientRects();
      if (line && line.top > 0 && line.bottom < innerHeight)
        return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
    }
    throw new Error("no name is in sight");
  });
  await new Promise((resolve) => setTimeout(resolve, 600));
  await page.mouse.move(box.x, box.y);
  await page.mouse.move(box.x + 2, box.y + 1);
  await page.waitForFunction(
    () => document.querySelector("hamish-margin")?.shadowRoot?.querySelector(".card h2"),
    { timeout: 5000, polling: 50 },
  );
});
