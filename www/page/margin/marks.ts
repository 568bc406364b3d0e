/** The text cut where annotations begin and end, for showing it in nodes of our own. */
import type { Layer, Range } from "../../engine/engine.ts";
import type { Painted } from "./notes.ts";

/** A stretch of text and the layers that it is on. */
export interface Stretch extends Range {
  layers: readonly Layer[];
}

/** The stretches of a text from `start` to `end`; joined they are that text. */
export function* stretches(
  text: string,
  painted: readonly Painted[],
  start = 0,
  end = text.length,
): Generator<Stretch> {
  const there = painted.filter((range) => range.start < end && range.end > start);
  const borders = new Set([start, end]);
  for (const range of there) borders.add(Math.max(range.start, start)).add(Math.min(range.end, end));
  const sorted = [...borders].sort((a, b) => a - b);
  for (let nth = 1; nth < sorted.length; nth++) {
    const [from, to] = [sorted[nth - 1] as number, sorted[nth] as number];
    const layers = there.filter((range) => range.start <= from && to <= range.end).map(({ layer }) => layer);
    yield { start: from, end: to, layers: [...new Set(layers)] };
  }
}

/** The lines of a text, each with the offset at which it begins. */
export function* linesOf(text: string): Generator<Range> {
  let start = 0;
  for (const line of text.split("\n")) {
    yield { start, end: start + line.length };
    start += line.length + 1;
  }
}
