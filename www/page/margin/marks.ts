/** The text cut where annotations begin and end, for showing it in nodes of our own. */
import { LAYERS, type Layer } from "../../engine/engine.ts";

/** A stretch of text and the layers that it is on. */
export interface Stretch {
  start: number;
  text: string;
  layers: readonly Layer[];
}

/** The stretches of a text from `start` to `end`; joined they are that text. `ranges` are the engine's, sorted by start. */
export function* stretches(
  text: string,
  ranges: Uint32Array,
  start = 0,
  end = text.length,
): Generator<Stretch> {
  const borders = new Set([start, end]);
  const there: { layer: Layer; from: number; to: number }[] = [];
  for (let at = 0; at < ranges.length; at += 4) {
    const [layer, from, to] = [
      LAYERS[ranges[at] as number],
      ranges[at + 1] as number,
      ranges[at + 2] as number,
    ];
    if (!layer || to <= start || from >= end) continue;
    there.push({ layer, from, to });
    borders.add(Math.max(from, start)).add(Math.min(to, end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  for (let nth = 1; nth < sorted.length; nth++) {
    const [from, to] = [sorted[nth - 1] as number, sorted[nth] as number];
    const layers = there.filter((range) => range.from <= from && to <= range.to).map(({ layer }) => layer);
    yield { start: from, text: text.slice(from, to), layers: [...new Set(layers)] };
  }
}

/** The lines of a text, each with the offset at which it begins. */
export function* linesOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  for (const line of text.split("\n")) {
    yield { start, end: start + line.length };
    start += line.length + 1;
  }
}
