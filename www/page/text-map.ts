/** The text of an article and the way between its offsets and the page's text nodes. */

import type { Range as TextRange } from "../engine/engine.ts";

/** A piece of one text node that the text holds unchanged. */
interface Run {
  node: Text;
  /** Where it begins in the node. */
  from: number;
  /** Where it begins in the text. */
  at: number;
  length: number;
}

/** A place in the page: an offset of UTF-16 code units in one text node's data. */
export interface NodeRange {
  node: Text;
  start: number;
  end: number;
}

/** Words with single spaces between them. */
const PIECES = /(?:\S| (?=\S))+/g;

/** Paragraphs joined by line breaks, white space as the page shows it; every offset is one of UTF-16 code units. */
export class TextMap {
  /** What the engine reads. */
  readonly text: string;
  readonly #runs: Run[] = [];
  readonly #runsOf = new Map<Text, Run[]>();

  /** @param paragraphs the text nodes of each, in reading order */
  constructor(paragraphs: readonly (readonly Text[])[]) {
    const parts: string[] = [];
    let at = 0;
    const put = (node: Text, from: number, piece: string) => {
      const last = this.#runs.at(-1);
      if (last && last.node === node && last.from + last.length === from && last.at + last.length === at) {
        last.length += piece.length;
      } else {
        const run = { node, from, at, length: piece.length };
        this.#runs.push(run);
        const known = this.#runsOf.get(node);
        if (known) known.push(run);
        else this.#runsOf.set(node, [run]);
      }
      parts.push(piece);
      at += piece.length;
    };
    for (const nodes of paragraphs) {
      if (at > 0) {
        parts.push("\n");
        at++;
      }
      const start = at;
      let space = null as { node: Text; from: number } | null;
      for (const node of nodes) {
        const lines = keepsLines(node);
        let end = 0;
        const gap = (from: number, to: number) => {
          if (to === from) return;
          if (!lines || !node.data.slice(from, to).includes("\n")) {
            space ??= { node, from };
          } else if (at > start) {
            parts.push("\n");
            at++;
            space = null;
          }
        };
        for (const [index, piece] of shown(node.data)) {
          gap(end, index);
          end = index + piece.length;
          if (space && at > start) put(space.node, space.from, " ");
          space = null;
          put(node, index, piece);
        }
        gap(end, node.length);
      }
    }
    this.text = parts.join("");
  }

  /** The pieces of text nodes that a range of the text stands in, in reading order; what was left out in between is not in them. */
  nodeRanges(start: number, end: number): NodeRange[] {
    const found: NodeRange[] = [];
    for (let nth = this.#firstRun(start); nth < this.#runs.length; nth++) {
      const run = this.#runs[nth] as Run;
      if (run.at >= end) break;
      const from = run.from + Math.max(0, start - run.at);
      const to = run.from + Math.min(run.length, end - run.at);
      const last = found.at(-1);
      if (last?.node === run.node) last.end = to;
      else if (to > from) found.push({ node: run.node, start: from, end: to });
    }
    return found;
  }

  /** A range of the page from the first to the last of the text's; null where it is out of the text. */
  range(start: number, end: number): Range | null {
    const pieces = this.nodeRanges(start, end);
    const first = pieces[0];
    const last = pieces.at(-1);
    if (!first || !last) return null;
    const range = first.node.ownerDocument.createRange();
    range.setStart(first.node, Math.min(first.start, first.node.length));
    range.setEnd(last.node, Math.min(last.end, last.node.length));
    return range;
  }

  /** The offset of the text at a place in a text node; null where the node is not of the text. */
  offset(node: Node, offset: number): number | null {
    for (const run of this.#runsOf.get(node as Text) ?? []) {
      if (offset < run.from) return run.at;
      if (offset <= run.from + run.length) return run.at + offset - run.from;
    }
    return null;
  }

  /** The offset of the first word below an element; null where it holds none of the text. */
  offsetIn(element: Element): number | null {
    const run = this.#runs.find(({ node }) => element.contains(node));
    return run ? run.at : null;
  }

  /** The text node in the middle of the text; null for an empty one. */
  get middle(): Text | null {
    return this.#runs[this.#runs.length >> 1]?.node ?? null;
  }

  /** The headline and the first link, where they are, each by its kind: they may look unlike the other text. */
  special(): (readonly [string, Element])[] {
    const first = (kind: string) => {
      const run = this.#runs.find(({ node }) => node.parentElement?.closest(kind));
      return run?.node.parentElement ? [[kind, run.node.parentElement] as const] : [];
    };
    return ["h1", "a"].flatMap(first);
  }

  /** The first element around text that is not this one; null where there is none. */
  within(element: Element): Element | null {
    return this.#runs.find(({ node }) => node.parentElement !== element)?.node.parentElement ?? null;
  }

  /** The documents and shadow roots that the text stands in. */
  roots(): Set<Node> {
    const roots = new Set<Node>();
    let parent: Node | null = null;
    for (const { node } of this.#runs) {
      if (node.parentNode !== parent) roots.add(node.getRootNode());
      parent = node.parentNode;
    }
    return roots;
  }

  /**
   * What of the text stands between two heights of the window, in CSS pixels, whole pieces of it. The text runs downward; where
   * columns or hidden parts make it not, more or less is told.
   */
  between(top: number, bottom: number): TextRange {
    const start = this.#firstBelow(top);
    const end = this.#firstBelow(bottom, start);
    const at = (run: number) => this.#runs[run]?.at ?? this.text.length;
    return { start: at(start), end: at(end + 1) };
  }

  /** Whether the text is made of the same nodes as another's: then the page was not rewritten under it. */
  sameNodes(other: TextMap): boolean {
    if (this.text !== other.text || this.#runs.length !== other.#runs.length) return false;
    return this.#runs.every((run, nth) => run.node === other.#runs[nth]?.node);
  }

  /** The index of the first run, from one on, that ends below a height of the window. */
  #firstBelow(height: number, from = 0): number {
    let low = from;
    let high = this.#runs.length;
    const range = this.#runs[0]?.node.ownerDocument.createRange();
    while (range && low < high) {
      const middle = (low + high) >> 1;
      range.selectNodeContents((this.#runs[middle] as Run).node);
      if (range.getBoundingClientRect().bottom <= height) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The index of the first run that ends after an offset. */
  #firstRun(offset: number): number {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle] as Run;
      if (run.at + run.length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The pieces of a node's data that a page shows as they stand there, each with where it begins. */
function shown(data: string): (readonly [number, string])[] {
  if (/[^\S ]| {2}/.test(data))
    return Array.from(data.matchAll(PIECES), ({ 0: piece, index }) => [index, piece]);
  const piece = data.trim();
  return piece ? [[data.startsWith(" ") ? 1 : 0, piece]] : [];
}

/** Whether line breaks in a node's data are line breaks on the page. */
function keepsLines(node: Text): boolean {
  if (!node.data.includes("\n") || !/\S\s*\n\s*\S/.test(node.data) || !node.parentElement) return false;
  const style = node.ownerDocument.defaultView?.getComputedStyle(node.parentElement);
  return /pre|break-spaces/.test(style?.whiteSpace ?? "");
}
