/** Between folded text and its source text, both ways. */
import type { Folded, Range } from "./types.ts";

/**
 * The source text that a range of folded text was made from. A range that cuts into an expansion (ﷲ → الله), a composition
 * or a reordering is rounded outward to all of it; dropped characters belong to the kept one before them.
 */
export function toSource({ map }: Folded, { start, end }: Range): Range {
  const from = sourceAt(map, start, 0);
  return { start: from, end: Math.max(from, sourceAt(map, end, 1)) };
}

/** The first folded offset that stands for the source text's unit at `offset`, or for what comes behind it. */
export function toFolded({ map }: Folded, offset: number): number {
  const at = lastAtOrBefore(map, (pair) => sourceOf(map, pair), offset);
  const end = foldedOf(map, at + 1);
  if (at < 0) return Math.min(offset, end);
  const inside = offset - sourceOf(map, at);
  return inside > 0 && isWhole(map, at) ? end : Math.min(foldedOf(map, at) + inside, end);
}

/** The source offset of a folded one; inside of what corresponds only as a whole, its start or that of the pair `next`. */
function sourceAt(map: Uint32Array, folded: number, next: 0 | 1): number {
  const at = lastAtOrBefore(map, (pair) => foldedOf(map, pair), folded);
  if (at < 0) return folded;
  const inside = folded - foldedOf(map, at);
  return inside > 0 && isWhole(map, at) ? sourceOf(map, at + next) : sourceOf(map, at) + inside;
}

/** The last pair that does not lie behind `wanted`; -1 where there is none. */
function lastAtOrBefore(map: Uint32Array, offsetOf: (pair: number) => number, wanted: number): number {
  let low = 0;
  let high = map.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function foldedOf(map: Uint32Array, pair: number): number {
  return map[2 * pair] ?? Number.POSITIVE_INFINITY;
}

function sourceOf(map: Uint32Array, pair: number): number {
  return (map[2 * pair + 1] ?? 0) >>> 1;
}

function isWhole(map: Uint32Array, pair: number): boolean {
  return ((map[2 * pair + 1] ?? 0) & 1) === 1;
}
