/** Cuts a page into blocks: runs of text that a reader sees as one paragraph, heading, item or line. */
import { Frame } from "./frame.ts";
import { isLeftOut } from "./hints.ts";

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
const SLICE = 50;

/**
 * The blocks below an element, in reading order. Open shadow roots are read in their hosts' place; scripts, form
 * fields, code and what is hidden by markup are left out. Pauses now and then, so that a long page can be cut in idle time.
 */
export function* cutBlocks(root: Element): Generator<void, Block[]> {
  const blocks: Block[] = [];
  let frame = new Frame(root, null);
  let nodes: Text[] = [];
  let linked = 0;
  let links = 0;
  let passed = 0;

  const close = () => {
    if (nodes.length > 0) {
      const text = collapse(
        nodes.length > 1 ? nodes.map((node) => node.data).join("") : (nodes[0] as Text).data,
      );
      const words = countWords(text);
      if (words > 0) add(blocks, { frame, nodes, text, words, linked, prose: isProse(text, words, linked) });
      nodes = [];
    }
    linked = 0;
  };

  const open: Open[] = [enter(root, null, false)];
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const { next } = inner;
    if (!next) {
      open.pop();
      if (inner.isLink) links--;
      if (!inner.outer) continue;
      close();
      frame = inner.outer;
      continue;
    }
    inner.next = inner.assigned ? (inner.assigned.pop() ?? null) : next.nextSibling;
    if (next.nodeType === Node.TEXT_NODE) {
      // Blanks that begin a block are not shown.
      if (nodes.length === 0 && !/\S/.test((next as Text).data)) continue;
      nodes.push(next as Text);
      if (links > 0) linked += countWords(collapse((next as Text).data));
    } else if (next.nodeType === Node.ELEMENT_NODE) {
      if (++passed % SLICE === 0) yield;
      const element = next as HTMLElement;
      const { tagName } = element;
      if (isLeftOut(element)) {
        if (!INLINE.has(tagName) && tagName !== "SCRIPT") close();
        continue;
      }
      if (tagName === "BR" || tagName === "HR") {
        close();
        continue;
      }
      const isLink = tagName === "A";
      if (isLink) links++;
      const isBlock = INLINE.has(tagName) ? isLine(element, nodes.at(-1)) : !tagName.includes("-");
      open.push(enter(element, isBlock ? frame : null, isLink));
      if (!isBlock) continue;
      close();
      frame = new Frame(element, frame);
    }
  }
  close();
  return blocks;
}

/** An element whose text is being read. */
interface Open {
  /** What is read next in it. */
  next: Node | null;
  /** What a slot shows after that, the last first; null where the next node's siblings are read. */
  assigned: Node[] | null;
  /** The frame around its own; null where it has none. */
  outer: Frame | null;
  isLink: boolean;
}

function enter(element: Element, outer: Frame | null, isLink: boolean): Open {
  const shown = element.tagName === "SLOT" ? (element as HTMLSlotElement).assignedNodes().reverse() : [];
  const assigned = shown.length > 0 ? shown : null;
  const next = assigned ? (assigned.pop() ?? null) : (element.shadowRoot ?? element).firstChild;
  return { next, assigned, outer, isLink };
}

/** Whether an inline element is made a line of its own, as far as what stands before it lets one think so. */
function isLine(element: Element, before: Text | undefined): boolean {
  if (element.tagName === "A" || !before || !/(?:\S|[.!?؟…:»"”]\s+)$/.test(before.data.slice(-40)))
    return false;
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? "";
  return /^(?:block|flex|grid|list-item|table)$/.test(display);
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
  const trimmed = text.trim();
  return /[^\S ]| {2}|[\u200b\ufeff]/.test(trimmed)
    ? trimmed.replace(/[\s\u200b\ufeff]+/g, " ").trim()
    : trimmed;
}

function add(blocks: Block[], block: Block) {
  blocks.push(block);
  const prose = block.prose ? block.words - block.linked : 0;
  for (let frame: Frame | null = block.frame; frame; frame = frame.parent) {
    frame.words += block.words;
    frame.linked += block.linked;
    frame.prose += prose;
  }
}

function countWords(text: string): number {
  let words = 0;
  // No list of them is made, which would be thrown away.
  while (WORDS.test(text)) words++;
  return words;
}

function isProse(text: string, words: number, linked: number): boolean {
  if (words < 8 || linked > 0.5 * words) return false;
  return words >= 22 || /[.!?؟۔…:؛»"”]\s*$/.test(text) || /[،؛,]/.test(text);
}
