/** The article, nothing else: one page per trap. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { attach, expected, launch, open, servePages } from "./helpers.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof servePages>>} */
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), servePages()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * @param {string} name
 * @param {Record<string, unknown>} [options]
 */
async function read(name, options = { margin: "none" }) {
  const page = await open(browser, `${server.url}${name}.html`);
  await attach(page, `${server.url}dist/embed/hamish.js`, options);
  const result = await page.evaluate(() => {
    const { handle } = /** @type {any} */ (window);
    return { text: handle.text, root: handle.root?.tagName ?? null, annotations: handle.annotations };
  });
  await page.close();
  return result;
}

const traps = {
  wordpress:
    "menus, a byline, share bars, captions, ads, tags, related posts, comments, a cookie wall, a wrong lang",
  "bare-text": "bare text between breaks in a layout table, no lang, no dir",
  "windows-1256": "an old encoding",
  "lead-outside":
    "the lead outside the body, hidden copies, a comment policy in the story, a dialog after the footer",
  endless: "the next articles of an endless scroll",
  "live-blog": "a live blog's posts",
  shadow: "an open shadow root",
  "no-worker": "a policy that refuses workers",
  drupal: "a content system's fields, the lead and a picture's source in fields of their own, teasers below",
  "web-form": "a form around the whole page, text in one span, a title that names the site alone",
  blogger: "a blog's paragraphs without a paragraph element, readers' comments, popular posts",
  styled: "generated class names, related stories and links to skip them in the story",
  amp: "a page that hides itself until its scripts have run, advertisements in it",
  lines: "inline elements that a style sheet makes lines",
  divs: "no paragraph, no heading, a wrong lang, invitations to follow, readers' opinions",
  short: "two paragraphs beside a consent notice and columns that are longer",
  comments: "readers' comments longer than the story, under names that say nothing",
  "related-inside": "a heading of related stories with the story going on below, a table, a pull quote",
  encyclopedia: "an encyclopedia's boxes, references and lists",
};
for (const [name, trap] of Object.entries(traps)) {
  test(`${name}: ${trap}`, async () => {
    const { text, annotations } = await read(name);
    assert.deepEqual(text.split("\n"), expected(name));
    assert.equal(annotations.language, "ar");
  });
}

for (const name of ["home", "search", "section", "not-found"]) {
  test(`${name}: no article, nothing painted`, async () => {
    assert.deepEqual(await read(name), { text: "", root: null, annotations: null });
  });
}

test("frame: the article of a frame of the same origin", async () => {
  const { text } = await read("frame");
  assert.deepEqual(text.split("\n"), expected("dark"));
});

test("selector: what the publisher says is read", async () => {
  const { text, root } = await read("wordpress", { margin: "none", selector: ".related-posts" });
  assert.equal(root, "SECTION");
  assert.match(text, /^مواضيع ذات صلة\nوزير الطاقة/);
});
