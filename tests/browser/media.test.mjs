/** What the reader asked of the browser is kept to: forced colours, more contrast, less motion; paper shows none of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attach, open } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const on = stage();

const NONE = "rgba(0, 0, 0, 0)";

/**
 * How highlights are drawn under a medium.
 * @param {Parameters<import("playwright-core").Page["emulateMedia"]>[0]} media
 */
async function drawn(media) {
  const page = await open(on.browser, `${on.url}dark.html`);
  await attach(page, on.script, { margin: "none" });
  await page.emulateMedia(media);
  const styles = await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector("article p"));
    return Object.fromEntries(
      [...CSS.highlights.keys()].map((name) => {
        const style = getComputedStyle(element, `::highlight(${name})`);
        const { backgroundColor, color, textDecorationLine, textDecorationStyle, textDecorationThickness } =
          style;
        return [
          name.slice("hamish-".length),
          { backgroundColor, color, textDecorationLine, textDecorationStyle, textDecorationThickness },
        ];
      }),
    );
  });
  await page.close();
  return styles;
}

test("on screen every layer is told from plain text, names by a line, not by colour alone", async () => {
  const styles = await drawn({});
  for (const [name, style] of Object.entries(styles))
    assert.ok(style.backgroundColor !== NONE || style.textDecorationLine === "underline", name);
  for (const name of ["person", "place", "organization", "date", "figure"])
    assert.equal(styles[name]?.textDecorationLine, "underline", name);
});

test("on paper nothing is painted", async () => {
  for (const [name, style] of Object.entries(await drawn({ media: "print" }))) {
    assert.equal(style.backgroundColor, NONE, name);
    assert.equal(style.textDecorationLine, "none", name);
  }
});

test("in forced colours all is drawn in the system's", async () => {
  for (const [name, style] of Object.entries(await drawn({ forcedColors: "active" }))) {
    assert.equal(style.textDecorationLine, "underline", name);
    assert.match(style.backgroundColor, /^rgb\((?:0, 0, 0|255, 255, 255)\)$/, name);
    assert.notEqual(style.backgroundColor, style.color, name);
  }
});

test("with more contrast asked for, lines stand in the place of tints", async () => {
  for (const [name, style] of Object.entries(await drawn({ contrast: "more" }))) {
    assert.equal(style.backgroundColor, NONE, name);
    assert.equal(style.textDecorationLine, "underline", name);
    assert.ok(Number.parseFloat(style.textDecorationThickness) >= 2, name);
  }
});

test("with less motion asked for, the page jumps to what is revealed", async () => {
  const page = await open(on.browser, `${on.url}dark.html`);
  await page.setViewportSize({ width: 400, height: 300 });
  await attach(page, on.script, { margin: "none" });
  await page.emulateMedia({ reducedMotion: "reduce" });
  const [before, after] = await page.evaluate(() => {
    const { handle } = /** @type {any} */ (window);
    const start = handle.text.lastIndexOf("الأوروبي");
    const at = scrollY;
    handle.reveal({ start, end: start + 8 });
    return [at, scrollY];
  });
  assert.ok((after ?? 0) > (before ?? 0));
  await page.close();
});
