/**
 * The page layer on an article of 1,000 words in Chromium, its CPU slowed four times, beside what people use today: mark.js
 * marking the same words, Readability finding the article. Then a live blog of 20,000 words, found and with a post added. Each
 * way has a fresh page; medians of the runs.
 */
import { buildSync } from "esbuild";
import { launch, open, root, servePages } from "../../tests/browser/helpers.mjs";

const RUNS = 5;
const SLOWED = 4;
const WORDS = 1000;
const LIVE_BLOG = 20_000;

const { outputFiles } = buildSync({
  stdin: {
    contents: `import Mark from "mark.js"; import { Readability } from "@mozilla/readability"; Object.assign(window, { Mark, Readability });`,
    resolveDir: root,
  },
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
});
const others = outputFiles[0]?.text ?? "";
const server = await servePages();
const script = `${server.url}dist/embed/hamish.js`;
const browser = await launch();

/** @typedef {{ first: number, thread: number, longest: number }} Times */
/** @typedef {(page: import("playwright-core").Page) => Promise<number>} Way */

/**
 * What a way takes, in milliseconds: to the first frame that shows it, of the page's thread in all, in its longest task.
 * @param {Way} way
 * @param {number} length words of the article
 * @param {number} slowed times
 * @param {Way} [before] what comes before it and is not measured
 * @returns {Promise<Times>}
 */
async function measure(way, length, slowed, before) {
  const page = await open(browser, `${server.url}wordpress.html`);
  await page.evaluate((words) => {
    const body = /** @type {Element} */ (document.querySelector(".entry-content"));
    const paragraphs = [...body.querySelectorAll(":scope > p")]
      .slice(0, 3)
      .map((one) => one.textContent ?? "");
    for (let count = 0; count < words; ) {
      for (const text of paragraphs) {
        const paragraph = document.createElement("p");
        // No two alike: a paragraph that stands twice is read once.
        paragraph.textContent = `${text} (${count})`;
        body.append(paragraph);
        count += text.split(" ").length;
      }
    }
  }, length);
  await page.evaluate(others);
  await page.evaluate(async (src) => {
    const element = Object.assign(document.createElement("script"), { src });
    element.dataset.manual = "";
    await new Promise((resolve) => {
      element.onload = resolve;
      document.head.append(element);
    });
  }, script);
  await before?.(page);
  await page.waitForTimeout(before ? 1500 : 200);
  const session = await page.context().newCDPSession(page);
  // What the thread worked, whatever else this machine does.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const taskTime = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.evaluate(() => {
    Object.assign(window, { longest: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        Object.assign(window, { longest: Math.max(/** @type {any} */ (window).longest, duration) });
    }).observe({ type: "longtask" });
  });
  const begin = await taskTime();
  const first = await way(page);
  // What is out of sight is painted later.
  await page.waitForTimeout(1000);
  const thread = (await taskTime()) - begin;
  const longest = await page.evaluate(() => /** @type {any} */ (window).longest);
  await page.close();
  return { first, thread, longest };
}

/** The names that the engine finds: what mark.js is given. */
const words = await (async () => {
  const page = await open(browser, `${server.url}wordpress.html`);
  await page.addScriptTag({ url: script });
  const found = await page.evaluate(async () => {
    const { annotations } = await /** @type {any} */ (window).hamish.handle;
    return annotations.mentions.map((/** @type {{ text: string }} */ { text }) => text);
  });
  await page.close();
  return [...new Set(found)];
})();

/**
 * Work, and how long it takes until the page shows something of it.
 * @param {string} work
 * @param {string} [shown] a promise of when there is something to show; the end of the work by default
 * @returns {Way}
 */
const timed =
  (work, shown = "null") =>
  (page) =>
    page.evaluate(`(async () => {
    const start = performance.now();
    const frame = async () => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - start;
    };
    const first = (${shown})?.then(frame);
    ${work};
    return first ?? frame();
  })()`);
const painted = `new Promise((resolve) => {
  const { add } = Highlight.prototype;
  Highlight.prototype.add = function (range) {
    Highlight.prototype.add = add;
    resolve();
    return add.call(this, range);
  };
})`;
const wasm = new URL("hamish_bg.wasm", script);
const attached = timed(
  `window.handle = await hamish.attach(document, { wasm: "${wasm}", margin: "none" })`,
  painted,
);
/** @type {Record<string, Way>} */
const ways = {
  "Hamish, engine in a worker": attached,
  "Hamish, engine in the page": timed(
    `await hamish.attach(document, { wasm: "${wasm}", worker: undefined, margin: "none" })`,
    painted,
  ),
  "mark.js, the same words": timed(
    `await new Promise((done) => new Mark(document.body).mark(${JSON.stringify(words)}, { separateWordSearch: false, done }))`,
  ),
  "Readability alone": timed("new Readability(document.cloneNode(true)).parse()"),
  nothing: timed(""),
};
/** @type {Record<string, Way>} */
const updates = {
  "Hamish, a post added": timed(`
    const changed = new Promise((resolve) => document.addEventListener("hamish:change", resolve, { once: true }));
    const post = document.createElement("p");
    post.textContent = "قال وزير الخارجية المصري بدر عبد العاطي إن القاهرة «ترحب بتشغيل المحطة» قبل موعدها.";
    document.querySelector(".entry-content p").before(post);
    await changed`),
};

const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * @param {number} length
 * @param {Record<string, Way>} shown
 * @param {number} times
 * @param {Way} [before]
 */
async function table(length, shown, times, before) {
  console.log(
    `\nAn article of ${length} words, CPU slowed ${SLOWED} times (workers are not slowed), medians of ${times}, ms`,
  );
  console.log(`${"".padEnd(28)} first painted  page's thread  longest task  thread, CPU not slowed`);
  for (const [name, way] of Object.entries(shown)) {
    /** @type {Times[]} */
    const slow = [];
    /** @type {Times[]} */
    const quick = [];
    for (let run = 0; run < times; run++) {
      slow.push(await measure(way, length, SLOWED, before));
      quick.push(await measure(way, length, 1, before));
    }
    const cell = (/** @type {Times[]} */ runs, /** @type {keyof Times} */ key, /** @type {number} */ width) =>
      median(runs.map((one) => one[key]))
        .toFixed(key === "thread" ? 1 : 0)
        .padStart(width);
    console.log(
      `${name.padEnd(28)} ${cell(slow, "first", 13)}  ${cell(slow, "thread", 13)}  ${cell(slow, "longest", 12)}  ${cell(quick, "thread", 22)}`,
    );
  }
  console.log("A longest task of 0: none of 50 ms or more.");
}
await table(WORDS, ways, RUNS);
const { "Readability alone": _, nothing: __, ...long } = ways;
await table(LIVE_BLOG, long, 3);
await table(LIVE_BLOG, updates, 3, attached);
await browser.close();
await server.close();
