/** What the browser tests share: a browser, pages served here, the built script attached to them. */
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.mjs";
import { browser } from "../../tools/setup.mjs";

/** The repository's folder. */
export const root = new URL("../../", import.meta.url).pathname;

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Headless Chromium of this machine. */
export function launch(args = /** @type {string[]} */ ([])) {
  return chromium.launch({ executablePath: browser("chromium"), args: [...ARGUMENTS, ...args] });
}

/**
 * The tests' pages at `/`, the built script at `/dist/`, and other folders.
 * @param {Record<string, string>} [folders]
 */
export function servePages(folders = {}) {
  return serve({ "/": `${root}tests/browser/pages`, "/dist/": `${root}dist`, ...folders });
}

/**
 * Opens a page that can reach nothing but its own server.
 * @param {import("playwright-core").BrowserContext | import("playwright-core").Browser} context
 * @param {string} url
 */
export async function open(context, url) {
  const page = await context.newPage();
  const { origin } = new URL(url);
  await page.route(
    (asked) => asked.origin !== origin && !/^(blob|data):/.test(asked.protocol),
    (route) => route.abort(),
  );
  await page.goto(url, { waitUntil: "domcontentloaded" });
  return page;
}

/**
 * Runs in a page: loads the script without attaching it, and leaves no element behind.
 * @param {string} src
 */
export async function load(src) {
  const element = document.createElement("script");
  element.src = src;
  element.dataset.manual = "";
  await new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });
  element.remove();
}

/**
 * Adds the script to the page as a reader's extension would, and waits until it is attached.
 * @param {import("playwright-core").Page} page
 * @param {string} script its address
 * @param {Record<string, unknown>} [options]
 */
export async function attach(page, script, options = {}) {
  await page.evaluate(load, script);
  await page.evaluate(
    async ({ src, data }) => {
      const { hamish } = /** @type {any} */ (window);
      const wasm = new URL("hamish_bg.wasm", src).href;
      Object.assign(window, { handle: await hamish.attach(document, { wasm, worker: src, ...data }) });
    },
    { src: script, data: options },
  );
}

/**
 * What is read on one of the tests' pages: its source marks it, paragraph by paragraph.
 * @param {string} name
 */
export function expected(name) {
  const encoding = name === "windows-1256" ? "windows-1256" : "utf-8";
  const source = new TextDecoder(encoding).decode(readFileSync(`${root}tests/browser/pages/${name}.html`));
  return [...source.matchAll(/<!--\+-->([\s\S]*?)<!--\/-->/g)].map(([, text = ""]) =>
    text
      .replace(/<[^>]*>/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
}

/** The words painted now. @param {import("playwright-core").Page} page */
export function painted(page) {
  return page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map(({ startContainer, startOffset, endOffset }) =>
        /** @type {Text} */ (startContainer).data.slice(startOffset, endOffset),
      ),
    ),
  );
}

/**
 * Waits until the text that is read has a line, or has it no more.
 * @param {import("playwright-core").Page} page
 * @param {string} line
 * @param {boolean} there
 */
export function reads(page, line, there = true) {
  return page.waitForFunction(
    ({ wanted, has }) => /** @type {any} */ (window).handle.text.split("\n").includes(wanted) === has,
    { wanted: line, has: there },
    { timeout: 5000, polling: 50 },
  );
}

/** Runs in a page: how a figure's line would be drawn in what the story says, shadow trees too, and in the menu. */
export function figureLines() {
  const line = (/** @type {Element} */ element) =>
    getComputedStyle(element, "::highlight(hamish-figure)").textDecorationStyle;
  const trees = [document, ...[...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot)];
  const lines = (/** @type {string} */ selector) =>
    trees.flatMap((tree) => [...(tree?.querySelectorAll(selector) ?? [])]).map(line);
  return { story: [...new Set(lines("h1, .story-body, .story-body p"))], menu: lines(".top-menu a")[0] };
}
