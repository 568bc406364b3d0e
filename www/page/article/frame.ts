/** The elements that hold blocks, as far as choosing among the blocks needs them. */
import { type Hint, hintOf } from "./hints.ts";

/** An element that holds blocks. What its names say is looked up when it is asked for: most are never asked. */
export class Frame {
  readonly element: Element;
  readonly parent: Frame | null;
  readonly depth: number;
  readonly outermost: Frame;
  /** Words in all blocks below. */
  words = 0;
  /** Those of the words that stand in links. */
  linked = 0;
  /** Words of prose below, whatever the hints say. */
  prose = 0;
  /** Words of prose below that no hint speaks against. */
  weight = 0;
  #hint: Hint | undefined;
  #level: number | undefined;

  constructor(element: Element, parent: Frame | null) {
    this.element = element;
    this.parent = parent;
    this.depth = parent ? parent.depth + 1 : 0;
    this.outermost = parent ? parent.outermost : this;
  }

  get hint(): Hint {
    if (this.#hint === undefined) this.#hint = this.parent ? hintOf(this.element) : null;
    return this.#hint;
  }

  /** What it holds tells more than its names: it is not beside the article. */
  forgive() {
    if (this.hint !== "article") this.#hint = null;
  }

  /** 1 to 6 in or around a heading; 0 elsewhere. */
  get level(): number {
    this.#level ??= levelIn(this);
    return this.#level;
  }

  /** Whether it is another frame or stands in it. */
  isIn(other: Frame): boolean {
    let frame: Frame | null = this;
    while (frame && frame.depth > other.depth) frame = frame.parent;
    return frame === other;
  }
}

/** The frame itself and those around it up to another one, which is left out; the nearest first. */
export function around(frame: Frame | null | undefined, end?: Frame): Frame[] {
  const frames: Frame[] = [];
  for (let one = frame ?? null; one && one !== end; one = one.parent) frames.push(one);
  return frames;
}

/** The innermost frame around both. */
export function sharedFrame(one: Frame, other: Frame): Frame | null {
  let [inner, outer]: [Frame | null, Frame | null] = [one, other];
  while (inner && inner !== outer) {
    if (outer && outer.depth >= inner.depth) outer = outer.parent;
    else inner = inner.parent;
  }
  return inner;
}

const HEADINGS = ["H1", "H2", "H3", "H4", "H5", "H6"];

function levelIn(inner: Frame): number {
  for (let frame: Frame | null = inner; frame; frame = frame.parent) {
    const { element } = frame;
    const level = HEADINGS.indexOf(element.tagName) + 1;
    if (level > 0) return level;
    if (element.hasAttributes()) {
      if (element.getAttribute("role") === "heading") return Number(element.getAttribute("aria-level") ?? 2);
      if (/\bheadline\b/.test(element.getAttribute("itemprop") ?? "")) return 1;
    }
    // To count the children would be to walk past all of them, for each.
    if (frame !== inner && element.firstElementChild !== element.lastElementChild) return 0;
  }
  return 0;
}

/** The nearest of a frame and those around it of which something holds; null where there is none. */
export type Nearest = (frame: Frame) => Frame | null;

/** Looks for the nearest; asks of each frame once. */
export function nearest(holds: (frame: Frame) => boolean): Nearest {
  const known = new Map<Frame, Frame | null>();
  return function find(frame: Frame): Frame | null {
    let found = known.get(frame);
    if (found === undefined) {
      found = holds(frame) ? frame : frame.parent && find(frame.parent);
      known.set(frame, found);
    }
    return found;
  };
}
