/**
 * The engine through the npm package, the boundary included, its text core beside what scripts do today, in Node and in
 * Chromium: four regular expressions and a map of each character, `Intl.Segmenter` by paragraph. Arabic news of 5 KB to
 * 10 MB; the best of several runs, in megabytes of UTF-8 a second.
 */
import { readdirSync, readFileSync } from "node:fs";
import { launch, open, root, servePages } from "../../tests/browser/helpers.mjs";

const SIZES = { "5 KB": 5e3, "100 KB": 1e5, "1 MB": 1e6, "10 MB": 1e7 };

const news = readdirSync(`${root}data/articles`)
  .sort()
  .map((name) => readFileSync(`${root}data/articles/${name}`, "utf8").replace(/<[^>]*>/g, ""));

/**
 * News of about `size` bytes, no paragraph twice the same.
 * @param {number} size
 */
function newsOf(size) {
  const paragraphs = news.flatMap((article) => article.split("\n")).filter(Boolean);
  const lines = [];
  for (let nth = 0, length = 0; length < size; nth++) {
    const line = `${paragraphs[nth % paragraphs.length]} (${nth})\n`;
    lines.push(line);
    length += Buffer.byteLength(line);
  }
  return lines.join("").slice(0, Math.round(size * 0.56));
}

/**
 * Runs in Node and in a page: seconds by way and size.
 * @param {{ module: string, wasm?: Uint8Array | undefined, texts: string[] }} given
 */
async function measure({ module, wasm, texts }) {
  /** @type {typeof import("../../www/npm/index.ts")} */
  const { loadEngine } = await import(module);
  const engine = await loadEngine({}, wasm);
  const finder = await loadEngine({ find: ["names", "values"] }, wasm);
  const words = new Intl.Segmenter("ar", { granularity: "word" });
  const sentences = new Intl.Segmenter("ar", { granularity: "sentence" });

  const fold = (/** @type {string} */ text) =>
    text
      .replace(/[\u064B-\u065F\u0670\u0640\u200B-\u200F]/g, "")
      .replace(/[أإآٱ]/g, "ا")
      .replace(/[ىی]/g, "ي")
      .replace(/ة/g, "ه");
  const foldWithMap = (/** @type {string} */ text) => {
    const map = new Uint32Array(text.length);
    let kept = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isDropped =
        (code >= 0x64b && code <= 0x65f) ||
        code === 0x670 ||
        code === 0x640 ||
        (code >= 0x200b && code <= 0x200f);
      if (!isDropped) map[kept++] = at;
    }
    return { text: fold(text), map: map.subarray(0, kept) };
  };
  const segments = (/** @type {Intl.Segmenter} */ segmenter, /** @type {string} */ text) => {
    let count = 0;
    for (const line of text.split("\n")) for (const _ of segmenter.segment(line)) count++;
    return count;
  };

  /** @type {Record<string, (text: string) => number>} */
  const ways = {
    "fold, `search`, with its map": (text) => engine.normalize(text, "search").text.length,
    "  four regular expressions and a map": (text) => foldWithMap(text).text.length,
    "  four regular expressions": (text) => fold(text).length,
    "words, sentences and paragraphs": (text) => engine.segment(text).words.length,
    "  Intl.Segmenter, words": (text) => segments(words, text),
    "  Intl.Segmenter, sentences": (text) => segments(sentences, text),
    "search for a word": (text) => engine.search(text, "الرئيس").length,
    typography: (text) => engine.tidy(text).length,
    "reading time": (text) => engine.readingTime(text).words,
    "names and values": (text) => finder.analyze(text).annotations.mentions.length,
    "the whole analysis": (text) => engine.analyze(text).annotations.mentions.length,
  };
  /** @type {Record<string, number[]>} */
  const seconds = {};
  for (const [name, way] of Object.entries(ways)) {
    seconds[name] = texts.map((text) => {
      const rounds = Math.ceil(2e5 / text.length);
      let best = Number.POSITIVE_INFINITY;
      const begin = performance.now();
      for (let run = 0; run < 3 || performance.now() - begin < 1000; run++) {
        const start = performance.now();
        for (let round = 0; round < rounds; round++) way(text);
        best = Math.min(best, (performance.now() - start) / rounds);
      }
      return best / 1e3;
    });
  }
  return seconds;
}

/**
 * @param {string} where
 * @param {string[]} texts
 * @param {Record<string, number[]>} seconds
 */
function print(where, texts, seconds) {
  const bytes = texts.map((text) => Buffer.byteLength(text));
  console.log(
    `\n${where.padEnd(40)} ${Object.keys(SIZES)
      .map((size) => size.padStart(8))
      .join(" ")}   MB/s`,
  );
  let first = /** @type {number[]} */ ([]);
  for (const [name, times] of Object.entries(seconds)) {
    const speeds = times.map((time, at) => (bytes[at] ?? 0) / time / 1e6);
    if (!name.startsWith(" ")) first = times;
    const ratios = times.map((time, at) => `${(time / (first[at] ?? 1)).toFixed(1)}x`);
    const growth = ((times[3] ?? 0) / (times[2] ?? 1)).toFixed(1);
    const beside = name.startsWith(" ")
      ? `the engine is ${ratios.join(", ")} as fast`
      : `10 MB take ${growth}x 1 MB`;
    console.log(
      `${name.padEnd(40)} ${speeds.map((speed) => speed.toFixed(1).padStart(8)).join(" ")}   ${beside}`,
    );
  }
}

const texts = Object.values(SIZES).map(newsOf);
const wasm = readFileSync(`${root}dist/npm/hamish_bg.wasm`);
print(`Node ${process.version}`, texts, await measure({ module: `${root}dist/npm/index.js`, wasm, texts }));

const server = await servePages();
const browser = await launch();
const page = await open(browser, `${server.url}dark.html`);
const module = new URL("dist/npm/index.js", server.url).href;
print(`Chromium ${browser.version()}`, texts, await page.evaluate(measure, { module, texts }));
await browser.close();
server.close();
