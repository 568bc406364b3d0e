/** Firefox with the tests' pages, there while the tests of a file run. */
import { mkdirSync } from "node:fs";
import { after, before } from "node:test";
import puppeteer from "puppeteer-core";
import { browser as browserPath } from "../../tools/setup.mjs";
import { load, root, servePages } from "./helpers.mjs";

/** Firefox's one tab: now and then it fails to open one while another closes. */
export class Tab {
  #set =
    /** @type {{ browser: import("puppeteer-core").Browser, page: import("puppeteer-core").Page, server: Awaited<ReturnType<typeof servePages>> }} */ ({});

  /**
   * Opened before the file's tests, closed behind them.
   * @param {Record<string, unknown>} [extraPrefsFirefox] what the reader asked of the browser
   */
  constructor(extraPrefsFirefox = {}) {
    before(async () => {
      mkdirSync(`${root}dist/screenshots`, { recursive: true });
      const executablePath = browserPath("firefox");
      const set = this.#set;
      [set.browser, set.server] = await Promise.all([
        puppeteer.launch({
          browser: "firefox",
          executablePath,
          headless: true,
          args: ["--no-remote"],
          extraPrefsFirefox,
        }),
        servePages(),
      ]);
      set.page = await set.browser.newPage();
      await set.page.setViewport({ width: 1000, height: 1200 });
    });
    after(async () => {
      await this.#set.browser?.close();
      await this.#set.server?.close();
    });
  }

  get page() {
    return this.#set.page;
  }

  /** Where the tests' pages are. */
  get url() {
    return this.#set.server.url;
  }

  /** The built script's address. */
  get script() {
    return `${this.url}dist/embed/hamish.js`;
  }

  /** Goes to one of the tests' pages. @param {string} name */
  open(name) {
    return this.page.goto(`${this.url}${name}.html`, { waitUntil: "domcontentloaded" });
  }

  /** Puts another source in the place of the page's. @param {string} source */
  write(source) {
    return this.page.evaluate((text) => {
      document.open();
      document.write(text);
      document.close();
    }, source);
  }

  /** Keeps what is seen, to be looked at. @param {string} name */
  async screenshot(name) {
    await this.page.screenshot({ path: `${root}dist/screenshots/firefox-${name}.png` });
  }

  /**
   * Attaches to the page; what is read and painted then, and how often its DOM was changed.
   * @param {Record<string, unknown>} [options]
   */
  async attach(options = {}) {
    await this.page.evaluate(load, this.script);
    return this.page.evaluate(async (data) => {
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
    }, options);
  }

  /** Waits until the text that is read has a line, or has it no more. @param {string} line */
  reads(line, there = true) {
    return this.page.waitForFunction(
      (wanted, has) => /** @type {any} */ (window).handle.text.split("\n").includes(wanted) === has,
      { timeout: 8000, polling: 50 },
      line,
      there,
    );
  }
}
