/** Which blocks are the article: its headline, the lead, the body without what stands in between and after. */
import { type Block, sumOf } from "./blocks.ts";
import { isBeside, type Place } from "./container.ts";
import { endOf } from "./endings.ts";
import { around, type Frame, sharedFrame } from "./frame.ts";
import { fold, hasLetters, isInvitation, isPointer, isPolicy } from "./hints.ts";
import { letters, type Metadata } from "./metadata.ts";

/** Lists and front pages hold less prose in one place than this, in words. */
const LEAST_PROSE = 25;
/** An article among teasers has so much prose of its own, in words; the least where the page calls itself one. */
const OWN_PROSE = 60;
const LEAST_OWN = 12;
/** Blocks looked at between two pauses. */
const SLICE = 100;

const TEXT_TAGS = new Set(["P", "LI", "DD", "DT", "BLOCKQUOTE"]);

/**
 * The indices of the article's blocks after its headline, by place; empty where there is no article. Pauses now and then.
 */
export function* chooseBlocks(
  blocks: readonly Block[],
  place: Place,
  metadata: Metadata,
): Generator<void, number[]> {
  const inside = blocksInside(blocks, place);
  let body: number[] = [];
  for (const at of inside) {
    if (place.confirmed.has(at) || fits(blocks[at] as Block, place.body)) body.push(at);
    if (body.length % SLICE === 0) yield;
  }
  const end = endOf(body, inside, blocks, place);
  body = body.filter((at) => at < end);
  const homes = homesOfProse(body, blocks);
  body = body.filter((at, nth) => {
    const block = blocks[at] as Block;
    if (place.confirmed.has(at)) return true;
    if (place.coverage > 0.9 && place.confirmed.size > 2 && !block.prose && block.frame.level === 0)
      return false;
    if (block.prose) return true;
    if (block.frame.level > 0) return leadsToProse(body, nth, blocks);
    if (homes.has(block.frame.element) || homes.has(block.frame.parent?.element as Element)) return true;
    return (
      TEXT_TAGS.has(block.frame.element.tagName) &&
      (block.words > 2 || /[.؟]\s*$/.test(block.text)) &&
      (block.linked < 0.5 * block.words || isLinkedText(block))
    );
  });
  yield;
  body = trim(body, blocks, place);
  body = withoutRepeats(body, blocks, place.headline);
  const alike = new Map<Element, number>();
  const teasers = new Set(body.filter((at) => isTeaser(blocks[at] as Block, place.body, alike)));
  const last = body.findLastIndex((at) => (blocks[at] as Block).prose && !teasers.has(at));
  const prose = sumOf(body, blocks);
  const teased = sumOf(teasers, blocks);
  // Teasers of other articles follow the article; a live blog's posts, which look alike, make up all of it.
  const all = inside.reduce((sum, at) => sum + (at < end ? (blocks[at] as Block).words : 0), 0);
  const least = metadata.kind === "article" ? LEAST_OWN : OWN_PROSE;
  const own = prose - teased > least && isTitled(blocks, place);
  if ((teased < 0.65 * prose || own) && last >= 0)
    body = body.slice(0, last + 1).concat(body.slice(last + 1).filter((at) => !teasers.has(at)));
  if (prose < LEAST_PROSE || isList(blocks, place, metadata, { prose, teased: own ? 0 : teased, all }))
    return [];
  yield;
  return [...leads(blocks, place, body, metadata), ...body];
}

/** The blocks of the body but the headline; what stands above the headline is of the writer or of another article. */
function blocksInside(blocks: readonly Block[], { body, headline, confirmed }: Place): number[] {
  const inside: number[] = [];
  for (let at = 0; at < blocks.length; at++)
    if (at !== headline && (blocks[at] as Block).frame.isIn(body)) inside.push(at);
  const below = inside.filter((at) => at > headline || confirmed.has(at));
  return sumOf(below, blocks) > 0.5 * sumOf(inside, blocks) ? below : inside;
}

/** Whether a block of the body is text of the article, seen alone. */
function fits(block: Block, body: Frame): boolean {
  if (isBeside(block, body) || isStamp(block) || isCaption(block, body)) return false;
  if (inTable(block, body) && !block.prose) return false;
  if (block.linked > 0.75 * block.words && !isLinkedText(block) && !isInMixedList(block, body)) return false;
  if (
    (block.words < 9 || block.linked > 0.3 * block.words || /[:：]/.test(block.text.slice(0, 30))) &&
    isPointer(block.text)
  )
    return false;
  return !isPolicy(block.text) && !isInvitation(block.text, block.words);
}

