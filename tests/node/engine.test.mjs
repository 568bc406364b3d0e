/** The engine in Node, through pkg/: what JavaScript's strings hold is what the engine saw. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Engine, initSync, unpackNames } from "../../pkg/hamish.js";

initSync({ module: readFileSync(new URL("../../pkg/hamish_bg.wasm", import.meta.url)) });
const engine = new Engine({});

const ARTICLE = "وصول بوتين إلى مينسك\nقال الرئيس فلاديمير بوتين: «سنواصل المحادثات مع أوكرانيا».";

test("js_sees_what_rust_saw", () => {
  const disturbances = ["", "😀", "\ud800", "\udc00", "\u200f", "ـ", "é", "👨‍👩‍👧 "];
  for (const before of disturbances) {
    for (const between of disturbances) {
      const text = before + ARTICLE.replace("المحادثات", `المحادثات ${between}`);
      const { annotations, ranges } = engine.analyze(text);
      const slices = [...annotations.mentions, ...annotations.quotes, ...annotations.values];
      assert.ok(slices.length > 0);
      for (const slice of slices) {
        // A lone surrogate is no character; the engine sees the replacement character in its place.
        assert.equal(text.slice(slice.start, slice.end).replace(/\p{Surrogate}/gu, "\ufffd"), slice.text);
      }
      for (let at = 0; at < ranges.length; at += 4) {
        assert.ok((ranges[at + 1] ?? 0) < (ranges[at + 2] ?? 0));
        assert.ok((ranges[at + 2] ?? 0) <= text.length);
      }
    }
  }
});

test("an engine that was freed says so", () => {
  const gone = new Engine({});
  gone.free();
  assert.throws(() => gone.analyze("نص"));
});

test("the tables of names are unpacked one by one, and there is an end to them", () => {
  let tables = 1;
  while (unpackNames(tables - 1)) tables++;
  assert.ok(tables > 1);
  assert.equal(unpackNames(tables), false);
});
