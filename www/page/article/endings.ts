/** Where an article ends: at «مواضيع ذات صلة», «اترك تعليقاً», «التعليقات» and the like. */
import { type Block, sumOf } from "./blocks.ts";
import type { Place } from "./container.ts";
import { around } from "./frame.ts";
import { isCommentHeading, isEnd } from "./hints.ts";

/** What stands above the comments is an article from so many words of prose on. */
const LEAST_ABOVE = 25;

/**
 * The index of the block that ends the article; past all of them where none does, or where it goes on after a box of links.
 *
 * @param body indices of the article's blocks
 * @param inside indices of all that stands in its element, the headings among them
 */
export function endOf(
  body: readonly number[],
  inside: readonly number[],
  blocks: readonly Block[],
  place: Place,
): number {
  const all = sumOf(body, blocks);
  for (const at of inside) {
    const block = blocks[at] as Block;
    if (place.confirmed.has(at) || block.words > 6) continue;
    const comments = isCommentHeading(block.text, block.words);
    if (!comments && !isEnd(block.text, block.words)) continue;
    const above = body.filter((other) => other < at);
    const below = body.filter((other) => other > at);
    const share = sumOf(below, blocks) / all;
    const heading = block.frame.level > 0;
    if (goesOn(above, below, blocks, place)) {
      if (share < 0.15) return at;
    } else if (comments && sumOf(above, blocks) >= LEAST_ABOVE) return at;
    else if (share < (heading ? 0.6 : 0.35)) return at;
  }
  return blocks.length;
}

/** Whether prose below stands where prose above does: in elements of the same names. */
function goesOn(
  above: readonly number[],
  below: readonly number[],
  blocks: readonly Block[],
  { body }: Place,
): boolean {
  const wayTo = (at: number) =>
    around((blocks[at] as Block).frame, body)
      .map(({ element }) => `${element.tagName}.${element.className}`)
      .join();
  const isProse = (at: number) => (blocks[at] as Block).prose;
  const ways = new Set(above.filter(isProse).map(wayTo));
  return below.some((at) => isProse(at) && ways.has(wayTo(at)));
}
