/** Where the badge and the card stand: near what they belong to, on nothing that the page shows. */

/** A place in the window, in CSS pixels. */
export interface Place {
  left: number;
  top: number;
}

interface Size {
  width: number;
  height: number;
}

/** Blank around the badge and the card. */
const GAP = 6;

/** The part of the page where the margin and what it belongs to can be compared: a frame's places are moved into its page. */
export function rectIn(view: Window, element: Element): DOMRect {
  const rect = element.getBoundingClientRect();
  const own = element.ownerDocument.defaultView;
  const frame = own === view ? null : own?.frameElement;
  if (!frame) return rect;
  const { left, top } = frame.getBoundingClientRect();
  return new DOMRect(rect.x + left, rect.y + top, rect.width, rect.height);
}

/**
 * A free place for the badge by the headline: above it, below it, behind its last line or beside it; null where something
 * stands in all of them, or the headline is out of sight.
 */
export function placeByHeadline(view: Window, headline: Element, host: Element, badge: Size): Place | null {
  const around = rectIn(view, headline);
  if (around.bottom < 0 || around.top > view.innerHeight) return null;
  const right = view.getComputedStyle(headline).direction === "rtl";
  const lines = linesOf(headline);
  const edge = (inner: DOMRect) => (right ? inner.right - badge.width : inner.left);
  const last = lines.at(-1) ?? around;
  const places: Place[] = [
    { left: edge(around), top: around.top - badge.height - GAP },
    { left: edge(around), top: around.bottom + GAP },
    {
      left: right ? last.left - badge.width - 2 * GAP : last.right + 2 * GAP,
      top: last.top + (last.height - badge.height) / 2,
    },
    { left: right ? around.left - badge.width - GAP : around.right + GAP, top: around.top },
    { left: right ? around.right + GAP : around.left - badge.width - GAP, top: around.top },
  ];
  return places.find((place) => isFree(view, place, badge, headline, host)) ?? null;
}

/** A place for the card under a highlight's line, or above it where there is no room below. */
export function placeByHighlight(
  view: Window,
  line: DOMRect,
  card: Size,
  rtl: boolean,
  panel?: DOMRect,
): Place {
  const { clientWidth: width, clientHeight: height } = view.document.documentElement;
  const left = rtl ? line.right - card.width : line.left;
  const below = line.bottom + GAP;
  const above = line.top - GAP - card.height;
  // Beside the panel, where there is room beside it.
  let [from, to] = [GAP, width - GAP];
  if (panel && panel.width + card.width + 3 * GAP < width) {
    if (panel.left > 0) to = panel.left - GAP;
    else from = panel.right + GAP;
  }
  const fits = below + card.height <= height - GAP || above < GAP;
  return {
    left: Math.max(from, Math.min(left, to - card.width)),
    top: fits ? Math.min(below, Math.max(GAP, height - card.height - GAP)) : above,
  };
}

/** Whether only what the headline stands in is seen there. */
function isFree(
  view: Window,
  { left, top }: Place,
  { width, height }: Size,
  headline: Element,
  host: Element,
) {
  if (left < 0 || top < 0 || left + width > view.document.documentElement.clientWidth) return false;
  if (top + height > view.innerHeight) return false;
  const { document } = view;
  const inFrame = headline.ownerDocument !== document;
  for (const x of [left + 1, left + width / 3, left + width / 2, left + width - 1]) {
    for (const y of [top + 1, top + height / 2, top + height - 1]) {
      const seen = document.elementsFromPoint(x, y).find((element) => element !== host);
      if (!seen || inFrame || !seen.contains(headline) || isPainted(view, seen, headline)) return false;
      if (hasText(document, seen, x, y)) return false;
    }
  }
  return true;
}

/** Whether an element around the headline shows a picture there. */
function isPainted(view: Window, element: Element, headline: Element): boolean {
  return element !== headline && view.getComputedStyle(element).backgroundImage.includes("url(");
}

/** Whether an element's own words stand at a point. */
function hasText(document: Document, element: Element, x: number, y: number): boolean {
  const range = document.createRange();
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects())
      if (x >= left - GAP && x <= right + GAP && y >= top && y <= bottom) return true;
  }
  return false;
}

function linesOf(element: Element): DOMRect[] {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()];
}
