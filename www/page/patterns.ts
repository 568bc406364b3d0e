/** The host's own regular expressions, each a layer of its own. */
import type { Range } from "../engine/engine.ts";
import type { OwnPattern } from "./types.ts";

/** A pattern that matches everywhere is painted so many times at most. */
const MOST = 2000;

/** The name of a pattern's highlight. */
export function layerOfPattern({ name }: OwnPattern): `own-${string}` {
  return `own-${name}`;
}

/** Where each pattern matches, line by line; pauses between lines. */
export function* findPatterns(
  text: string,
  patterns: readonly OwnPattern[],
): Generator<void, Map<string, Range[]>> {
  const found = new Map<string, Range[]>();
  for (const { name, pattern, flags = "u" } of patterns) {
    const source = typeof pattern === "string" ? new RegExp(pattern, flags) : pattern;
    const global = new RegExp(source, `${source.flags.replace(/[gy]/g, "")}g`);
    const ranges: Range[] = [];
    let at = 0;
    for (const line of text.split("\n")) {
      for (const { 0: words, index } of line.matchAll(global)) {
        if (words && ranges.length < MOST) ranges.push({ start: at + index, end: at + index + words.length });
      }
      at += line.length + 1;
      yield;
    }
    found.set(name, ranges);
  }
  return found;
}
