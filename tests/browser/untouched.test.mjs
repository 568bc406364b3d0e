/** The page is not ours: nothing of it is changed, and nothing is left behind. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attach, figureLines, open } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const on = stage();

for (const name of ["wordpress", "bare-text", "lead-outside", "live-blog", "home"]) {
  test(`page_is_untouched: ${name}`, async () => {
    const page = await open(on.browser, `${on.url}${name}.html`);
    const script = on.script;
    await attach(page, script, { selector: "no-such-element", margin: "none" });
    const seen = await page.evaluate(async (src) => {
      const { hamish, handle: first } = /** @type {any} */ (window);
      first.detach();
      const isOurs = (/** @type {Node} */ node) => node.nodeName.startsWith("HAMISH-");
      const source = () => {
        const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
        for (const element of copy.querySelectorAll("*")) if (isOurs(element)) element.remove();
        return copy.outerHTML;
      };
      /** @type {string[]} */
      const changes = [];
      const observer = new MutationObserver((records) => {
        for (const { type, target, addedNodes, removedNodes, attributeName } of records)
          if (type !== "childList" || ![...addedNodes, ...removedNodes].every(isOurs))
            changes.push(`${type} ${target.nodeName} ${attributeName ?? ""}`);
      });
      const everything = { subtree: true, childList: true, attributes: true, characterData: true };
      observer.observe(document, everything);
      const sources = [source()];
      const handle = await hamish.attach(document, {
        wasm: new URL("hamish_bg.wasm", src).href,
        worker: src,
      });
      sources.push(source());
      for (const layer of ["person", "direct", "date"]) handle.toggle(layer, false);
      handle.search("المياه");
      for (const { start, end } of handle.annotations?.mentions ?? []) handle.reveal({ start, end });
      await new Promise((resolve) => setTimeout(resolve, 100));
      sources.push(source());
      const painted = [...CSS.highlights.keys()].filter((key) => key.startsWith("hamish-"));
      handle.detach();
      await new Promise((resolve) => setTimeout(resolve, 50));
      sources.push(source());
      for (const record of observer.takeRecords()) changes.push(record.type);
      return {
        changes,
        same: sources.every((one) => one === sources[0]),
        painted,
        left: {
          highlights: CSS.highlights.size,
          sheets: document.adoptedStyleSheets.length,
          elements: [...document.querySelectorAll("*")].filter(isOurs).length,
        },
      };
    }, script);
    assert.deepEqual(seen.changes, []);
    assert.ok(seen.same);
    assert.equal(seen.painted.length > 0, name !== "home");
    assert.deepEqual(seen.left, { highlights: 0, sheets: 0, elements: 0 });
    await page.close();
  });
}

test("the article has the highlights' style, shadow trees too, and nothing beside it", async () => {
  for (const [name, menu] of [
    ["dark", "solid"],
    // There the nearest element around the story is the page's body.
    ["shadow", "dotted"],
  ]) {
    const page = await open(on.browser, `${on.url}${name}.html`);
    await attach(page, on.script, { margin: "none" });
    assert.deepEqual(await page.evaluate(figureLines), { story: ["dotted"], menu });
    await page.close();
  }
});

test("highlights of the page's own are left alone", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await page.evaluate(() => void CSS.highlights.set("own", new Highlight(new Range())));
  await attach(page, on.script);
  const left = await page.evaluate(() => {
    /** @type {any} */ (window).handle.detach();
    return [...CSS.highlights.keys()];
  });
  assert.deepEqual(left, ["own"]);
  await page.close();
});

test("1,000 scrolls, edits and navigations leave heap and listeners level", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await attach(page, on.script);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const measure = async () => {
    for (let times = 0; times < 3; times++) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const value = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { heap: value("JSHeapUsedSize"), listeners: value("JSEventListeners"), nodes: value("Nodes") };
  };
  const churn = (/** @type {number} */ times) =>
    page.evaluate(async (count) => {
      const body = /** @type {Element} */ (document.querySelector(".story-body"));
      const paragraphs = [...body.children].map((child) => child.textContent);
      for (let nth = 0; nth < count; nth++) {
        if (nth % 3 === 0) window.scrollTo(0, nth % 400);
        if (nth % 3 === 1)
          /** @type {Element} */ (body.children[nth % body.children.length]).textContent =
            `${paragraphs[nth % paragraphs.length]} (${nth})`;
        if (nth % 3 === 2) history.replaceState(null, "", `?page=${nth}`);
        if (nth % 25 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
      }
      await new Promise((resolve) => setTimeout(resolve, 1200));
    }, times);
  await churn(300);
  const start = await measure();
  await churn(1000);
  const end = await measure();
  assert.ok(end.heap < start.heap * 1.1 + 300_000, `heap from ${start.heap} to ${end.heap}`);
  assert.ok(end.listeners <= start.listeners + 2, `listeners from ${start.listeners} to ${end.listeners}`);
  assert.ok(end.nodes <= start.nodes + 50, `nodes from ${start.nodes} to ${end.nodes}`);
  await page.close();
});
