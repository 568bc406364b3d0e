/** Frames of the same origin: the article may stand in one, the page's window being around it. */

/** The documents of a page's frames that are its own. */
export function framesOf(document: Document): Document[] {
  const found: Document[] = [];
  for (const frame of document.querySelectorAll("iframe")) {
    try {
      if (frame.contentDocument?.body) found.push(frame.contentDocument);
    } catch {
      // Another origin's frame is not ours to read.
    }
  }
  return found;
}

/** A place of an element's window as one of the page's. */
export function onTop(rect: DOMRect, element: Element | null, page: Document): DOMRect {
  const { left, top } = cornerOf(element, page);
  return new DOMRect(rect.x + left, rect.y + top, rect.width, rect.height);
}

/** How far a reader has come in an element: 0 at its beginning, 1 when its end is in sight; 0 for one that is in sight as a whole. */
export function progressIn(element: Element, page: Document): number {
  const heightOf = (document: Document) => document.defaultView?.innerHeight ?? 0;
  const corner = cornerOf(element, page).top;
  // What of its window is in the page's.
  const from = Math.max(0, -corner);
  const to = Math.min(heightOf(element.ownerDocument), heightOf(page) - corner);
  const { top, height } = element.getBoundingClientRect();
  const unseen = height - Math.max(0, to - from);
  return unseen > 0 ? Math.min(1, Math.max(0, (from - top) / unseen)) : 0;
}

/** Where an element's window begins in the page's. */
function cornerOf(element: Element | null, page: Document): { left: number; top: number } {
  const frame = element?.ownerDocument === page ? null : element?.ownerDocument.defaultView?.frameElement;
  if (!frame) return { left: 0, top: 0 };
  const { left, top } = frame.getBoundingClientRect();
  return { left: left + frame.clientLeft, top: top + frame.clientTop };
}
