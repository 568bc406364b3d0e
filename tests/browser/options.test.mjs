/** What a host can ask for, by attributes, JSON or script; what is told of it; and what is left when something is missing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attach, expected, open, painted } from "./helpers.mjs";
import { stage } from "./stage.mjs";

const on = stage();

/** A page, and what is written on its console. @param {string} name */
async function listened(name) {
  const page = await open(on.browser, `${on.url}${name}.html`);
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return { page, said };
}

/**
 * Adds the script tag as a publisher writes it, and waits for its handle.
 * @param {import("playwright-core").Page} page
 * @param {Record<string, string>} data its data attributes
 */
async function tag(page, data) {
  await page.evaluate(
    async ({ src, attributes }) => {
      const script = Object.assign(document.createElement("script"), { src });
      Object.assign(script.dataset, attributes);
      await new Promise((resolve) => {
        script.onload = resolve;
        document.head.append(script);
      });
      const handle = await /** @type {any} */ (window).hamish.handle;
      Object.assign(window, { handle });
    },
    { src: on.script, attributes: data },
  );
}

/** The kinds of highlights that paint something. @param {import("playwright-core").Page} page */
const kinds = (page) =>
  page.evaluate(() =>
    [...CSS.highlights.entries()]
      .filter(([, { size }]) => size > 0)
      .map(([name]) => name.slice("hamish-".length)),
  );

test("attributes: layers, colours, names, patterns, no margin", async () => {
  const { page, said } = await listened("dark");
  await tag(page, {
    layers: "place, organization",
    colors: '{"place": "rgb(200, 0, 0)"}',
    names: '[{"name": "محطة التحلية", "type": "organization", "id": "x:1"}]',
    patterns: '[{"name": "percent", "pattern": "\\\\d+ في المئة", "color": "teal"}]',
    margin: "none",
  });
  assert.deepEqual((await kinds(page)).sort(), ["organization", "own-percent", "place"]);
  const seen = await page.evaluate(() => {
    const { annotations, matches, text } = /** @type {any} */ (window).handle;
    const [{ start, end }] = matches.get("percent");
    return {
      own: annotations.entities.find((/** @type {any} */ { id }) => id === "x:1")?.type,
      percent: text.slice(start, end),
      rules: [...(document.adoptedStyleSheets[0]?.cssRules ?? [])].map((rule) => rule.cssText).join("\n"),
      host: document.querySelector("hamish-margin"),
    };
  });
  assert.equal(seen.own, "organization");
  assert.match(seen.percent, /^\d+ في المئة$/);
  assert.match(seen.rules, /hamish-place\) \{[^}]*200 0 0|hamish-place\) \{[^}]*200, 0, 0/);
  assert.equal(seen.host, null);
  assert.deepEqual(said, []);
  await page.close();
});

test("JSON: all options in an element of the page; the selector is kept to", async () => {
  const { page, said } = await listened("wordpress");
  await page.evaluate(() => {
    const options = { selector: ".related-posts", margin: "badge", language: "en", layers: [] };
    const element = document.createElement("script");
    Object.assign(element, { type: "application/json", id: "notes", textContent: JSON.stringify(options) });
    document.body.append(element);
  });
  await tag(page, { options: "#notes" });
  assert.match(await page.evaluate(() => /** @type {any} */ (window).handle.text), /^مواضيع ذات صلة\n/);
  assert.deepEqual(await kinds(page), []);
  assert.ok(await page.evaluate(() => document.querySelector("hamish-margin") !== null));
  assert.deepEqual(said, []);
  await page.close();
});

test("what is not to be found is not painted", async () => {
  const { page, said } = await listened("dark");
  await attach(page, on.script, { find: ["names"] });
  const found = await kinds(page);
  assert.ok(found.includes("place"), `${found}`);
  assert.deepEqual(
    found.filter((kind) => !["person", "place", "organization"].includes(kind)),
    [],
  );
  assert.deepEqual(said, []);
  await page.close();
});

test("options that are wrong are told clearly and left out", async () => {
  const { page, said } = await listened("dark");
  await page.evaluate(() => {
    const told = /** @type {string[]} */ ([]);
    Object.assign(window, { told });
    document.addEventListener("hamish:error", (event) =>
      told.push(/** @type {CustomEvent} */ (event).detail.message),
    );
  });
  await tag(page, {
    layers: "person persons",
    colors: '{"place": "no-colour", "direct": "#a40"}',
    selector: "p:::",
    names: '[{"name": "سلمى"}, {"name": "العقبة", "type": "place"}]',
    patterns: '[{"name": "broken", "pattern": "("}, {"name": "fine", "pattern": "المياه"}]',
    margin: "everything",
    published: "yesterday",
    threshold: "7",
    colour: "red",
    options: "{not JSON",
  });
  const wrong = [
    /data-options/,
    /`layers`: «persons» is none of person, place/,
    /`colors`: «no-colour» is no CSS color/,
    /`selector`: «p:::» is no CSS selector/,
    /`names`: the type of «سلمى»/,
    /`patterns`: the pattern of «broken» is no regular expression/,
    /`margin`: «everything» is none of panel, badge, none/,
    /`published`: «yesterday»/,
    /`threshold`: 7 is no number from 0 to 1/,
    /`colour`: there is none of this name/,
  ];
  for (const pattern of wrong)
    assert.ok(
      said.some((line) => line.startsWith("hamish: ") && pattern.test(line)),
      `${pattern} in ${said}`,
    );
  assert.equal(said.length, wrong.length);
  assert.equal((await page.evaluate(() => /** @type {any} */ (window).told)).length, wrong.length - 1);
  assert.deepEqual((await kinds(page)).sort(), ["own-fine", "person"]);
  await page.close();
});

