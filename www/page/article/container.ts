/** Finds the element that holds an article's body: where the prose is dense, beside which headline, by which hints. */
import type { Block } from "./blocks.ts";
import { around, type Frame, type Nearest, nearest } from "./frame.ts";
import { letters, type Metadata, titleFit } from "./metadata.ts";

/** Where an article stands on its page. */
export interface Place {
  /** The innermost frame around its body. */
  body: Frame;
  /** The index of its headline among the blocks; -1 where there is none. */
  headline: number;
  /** Indices of blocks that the page's structured data has word for word. */
  confirmed: ReadonlySet<number>;
  /** The share of that text which was found in the page, 0 to 1. */
  coverage: number;
}

/** Elements that hold a paragraph, not an article. */
const LINES = new Set("P LI H1 H2 H3 H4 H5 H6 DT DD BLOCKQUOTE".split(" "));
/** Names of the element that holds a headline. */
const TITLE =
  /(?:news|article|art|story|post|entry|content|main|page|topic|details?|lbl)[-_]?title|headline/i;
const NOTICE = /footer|comment|modal|cookie|gdpr|consent|policy/i;

/** The place of the article, or null where nothing on the page reads as one. Pauses now and then. */
export function* findPlace(blocks: readonly Block[], metadata: Metadata): Generator<void, Place | null> {
  let headline = findHeadline(blocks, metadata);
  yield;
  const { confirmed, coverage } = confirm(blocks, metadata.body);
  yield;
  weigh(blocks, headline, confirmed);
  yield;
  const body = densest(blocks, headline);
  if (!body) return null;
  if (headline < 0) headline = namedHeadline(blocks, body);
  return { body: oneOfMany(body, blocks, headline), headline, confirmed, coverage };
}

/** Whether a hint of being beside the article speaks against what stands in a frame. */
export function isBeside(block: Block, body: Frame | null): boolean {
  for (let frame: Frame | null = block.frame; frame && frame !== body; frame = frame.parent)
    if (frame.hint === "never" || (frame.hint === "beside" && frame.weight === 0)) return true;
  return false;
}

function findHeadline(blocks: readonly Block[], { titles, spelledTitles }: Metadata): number {
  const all = blocks[0]?.frame.outermost.prose ?? 0;
  let best = -1;
  let bestScore = 0;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    if (block.words < 2 || block.words > 40) continue;
    const level = block.frame.level;
    // Folding is dear: only headings are compared in all spellings.
    const likely =
      level > 0 || spelledTitles.some((title) => title.includes(block.text) || block.text.includes(title));
    const fit = likely ? titleFit(block.text, titles) : 0;
    if (fit < 0.3 && level !== 1) continue;
    const beside = around(block.frame).some(({ hint, prose }) => hint === "never" && prose <= 0.5 * all);
    if (beside && (level !== 1 || fit < 0.5)) continue;
    // A link names another article, but for a heading that repeats the title.
    const linked = block.linked > 0.6 * block.words && (level === 0 || fit < 0.5) ? 0.5 : 0;
    const score = fit + (level === 1 ? 0.35 : level > 0 ? 0.2 : 0) - linked;
    if (score > bestScore + 0.01) {
      best = at;
      bestScore = score;
    }
  }
  return best;
}

/** A page without headings, whose title names the site alone: what stands above the text and is named as its title. */
function namedHeadline(blocks: readonly Block[], body: Frame): number {
  const first = blocks.findIndex(({ frame, prose }) => prose && frame.isIn(body));
  for (let at = first - 1; at >= Math.max(0, first - 12); at--) {
    const { words, linked, nodes } = blocks[at] as Block;
    if (words < 3 || words > 30 || linked > 0) continue;
    const home = nodes.find(({ data }) => /\S/.test(data))?.parentElement;
    if (TITLE.test(`${home?.id} ${home?.className}`)) return at;
  }
  return -1;
}

function confirm(blocks: readonly Block[], body: string) {
  const confirmed = new Set<number>();
  let found = 0;
  if (body.length > 80) {
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at] as Block;
      if (block.words < 3) continue;
      const own = letters(block.text);
      if (own.length < 12 || !body.includes(own)) continue;
      confirmed.add(at);
      found += own.length;
    }
  }
  return { confirmed, coverage: body.length > 80 ? Math.min(1, found / body.length) : 0 };
}