/** A line that shares its box with a picture alone. */
function isCaption(block: Block, body: Frame): boolean {
  if (block.words > 60) return false;
  for (let frame = block.frame.parent; frame; frame = frame.parent) {
    if (frame === body || frame.words > block.words + 8 || frame.element.tagName === "BLOCKQUOTE")
      return false;
    if (frame.element.querySelector("img:not(.emoji),picture,video,amp-img")) return true;
  }
  return false;
}

/** A time, a date, a number that stands alone; who wrote a post, and when. */
function isStamp(block: Block): boolean {
  const { text, words } = block;
  if (words < 16 && block.frame.level === 0 && isHour(text)) return true;
  if (!hasLetters(text) || /^[—–-].{0,60}\(@\w+\)/.test(text)) return true;
  return (
    words < 12 && block.nodes.every((node) => !/\S/.test(node.data) || node.parentElement?.closest("time"))
  );
}

/** Whether a text is a day and an hour without a sentence around them. */
function isHour(text: string): boolean {
  const folded = fold(text);
  return /\d:\d\d/.test(folded) && /\b(?:19|20)\d\d\b/.test(folded) && !/[.!?؟…»"”]\s*$/.test(folded);
}

/** Encyclopedias link whole sentences and enumerations; a pointer to another article is one link without a full stop. */
function isLinkedText(block: Block): boolean {
  const { element } = block.frame;
  if (!TEXT_TAGS.has(element.tagName)) return false;
  return (
    /[.؟]\s*$/.test(block.text) ||
    (/^(?:P|DD)$/.test(element.tagName) && element.querySelectorAll("a").length > 2)
  );
}

/** A linked item of a list most of whose words are not linked. */
function isInMixedList(block: Block, body: Frame): boolean {
  if (block.frame.element.tagName !== "LI") return false;
  const list = around(block.frame, body).findLast(({ element }) => /^[OU]L$/.test(element.tagName));
  return list !== undefined && list.linked < 0.6 * list.words;
}

function inTable(block: Block, body: Frame): boolean {
  for (let frame: Frame | null = block.frame; frame && frame !== body; frame = frame.parent)
    if (frame.element.tagName === "TD" || frame.element.tagName === "TH") return true;
  return false;
}

/** The elements whose children are most of the prose: a short line there is a line of the article. */
function homesOfProse(body: readonly number[], blocks: readonly Block[]): Set<Element> {
  const words = new Map<Element, number>();
  for (const at of body) {
    const block = blocks[at] as Block;
    if (!block.prose) continue;
    const { element, parent } = block.frame;
    for (const home of [element, parent?.element])
      if (home) words.set(home, (words.get(home) ?? 0) + block.words);
  }
  const most = Math.max(0, ...words.values());
  return new Set([...words].filter(([, count]) => count >= Math.min(60, 0.25 * most)).map(([home]) => home));
}

/** A heading belongs to what follows it. */
function leadsToProse(body: readonly number[], nth: number, blocks: readonly Block[]): boolean {
  const heading = blocks[body[nth] as number] as Block;
  if (heading.linked > 0.6 * heading.words) return false;
  for (const at of body.slice(nth + 1, nth + 4)) {
    const block = blocks[at] as Block;
    if (block.frame.level > 0) continue;
    return block.prose || block.words > 3;
  }
  return false;
}

/** Bylines, dates and credits before the first sentence, tags and signatures after the last. */
function trim(body: number[], blocks: readonly Block[], place: Place): number[] {
  const isText = (at: number) => {
    const block = blocks[at] as Block;
    return place.confirmed.has(at) || block.prose || (block.words > 5 && /[.!؟?؛…»"”]\s*$/.test(block.text));
  };
  let from = 0;
  let to = body.length;
  while (from < to && !isText(body[from] as number)) from++;
  // An interview or a list opens with headings of its own.
  while (from > 0 && (blocks[body[from - 1] as number] as Block).frame.level > 1) from--;
  while (to > from && !isText(body[to - 1] as number)) {
    const last = blocks[body[to - 1] as number] as Block;
    const { element, parent } = last.frame;
    if (/^(LI|BLOCKQUOTE|P)$/.test(element.tagName) && last.words > 3 && last.linked === 0) break;
    // The last of several items.
    const before = blocks[body[to - 2] ?? -1]?.frame;
    if (element.tagName === "LI" && last.linked === 0 && before && before.parent === parent) break;
    to--;
  }
  return body.slice(from, to);
}

/** A page sometimes holds a paragraph twice, for two widths of screen. */
function withoutRepeats(body: number[], blocks: readonly Block[], headline: number): number[] {
  const seen = new Set(headline < 0 ? [] : [(blocks[headline] as Block).text]);
  return body.filter((at) => {
    const block = blocks[at] as Block;
    if (block.words < 5) return true;
    if (seen.has(block.text)) return false;
    seen.add(block.text);
    return true;
  });
}

/** Between the headline and the body: the lead, a subheading; not bylines, captions, share bars. */
function leads(
  blocks: readonly Block[],
  place: Place,
  body: readonly number[],
  metadata: Metadata,
): number[] {
  const first = body[0] ?? -1;
  if (place.headline < 0 || first < place.headline || first - place.headline > 60) return [];
  const chosen: number[] = [];
  const repeated = new Set(body.map((at) => (blocks[at] as Block).text));
  const headline = blocks[place.headline] as Block;
  for (let at = place.headline + 1; at < first; at++) {
    const block = blocks[at] as Block;
    if (block.frame.isIn(place.body)) continue;
    if (block.words < 5 || block.linked > 0.3 * block.words || isPointer(block.text) || isPolicy(block.text))
      continue;
    if (repeated.has(block.text) || block.text === headline.text) continue;
    if (isCaption(block, place.body) || isStamp(block)) continue;
    const own = letters(block.text);
    const described = metadata.descriptions.some(
      (text) => text.includes(own) || own.startsWith(text.slice(0, 60)),
    );
    if (isBeside(block, sharedFrame(block.frame, headline.frame))) continue;
    const named =
      /lead|intro|summary|standfirst|excerpt|subtitle|sub-?head|sub-?title|deck|dek|brief|description|announce/i.test(
        `${block.frame.element.className} ${block.frame.parent?.element.className} ${block.frame.element.id}`,
      );
    if (
      described ||
      place.confirmed.has(at) ||
      (named && block.words >= 6) ||
      (block.prose && block.words >= 10)
    )
      chosen.push(at);
  }
  return chosen;
}

/**
 * Front pages, sections and search results: prose in small pieces, each beside a link that leads to the whole.
 *
 * @param count words of the prose chosen, of teasers in it, of all that stands in the body
 */
function isList(
  blocks: readonly Block[],
  place: Place,
  metadata: Metadata,
  count: Record<"prose" | "teased" | "all", number>,
): boolean {
  const { prose, teased, all } = count;
  if (place.coverage > 0.5) return false;
  if (metadata.kind === "article" && isTitled(blocks, place)) return false;
  if (teased > 0.5 * prose) return true;
  const { words, linked } = place.body.outermost;
  if (metadata.kind === "article") return false;
  // Without a word of its own, a page of links with a sentence or two is no article.
  const headed = place.headline >= 0 && metadata.kind !== "list";
  return prose < (headed ? 40 : 80) || (!headed && prose < 120 && linked > 0.75 * words) || prose < 0.3 * all;
}

/** Sections have names, of a word or two; articles have headlines. */
function isTitled(blocks: readonly Block[], { headline }: Place): boolean {
  return headline >= 0 && (blocks[headline] as Block).words > 3;
}

/** Whether a block stands in a card: a small box with a linked heading or picture, beside others like it. */
function isTeaser(block: Block, body: Frame, alike: Map<Element, number>): boolean {
  for (let frame: Frame | null = block.frame; frame; frame = frame.parent) {
    if (frame === body || frame.words > 120) return false;
    const { element } = frame;
    // A paragraph of an article may well begin with a link, or hold a linked picture.
    if (element.tagName === "P" || element.tagName === "BLOCKQUOTE") continue;
    const like = alike.get(element) ?? countAlike(element, alike);
    if (like < 3) continue;
    const links = element.querySelectorAll(
      "h1 a, h2 a, h3 a, h4 a, h5 a, a h1, a h2, a h3, a h4, a img, a strong, dt a",
    );
    if (leadsAway(element) || [...links].some(leadsAway)) return true;
    const first = element.querySelector("a[href]");
    if (
      first &&
      leadsAway(first) &&
      (first.textContent ?? "").trim().length > 15 &&
      element.textContent?.trim().startsWith(first.textContent?.trim() ?? "")
    )
      return true;
  }
  return false;
}

/** Whether an element stands in a link to another page; a live blog's posts link to themselves. */
function leadsAway(element: Element): boolean {
  const link = element.closest<HTMLAnchorElement>("a[href]");
  return link !== null && link.href.split("#")[0] !== link.ownerDocument.URL.split("#")[0];
}

/** How many children of an element's parent are like it; noted for them all, as long lists have many. */
function countAlike(element: Element, alike: Map<Element, number>): number {
  const likes = [...(element.parentElement?.children ?? [element])].filter(
    (child) => child.tagName === element.tagName && child.className === element.className,
  );
  for (const like of likes) alike.set(like, likes.length);
  return likes.length;
}
