/**
 * The page layer on an article of 1,000 words in Chromium, its CPU slowed four times, beside what people use today: mark.js
 * marking the same words, Readability finding the article. Each way has a fresh page; medians of the runs.
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

/**
 * What a way takes, in milliseconds: to the first frame that shows it, of the page's thread in all, in its longest task.
 * @param {(page: import("playwright-core").Page) => Promise<number>} way
 * @param {number} [length] words of the article
 * @returns {Promise<Times>}
 */
async function measure(way, length = WORDS) {
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
  await page.waitForTimeout(200);
  const session = await page.context().newCDPSession(page);
  // What the thread worked, whatever else this machine does.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const taskTime = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.evaluate(() => {
    Object.assign(window, { longest: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        Object.assign(window, { longest: Math.max(/** @type {any} */ (window).longest, duration) });
    }).observe({ type: "longtask" });
  });
  const before = await taskTime();
  const first = await way(page);
  await page.waitForTimeout(150);
  const thread = (await taskTime()) - before;
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

const nextFrame = `new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))`;
const ways = {
  "Hamish, engine in a worker": (/** @type {import("playwright-core").Page} */ page) =>
    page.evaluate(`(async () => {
      const start = performance.now();
      await hamish.attach(document, { wasm: "${new URL("hamish_bg.wasm", script)}", worker: "${script}", margin: "none" });
      await ${nextFrame};
      return performance.now() - start;
    })()`),
  "Hamish, engine in the page": (/** @type {import("playwright-core").Page} */ page) =>
    page.evaluate(`(async () => {
      const start = performance.now();
      await hamish.attach(document, { wasm: "${new URL("hamish_bg.wasm", script)}", margin: "none" });
      await ${nextFrame};
      return performance.now() - start;
    })()`),
  "mark.js, the same words": (/** @type {import("playwright-core").Page} */ page) =>
    page.evaluate(`(async () => {
      const start = performance.now();
      await new Promise((done) => new Mark(document.body).mark(${JSON.stringify(words)}, { separateWordSearch: false, done }));
      await ${nextFrame};
      return performance.now() - start;
    })()`),
  "Readability alone": (/** @type {import("playwright-core").Page} */ page) =>
    page.evaluate(`(async () => {
      const start = performance.now();
      new Readability(document.cloneNode(true)).parse();
      await ${nextFrame};
      return performance.now() - start;
    })()`),
  nothing: (/** @type {import("playwright-core").Page} */ page) =>
    page.evaluate(
      `(async () => { const start = performance.now(); await ${nextFrame}; return performance.now() - start; })()`,
    ),
};

const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
/** @param {number} length @param {string[]} names @param {number} times */
async function table(length, names, times) {
  /** @type {Map<string, Times[]>} */
  const runs = new Map(names.map((name) => [name, []]));
  for (let run = 0; run < times; run++)
    for (const [name, own] of runs) own.push(await measure(/** @type {any} */ (ways)[name], length));
  console.log(
    `\nAn article of ${length} words, CPU slowed ${SLOWED} times (workers are not slowed), medians of ${times}, ms`,
  );
  console.log(`${"".padEnd(28)} first painted  page's thread  longest task`);
  for (const [name, own] of runs) {
    const cell = (/** @type {keyof Times} */ key, /** @type {number} */ width) =>
      median(own.map((one) => one[key]))
        .toFixed(0)
        .padStart(width);
    console.log(`${name.padEnd(28)} ${cell("first", 13)}  ${cell("thread", 13)}  ${cell("longest", 12)}`);
  }
  console.log("A longest task of 0: none of 50 ms or more.");
}
await table(WORDS, Object.keys(ways), RUNS);
await table(
  LIVE_BLOG,
  ["Hamish, engine in a worker", "Hamish, engine in the page", "mark.js, the same words"],
  3,
);
await browser.close();
await server.close();