/** Gives every frame the words of prose below that no hint speaks against. */
function weigh(blocks: readonly Block[], headline: number, confirmed: ReadonlySet<number>) {
  // Wrappers are named after what else they hold: «with-sidebar», «modal-page». What holds the article is not beside it.
  const heading = around(blocks[headline]?.frame);
  for (const frame of heading) frame.forgive();
  const isInComments = nearest(isComments);
  const named = mostHinted(blocks, isInComments);
  const sure = named && named.prose > 0.2 * named.outermost.prose;
  const most = half(blocks, sure ? named : null, isInComments);
  for (const frame of [...around(named), ...around(most)]) frame.forgive();
  const hinted = nearest(({ hint }) => hint === "never" || hint === "beside");
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    if (!confirmed.has(at) && (!block.prose || hinted(block.frame))) continue;
    const words = (block.words - block.linked) * (confirmed.has(at) ? 2 : 1);
    for (let frame: Frame | null = block.frame; frame; frame = frame.parent) frame.weight += words;
  }
}

/** The frame named as an article's that holds most prose. */
function mostHinted(blocks: readonly Block[], isInComments: Nearest): Frame | null {
  const nameOf = nearest(({ hint }) => hint === "article");
  let most: Frame | null = null;
  for (const { frame } of blocks) {
    const named = nameOf(frame);
    if (named && named.prose > (most?.prose ?? 0) && !isInComments(frame)) most = named;
  }
  return most;
}

/** The innermost frame around more than half of the prose, in another frame or in all, that stands in no comment, dialog or notice. */
function half(blocks: readonly Block[], within: Frame | null, isInComments: Nearest): Frame | null {
  const words = new Map<Frame, number>();
  let all = 0;
  for (const block of blocks) {
    if (!block.prose || isInComments(block.frame) || (within && !block.frame.isIn(within))) continue;
    all += block.words;
    for (let frame: Frame | null = block.frame; frame; frame = frame.parent)
      words.set(frame, (words.get(frame) ?? 0) + block.words);
  }
  let inner: Frame | null = null;
  for (const [frame, count] of words)
    if (count > 0.5 * all && frame.depth >= (inner?.depth ?? 0)) inner = frame;
  return inner;
}

function isComments({ hint, element }: Frame): boolean {
  return (hint === "never" || hint === "beside") && NOTICE.test(`${element.className} ${element.id}`);
}

function densest(blocks: readonly Block[], headline: number): Frame | null {
  let best: Frame | null = null;
  let bestScore = 0;
  const seen = new Set<Frame>();
  const after = headline < 0 ? blocks : blocks.slice(headline + 1);
  const heading = new Set(around(blocks[headline]?.frame));
  for (const block of [...after, ...blocks.slice(0, Math.max(0, headline))]) {
    const early = headline >= 0 && block === blocks[0];
    if (early && bestScore > 25) break;
    for (let frame: Frame | null = block.frame; frame; frame = frame.parent) {
      if (seen.has(frame)) break;
      seen.add(frame);
      if (frame.weight === 0 || LINES.has(frame.element.tagName)) continue;
      const density = frame.weight / Math.max(frame.words, frame.weight, 1);
      let score = frame.weight ** 0.9 * density ** 1.5;
      if (frame.hint === "article") score *= 1.5;
      if (frame.element.tagName === "ARTICLE") score *= 1.15;
      if (frame.element.tagName === "MAIN") score *= 1.05;
      if (heading.has(frame)) score *= 1.05;
      if (score > bestScore) {
        best = frame;
        bestScore = score;
      }
    }
  }
  return best;
}

/** An endless scroll holds several articles, each with its headline: the one whose headline is the page's. */
function oneOfMany(body: Frame, blocks: readonly Block[], headline: number): Frame {
  const title = blocks[headline];
  if (!title) return body;
  const level = title.frame.level;
  const inside = title.frame.isIn(body) ? around(title.frame, body).reverse() : [];
  for (const own of inside) {
    if (own.weight < Math.max(25, 0.12 * body.weight) || own.weight > 0.9 * body.weight) continue;
    for (const block of blocks) {
      // A heading like the headline, or one that leads to where its own article stands.
      const other = block.frame.level;
      if (other === 0 || (other !== level && block.linked < 0.6 * block.words)) continue;
      const rival = around(block.frame).find(({ depth }) => depth === own.depth);
      if (!rival || rival === own || rival.parent !== own.parent || rival.weight < 25) continue;
      if (rival.element.tagName === own.element.tagName) return own;
    }
  }
  return body;
}
