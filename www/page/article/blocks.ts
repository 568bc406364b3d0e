/** Cuts a page into blocks: runs of text that a reader sees as one paragraph, heading, item or line. */
import { type Hint, hintOf, isLeftOut } from "./hints.ts";

/** An element that holds blocks, as far as choosing among them needs it. */
export interface Frame {
  element: Element;
  parent: Frame | null;
  /** The frame itself and those around it, the nearest first. */
  chain: readonly Frame[];
  depth: number;
  hint: Hint;
  /** Words in all blocks below. */
  words: number;
  /** Those of the words that stand in links. */
  linked: number;
  /** Words of prose below, whatever the hints say. */
  prose: number;
  /** Words of prose below that no hint speaks against. */
  weight: number;
}

/** A run of text between block borders. */
export interface Block {
  frame: Frame;
  /** Its text nodes in reading order. */
  nodes: Text[];
  /** Its text, white space collapsed. */
  text: string;
  words: number;
  /** Those of the words that stand in links. */
  linked: number;
  /** Whether it reads as sentences. */
  prose: boolean;
}

const INLINE = new Set(
  (
    "A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK NOBR Q RB RP RT RUBY S SLOT SMALL SPAN " +
    "STRIKE STRONG SUB SUP TIME TT U VAR WBR"
  ).split(" "),
);

/** Letters and digits of every script: what is neither space nor punctuation. */
const WORDS = /[^\s!-/:-@[-`{-\u00bf\u060c\u061b\u061f\u06d4\u2000-\u206f]+/g;

/** Elements passed between two pauses. */
const SLICE = 150;

/**
 * The blocks below an element, in reading order. Open shadow roots are read in their hosts' place; scripts, form
 * fields, code and what is hidden by markup are left out. Pauses now and then, so that a long page can be cut in idle time.
 */
export function* cutBlocks(root: Element): Generator<void, Block[]> {
  const blocks: Block[] = [];
  let frame: Frame = newFrame(root, null);
  let nodes: Text[] = [];
  let linked = 0;
  let links = 0;
  let passed = 0;

  const close = () => {
    if (nodes.length > 0) {
      const text = collapse(nodes.map((node) => node.data).join(""));
      const words = countWords(text);
      if (words > 0) add(blocks, { frame, nodes, text, words, linked, prose: isProse(text, words, linked) });
    }
    nodes = [];
    linked = 0;
  };

  // What is still to be read, the nearest last; a function is run when everything pushed after it has been read.
  const ahead: (Node | (() => void))[] = [];
  const enter = (element: Element) => {
    const children = childrenOf(element);
    for (let at = children.length - 1; at >= 0; at--) ahead.push(children[at] as Node);
  };
  enter(root);
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (typeof next === "function") {
      next();
    } else if (next.nodeType === Node.TEXT_NODE) {
      nodes.push(next as Text);
      if (links > 0) linked += countWords(collapse((next as Text).data));
    } else if (next.nodeType === Node.ELEMENT_NODE) {
      if (++passed % SLICE === 0) yield;
      const element = next as HTMLElement;
      if (isLeftOut(element)) {
        if (!INLINE.has(element.tagName) && element.tagName !== "SCRIPT") close();
        continue;
      }
      if (element.tagName === "BR" || element.tagName === "HR") {
        close();
        continue;
      }
      if (element.tagName === "A") {
        links++;
        ahead.push(() => links--);
      }
      if (INLINE.has(element.tagName) ? isLine(element, nodes.at(-1)) : !element.tagName.includes("-")) {
        close();
        const outer = frame;
        frame = newFrame(element, outer);
        ahead.push(() => {
          close();
          frame = outer;
        });
      }
      enter(element);
    }
  }
  close();
  return blocks;
}

/** Whether an inline element is made a line of its own, as far as what stands before it lets one think so. */
function isLine(element: Element, before: Text | undefined): boolean {
  if (element.tagName === "A" || !before || !/(?:\S|[.!?؟…:»"”]\s+)$/.test(before.data.slice(-40)))
    return false;
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? "";
  return /^(?:block|flex|grid|list-item|table)$/.test(display);
}

/** The frame itself and those around it, the nearest first. */
export function around(frame: Frame | null): readonly Frame[] {
  return frame?.chain ?? [];
}

/** Words of prose in blocks, links left out. */
export function sumOf(indices: Iterable<number>, blocks: readonly Block[]): number {
  let words = 0;
  for (const at of indices) {
    const block = blocks[at] as Block;
    if (block.prose) words += block.words - block.linked;
  }
  return words;
}

/** White space collapsed as a page shows it. */
export function collapse(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, " ").trim();
}

function childrenOf(element: Element): ArrayLike<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.tagName === "SLOT") {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return element.childNodes;
}

function newFrame(element: Element, parent: Frame | null): Frame {
  const depth = parent ? parent.depth + 1 : 0;
  const hint = parent ? hintOf(element) : null;
  const frame: Frame = { element, parent, chain: [], depth, hint, words: 0, linked: 0, prose: 0, weight: 0 };
  frame.chain = parent ? [frame, ...parent.chain] : [frame];
  return frame;
}

function add(blocks: Block[], block: Block) {
  blocks.push(block);
  const prose = block.prose ? block.words - block.linked : 0;
  for (const frame of around(block.frame)) {
    frame.words += block.words;
    frame.linked += block.linked;
    frame.prose += prose;
  }
}

function countWords(text: string): number {
  return text.match(WORDS)?.length ?? 0;
}

function isProse(text: string, words: number, linked: number): boolean {
  if (words < 8 || linked > 0.5 * words) return false;
  return words >= 22 || /[.!?؟۔…:؛»"”]\s*$/.test(text) || /[،؛,]/.test(text);
}
