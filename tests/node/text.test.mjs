/** The text core through the npm package: offsets are UTF-16 code units of the string that was given. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** @type {typeof import("../../www/npm/index.ts")} */
const { loadEngine, toFolded, toSource } = await import(
  String(new URL("../../dist/npm/index.js", import.meta.url))
);
const engine = await loadEngine({}, readFileSync(new URL("../../pkg/hamish_bg.wasm", import.meta.url)));

const ARTICLE = 'قَالَ الرئيـــس ﷲ ﻷن ه\u0654ا لِأَحْمَد: «نعم. سنعود ٢٠٢٦». ثم مضى ، و"عاد" ...\n\nانتهى';
const DISTURBANCES = ["", "😀", "\ud800", "\udc00", "\u200f", "ـ", "é", "e\u0301", "👨‍👩‍👧 ", "ﷺ"];

/** The article, disturbed at its beginning and behind a word. */
function* disturbed() {
  for (const before of DISTURBANCES)
    for (const between of DISTURBANCES) yield before + ARTICLE.replace("نعم", `نعم${between}`);
}

/**
 * A lone surrogate is no character; the engine sees the replacement character in its place.
 * @param {string} text
 */
const seen = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd");

/**
 * @param {string} text
 * @param {Uint32Array} numbers
 */
function slices(text, numbers) {
  const pairs = Array.from({ length: numbers.length / 2 }, (_, at) => numbers.subarray(2 * at, 2 * at + 2));
  return pairs.map(([start, end]) => text.slice(start, end));
}

test("js_sees_what_rust_saw", () => {
  for (const text of disturbed()) {
    const { words, sentences, paragraphs } = engine.segment(text);
    assert.ok(slices(text, words).every((word) => /[\p{L}\p{N}]/u.test(word) && !/\s/u.test(word)));
    assert.equal(slices(text, sentences).at(-1), "انتهى");
    assert.ok(slices(text, sentences).some((sentence) => sentence.endsWith("سنعود ٢٠٢٦».")));
    assert.deepEqual(
      slices(text, paragraphs),
      text.split(/\n+/).map((line) => line.trim()),
    );
    for (const hit of engine.search(text, "أحمد")) assert.equal(text.slice(hit.start, hit.end), "أَحْمَد");
    assert.equal(engine.search(text, "احمد").length, 1);
  }
});

test("fold_has_a_way_back", () => {
  for (const text of disturbed()) {
    for (const folds of ["clean", "marks", "search", "loose", "lucene"]) {
      const folded = engine.normalize(text, folds);
      let covered = toSource(folded, { start: 0, end: 1 }).start;
      for (let at = 0; at < folded.text.length; at++) {
        const { start, end } = toSource(folded, { start: at, end: at + 1 });
        assert.ok(start <= covered && covered <= end, `${folds}: a gap before ${at}`);
        covered = end;
        const again = engine.normalize(text.slice(start, end), folds).text;
        const unit = folded.text.slice(at, at + 1);
        assert.ok(
          unit === "\u200d" || again.includes(unit) || /\p{Surrogate}/u.test(unit),
          `${folds}: ${unit} of ${again}`,
        );
        assert.ok(toFolded(folded, start) <= at && toFolded(folded, end) > at);
      }
      assert.equal(covered, text.length);
      assert.equal(toFolded(folded, text.length), folded.text.length);
    }
  }
});

test("a long text loses no half of a surrogate pair", () => {
  for (const before of ["", "ا"]) {
    const text = before + "😀".repeat(50_000);
    assert.equal(engine.normalize(text, "search").text, text);
  }
});

test("a map has a pair for each change and can be posted", () => {
  const folded = engine.normalize("أَحْمَد", "search");
  assert.equal(folded.text, "احمد");
  assert.deepEqual([...folded.map], [1, 4, 2, 8, 3, 12]);
  const copy = structuredClone(folded);
  assert.deepEqual(toSource(copy, { start: 0, end: 2 }), { start: 0, end: 4 });
  assert.throws(() => engine.normalize("نص", "alif"), /alif/);
});

test("edits are applied one by one", () => {
  for (const text of disturbed()) {
    let tidied = "";
    let from = 0;
    for (const { start, end, replacement } of engine.tidy(text)) {
      tidied += text.slice(from, start) + replacement;
      from = end;
    }
    tidied = seen(tidied + text.slice(from));
    assert.ok(tidied.includes("ثم مضى، و«عاد»…\n"), tidied);
    assert.deepEqual(engine.tidy(tidied), []);
  }
  const [first] = engine.hideHarakat("😀 قَال");
  assert.deepEqual(first, { start: 4, end: 5, replacement: "" });
  assert.equal(engine.tidy('قال "نعم"', "curly")[0]?.replacement, "“");
});

test("the time left is counted from where the reader is", () => {
  const text = "قال ".repeat(362);
  assert.deepEqual(engine.readingTime(text), {
    words: 362,
    seconds: 120,
    minutes: 2,
    wordsPerMinute: 181,
    label: "دقيقتان",
  });
  assert.equal(engine.readingTime(text, { from: text.length / 2, language: "en" }).label, "1 minute");
  assert.equal(engine.readingTime(text, { images: 3 }).seconds, 153);
  assert.equal(engine.readingTime(text, { from: 10 ** 6 }).words, 0);
  assert.throws(() => engine.readingTime(text, /** @type {object} */ ({ form: 3 })), /form/);
});
