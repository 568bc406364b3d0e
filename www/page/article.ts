/** Finds the article on a page: its element, its headline, and the blocks of text that are read. */
import { type Block, cutBlocks } from "./article/blocks.ts";
import { chooseBlocks } from "./article/choose.ts";
import { findPlace } from "./article/container.ts";
import { sharedFrame } from "./article/frame.ts";
import { readMetadata } from "./article/metadata.ts";
import { isShownOnce } from "./article/shown.ts";

/** An article as it stands on its page. */
export interface Article {
  /** The innermost element around its text. */
  root: Element;
  /** The element of its headline, where it has one. */
  headline: Element | null;
  /** The text nodes of each paragraph in reading order, the headline's first. */
  paragraphs: Text[][];
}

/**
 * Finds the article.
 *
 * @param selector where it is; everything below counts then, but for scripts, fields, code and hidden text
 * @returns pauses now and then; at last the article, or null where the page has none
 */
export function* findArticle(document: Document, selector?: string): Generator<void, Article | null> {
  if (selector) return yield* selectedArticle(document, selector);
  if (!document.body) return null;
  const cut = yield* cutBlocks(document.body);
  yield;
  const isSeen = isShownOnce();
  const isSmall = (block: Block) => block.words < 12 && !block.prose && block.frame.level === 0;
  const seen = cut.filter((block) => isSmall(block) || isSeen(block.frame.element));
  // Some pages hide themselves whole until their scripts have run.
  const veiled = proseIn(seen) < 0.1 * proseIn(cut);
  const blocks = veiled ? cut : seen;
  yield;
  const metadata = readMetadata(document);
  const place = yield* findPlace(blocks, metadata);
  if (!place) return null;
  yield;
  const chosen = yield* chooseBlocks(blocks, place, metadata);
  if (chosen.length === 0) return null;
  yield;
  const headline = blocks[place.headline];
  return articleOf(
    [...(headline ? [headline] : []), ...chosen.map((at) => blocks[at] as Block)],
    headline?.frame.element ?? null,
    veiled ? () => true : isSeen,
  );
}

function proseIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { prose, words }) => sum + (prose ? words : 0), 0);
}

function* selectedArticle(document: Document, selector: string): Generator<void, Article | null> {
  const roots = [...document.querySelectorAll(selector)];
  const blocks: Block[] = [];
  for (const root of roots)
    if (!roots.some((other) => other !== root && other.contains(root)))
      blocks.push(...(yield* cutBlocks(root)));
  const article = articleOf(blocks, roots[0]?.querySelector("h1") ?? null);
  return article && roots.length === 1 ? { ...article, root: roots[0] as Element } : article;
}

function articleOf(
  blocks: readonly Block[],
  headline: Element | null,
  isSeen: (element: Element | null) => boolean = isShownOnce(),
): Article | null {
  const shown = blocks
    .map((block) => ({ block, nodes: block.nodes.filter((node) => isSeen(node.parentElement)) }))
    .filter(({ nodes }) => nodes.length > 0);
  const first = shown[0]?.block;
  if (!first) return null;
  let frame = first.frame;
  for (const { block } of shown) frame = sharedFrame(frame, block.frame) ?? frame;
  return { root: frame.element, headline, paragraphs: shown.map(({ nodes }) => nodes) };
}
