/** The elements that hold blocks, as far as choosing among the blocks needs them. */
import { type Hint, hintOf } from "./hints.ts";

/** An element that holds blocks. What its names say is looked up when it is asked for: most are never asked. */
export class Frame {
  readonly element: Element;
  readonly parent: Frame | null;
  readonly depth: number;
  /** Words in all blocks below. */
  words = 0;
  /** Those of the words that stand in links. */
  linked = 0;
  /** Words of prose below, whatever the hints say. */
  prose = 0;
  /** Words of prose below that no hint speaks against. */
  weight = 0;
  #hint: Hint | undefined;
  #chain: readonly Frame[] | undefined;

  constructor(element: Element, parent: Frame | null) {
    this.element = element;
    this.parent = parent;
    this.depth = parent ? parent.depth + 1 : 0;
  }

  get hint(): Hint {
    if (this.#hint === undefined) this.#hint = this.parent ? hintOf(this.element) : null;
    return this.#hint;
  }

  /** What it holds tells more than its names: it is not beside the article. */
  forgive() {
    if (this.hint !== "article") this.#hint = null;
  }

  /** The frame itself and those around it, the nearest first. */
  get chain(): readonly Frame[] {
    this.#chain ??= this.parent ? [this, ...this.parent.chain] : [this];
    return this.#chain;
  }
}

/** The frame itself and those around it, the nearest first. */
export function around(frame: Frame | null): readonly Frame[] {
  return frame?.chain ?? [];
}
