/** What the reader asked of Firefox is kept to: forced colours, more contrast, less motion. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Tab } from "./firefox.mjs";

const NAMES = ["person", "place", "organization"];

/** @typedef {{ backgroundColor: string, color: string, textDecorationLine: string, textDecorationStyle: string, thickness: number }} Drawn */

/**
 * How the highlights of a paragraph's words are drawn, where the medium is what it has to be.
 * @param {Tab} tab
 * @param {string} medium
 * @returns {Promise<Record<string, Drawn>>}
 */
async function drawn(tab, medium) {
  await tab.open("dark");
  assert.ok((await tab.attach({ margin: "none" })).painted > 3);
  assert.ok(await tab.page.evaluate((query) => matchMedia(query).matches, medium), medium);
  return tab.page.evaluate(() => {
    const paragraph = /** @type {Element} */ (document.querySelector("article p"));
    return Object.fromEntries(
      [...CSS.highlights.keys()].map((name) => {
        const { backgroundColor, color, textDecorationLine, textDecorationStyle, textDecorationThickness } =
          getComputedStyle(paragraph, `::highlight(${name})`);
        const thickness = Number.parseFloat(textDecorationThickness);
        return [
          name.slice("hamish-".length),
          { backgroundColor, color, textDecorationLine, textDecorationStyle, thickness },
        ];
      }),
    );
  });
}

/** Names are told from the other layers by the line, not by its colour. @param {Record<string, Drawn>} styles */
function assertLined(styles) {
  for (const [name, { textDecorationLine, textDecorationStyle, thickness }] of Object.entries(styles)) {
    assert.equal(textDecorationLine, "underline", name);
    const isStrong = [...NAMES, "search", "current"].includes(name);
    assert.equal(textDecorationStyle, isStrong ? "solid" : "dotted", name);
    assert.ok(thickness >= (isStrong ? 3 : 2), name);
  }
}

describe("forced colours", () => {
  const tab = new Tab({ "browser.display.document_color_use": 2 });
  test("all is drawn in the system's", async () => {
    const styles = await drawn(tab, "(forced-colors:active)");
    assertLined(styles);
    for (const [name, { backgroundColor, color }] of Object.entries(styles)) {
      assert.match(backgroundColor, /^rgb\((?:0, 0, 0|255, 255, 255)\)$/, name);
      assert.notEqual(backgroundColor, color, name);
    }
    await tab.screenshot("forced-colours");
  });
});

describe("more contrast, in the page's own colours", () => {
  const tab = new Tab({ "ui.useAccessibilityTheme": 1, "browser.display.document_color_use": 1 });
  test("lines stand in the place of tints", async () => {
    const styles = await drawn(tab, "(prefers-contrast:more) and (forced-colors:none)");
    assertLined(styles);
    for (const [name, { backgroundColor }] of Object.entries(styles))
      assert.equal(backgroundColor, "rgba(0, 0, 0, 0)", name);
    await tab.screenshot("more-contrast");
  });
});

describe("motion", () => {
  /** How far the page has scrolled in the moment that words below are revealed. @param {Tab} tab */
  const jump = async (tab) => {
    await tab.open("dark");
    await tab.page.setViewport({ width: 400, height: 300 });
    await tab.attach({ margin: "none" });
    return tab.page.evaluate(() => {
      const { handle } = /** @type {any} */ (window);
      const start = handle.text.lastIndexOf("الأوروبي");
      handle.reveal({ start, end: start + 8 });
      return scrollY;
    });
  };
  const calm = new Tab({ "ui.prefersReducedMotion": 1 });
  test("less of it asked for: the page jumps to what is revealed", async () => {
    assert.ok((await jump(calm)) > 0);
  });
  const usual = new Tab({ "ui.prefersReducedMotion": 0 });
  test("else it glides there", async () => {
    assert.equal(await jump(usual), 0);
    await usual.page.waitForFunction(() => scrollY > 0, { polling: 50 });
  });
});
