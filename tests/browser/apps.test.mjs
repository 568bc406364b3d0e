/** Single-page applications: rendered on a server, hydrated under the highlights, rendered anew, without a word of warning. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { apps, paragraphs, scriptOf, title } from "./frameworks.mjs";
import { attach, expected, open, painted, reads } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const on = stage();

const other = expected("blogger");

for (const [name, { page: rendered, source }] of Object.entries(apps)) {
  test(`${name}: hydrates and renders anew under the highlights`, async () => {
    const context = await on.browser.newContext();
    const body = await rendered();
    await context.route(`${on.url}app`, (route) => route.fulfill({ contentType: "text/html", body }));
    const page = await open(context, `${on.url}app`);
    /** @type {string[]} */
    const said = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(String(error)));
    await page.evaluate(scriptOf(source));
    await attach(page, on.script);
    const before = await painted(page);
    assert.ok(before.length > 3);
    await page.evaluate(() => void (/** @type {any} */ (window).start()));
    await page.waitForFunction(() => /** @type {any} */ (window).render);
    for (const count of [1, 2]) {
      await page.evaluate(() => /** @type {any} */ (window).render());
      await reads(page, `${paragraphs[0]} (تحديث ${count})`);
    }
    assert.ok((await painted(page)).length >= before.length);
    assert.equal(await page.evaluate(() => document.querySelectorAll("hamish-margin").length), 1);
    assert.deepEqual(said, []);
    await context.close();
  });
}

test("a plain application: articles come and go with the address, by links, back and the Navigation API", async () => {
  const page = await open(on.browser, `${on.url}home.html`);
  await attach(page, on.script);
  await page.evaluate(
    ({ first, second }) => {
      const main = /** @type {Element} */ (document.querySelector("main"));
      /** @type {Record<string, string[]>} */
      const articles = { "/first": first, "/second": second };
      const front = main.innerHTML;
      const show = () => {
        const lines = articles[location.pathname];
        document.title = lines?.[0] ?? "الصفحة الرئيسية";
        main.innerHTML = lines
          ? `<article><h1>${lines[0]}</h1>${lines
              .slice(1)
              .map((line) => `<p>${line}</p>`)
              .join("")}</article>`
          : front;
      };
      addEventListener("popstate", show);
      Object.assign(window, {
        go: (/** @type {string} */ path) => {
          history.pushState(null, "", path);
          // The text comes from the network, after the address.
          setTimeout(show, 60);
        },
      });
    },
    { first: [title, ...paragraphs], second: other },
  );
  const go = (/** @type {string} */ path) => page.evaluate((to) => /** @type {any} */ (window).go(to), path);
  const line = /** @type {string} */ (paragraphs[0]);
  const second = /** @type {string} */ (other[1]);
  await go("/first");
  await reads(page, line);
  await go("/second");
  await reads(page, second);
  await reads(page, line, false);
  await page.evaluate(() => history.back());
  await reads(page, line);
  assert.ok((await painted(page)).length > 3);
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => /** @type {any} */ (window).handle.root === null, null, { polling: 50 });
  assert.deepEqual(await painted(page), []);
  assert.equal(await page.evaluate(() => document.querySelector("hamish-margin")), null);
  await page.close();
});

test("an endless scroll: what is added below is another article, and is not read", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await attach(page, on.script);
  const text = await page.evaluate(async (lines) => {
    const { handle } = /** @type {any} */ (window);
    const next = document.createElement("article");
    next.innerHTML = `<h1>${lines[0]}</h1><div class="story-body">${lines
      .slice(1)
      .map((line) => `<p>${line}</p>`)
      .join("")}</div>`;
    document.querySelector("article")?.after(next);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    return handle.text;
  }, other);
  assert.deepEqual(text.split("\n"), [title, ...paragraphs]);
  await page.close();
});

test("an open shadow root: text that comes into it late, and is edited there", async () => {
  const page = await open(on.browser, `${on.url}shadow.html`);
  await attach(page, on.script);
  const line = "وقالت وزارة المياه في بيان إن الضخ إلى القاهرة يبدأ الأسبوع المقبل، بعد فحص الأنابيب.";
  await page.evaluate((text) => {
    const { handle } = /** @type {any} */ (window);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
    let shadow = null;
    for (let node = walker.nextNode(); node && !shadow; node = walker.nextNode())
      shadow = /** @type {Element} */ (node).shadowRoot;
    const paragraphs = [...(shadow?.querySelectorAll("p") ?? [])].filter((one) =>
      handle.text.includes(one.textContent?.trim()),
    );
    const last = /** @type {Element} */ (paragraphs.at(-1));
    const late = /** @type {Element} */ (last.cloneNode());
    late.textContent = text;
    last.after(late);
    Object.assign(window, { late });
  }, line);
  await reads(page, line);
  await page.evaluate(() => {
    const [node] = /** @type {any} */ (window).late.childNodes;
    node.data = node.data.replace("القاهرة", "عمّان");
  });
  await reads(page, line.replace("القاهرة", "عمّان"));
  await page.close();
});

test("the margin's own changes are never taken for the page's", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await attach(page, on.script, { open: true });
  const counts = await page.evaluate(async () => {
    let changes = 0;
    let own = 0;
    document.addEventListener("hamish:change", () => changes++);
    const host = /** @type {Element} */ (document.querySelector("hamish-margin"));
    new MutationObserver((records) => {
      own += records.length;
    }).observe(/** @type {ShadowRoot} */ (host.shadowRoot), {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const { handle } = /** @type {any} */ (window);
    for (let nth = 0; nth < 20; nth++) {
      handle.toggle("person", nth % 2 === 0);
      scrollTo(0, nth * 20);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    await new Promise((resolve) => setTimeout(resolve, 600));
    return { changes, own: own > 0 };
  });
  assert.deepEqual(counts, { changes: 0, own: true });
  await page.close();
});