test("events and callbacks tell the same; a callback that throws breaks nothing", async () => {
  const { page } = await listened("dark");
  await page.evaluate(() => {
    const told = /** @type {string[]} */ ([]);
    const listen = (/** @type {string} */ name) =>
      document.addEventListener(`hamish:${name}`, () => told.push(`event ${name}`));
    for (const name of ["ready", "select", "change", "error"]) listen(name);
    Object.assign(window, { told });
  });
  await page.addScriptTag({ url: on.script }).catch(() => {});
  await page.evaluate(async () => {
    const { hamish, told } = /** @type {any} */ (window);
    (await hamish.handle).detach();
    told.length = 0;
    const handle = await hamish.attach(document, {
      onReady: () => told.push("ready"),
      onChange: () => told.push("change"),
      onSelect: (/** @type {any} */ { annotation }) => {
        told.push(`select ${annotation.text === handle.annotations.mentions[0].text}`);
        throw new Error("the host's own");
      },
    });
    const { start, end } = handle.annotations.mentions[0];
    handle.reveal({ start, end });
    const paragraph = document.createElement("p");
    paragraph.textContent = "وقالت وزارة المياه إن الضخ مستمر في عمّان حتى نهاية الأسبوع، بلا انقطاع.";
    document.querySelector(".story-body")?.append(paragraph);
    await new Promise((resolve) => document.addEventListener("hamish:change", resolve, { once: true }));
    await new Promise((resolve) => setTimeout(resolve));
  });
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).told), [
    "event ready",
    "ready",
    "event select",
    "select true",
    "event change",
    "change",
  ]);
  await page.close();
});

test("a text in another language: its reading time alone", async () => {
  const { page } = await listened("english");
  await attach(page, on.script);
  const { readingTime, language, quotes, mentions, values } = await page.evaluate(
    () => /** @type {any} */ (window).handle.annotations,
  );
  assert.equal(language, "en");
  assert.ok(readingTime.minutes >= 1);
  assert.deepEqual([quotes, mentions, values], [[], [], []]);
  assert.deepEqual(await painted(page), []);
  await page.close();
});

test("a policy that refuses WebAssembly: the reading time alone, told quietly, the page as it was", async () => {
  const { page, said } = await listened("no-wasm");
  const before = await page.evaluate(() => document.body.innerHTML);
  await tag(page, {});
  const seen = await page.evaluate(async () => {
    const { handle } = /** @type {any} */ (window);
    const { readingTime, mentions } = handle.annotations;
    return { text: handle.text, readingTime, mentions, found: await handle.search("المياه") };
  });
  assert.deepEqual(seen.text.split("\n"), expected("no-wasm"));
  assert.equal(seen.readingTime.label, "دقيقة واحدة");
  assert.equal(seen.readingTime.minutes, 1);
  assert.deepEqual([seen.mentions, seen.found], [[], []]);
  assert.equal(await page.evaluate(() => document.body.innerHTML), before);
  assert.equal(said.filter((line) => line.startsWith("hamish: ")).length, 1);
  await page.close();
});

test("a policy that refuses WebAssembly, but workers of the site's own scripts not: all of it", async () => {
  const context = await on.browser.newContext();
  await context.route(`${on.url}dark.html`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": "script-src 'self' 'unsafe-inline'" };
    await route.fulfill({ response, headers });
  });
  const page = await open(context, `${on.url}dark.html`);
  await tag(page, { margin: "none" });
  const seen = await page.evaluate(async () => {
    const { handle } = /** @type {any} */ (window);
    const isRefused = await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)).then(
      () => false,
      () => true,
    );
    return { isRefused, mentions: handle.annotations.mentions.length, found: await handle.search("المياه") };
  });
  assert.ok(seen.isRefused);
  assert.ok(seen.mentions > 3);
  assert.ok(seen.found.length > 0);
  assert.ok((await painted(page)).length > 3);
  await context.close();
});

test("a browser without the highlight API: badge and panel still work", async () => {
  const { page, said } = await listened("dark");
  await page.evaluate(() => {
    Reflect.deleteProperty(window, "Highlight");
    Reflect.deleteProperty(CSS, "highlights");
  });
  await attach(page, on.script, { open: true });
  const seen = await page.evaluate(() => {
    const { handle } = /** @type {any} */ (window);
    const { start, end } = handle.annotations.mentions[0];
    handle.reveal({ start, end });
    return {
      mentions: handle.annotations.mentions.length,
      words: document.querySelector("hamish-margin")?.shadowRoot?.textContent ?? "",
    };
  });
  assert.ok(seen.mentions > 3);
  assert.match(seen.words, /دقيقة/);
  assert.deepEqual(said, []);
  await page.close();
});

test("addresses are the page's: a relative one is found by the worker too", async () => {
  const { page, said } = await listened("dark");
  let workers = 0;
  page.on("worker", () => workers++);
  await attach(page, on.script, {
    wasm: "dist/embed/hamish_bg.wasm",
    worker: "dist/embed/hamish.js",
    margin: "none",
  });
  assert.equal(workers, 1);
  assert.equal(page.workers().length, 1);
  assert.ok((await kinds(page)).includes("place"));
  assert.deepEqual(said, []);
  await page.close();
});
