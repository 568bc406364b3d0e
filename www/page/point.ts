/** Tells which highlight the reader points at, taps or comes to with the keyboard. */
import type { Range as TextRange } from "../engine/engine.ts";
import type { TextMap } from "./text-map.ts";

/** Milliseconds between two looks at where the pointer is. */
const PACE = 80;

/** What the pointing needs to know of the painted article. */
export interface Pointed {
  readonly map: TextMap | null;
  /** The narrowest painted range at an offset. */
  at(offset: number): TextRange | null;
  /** The reader points at a range, or no more at any. */
  show(range: TextRange | null, at?: DOMRect): void;
  isOwn(node: Node): boolean;
}

/** Listens on a document until the signal. */
export function watchPointing(document: Document, pointed: Pointed, signal: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: PointerEvent | null = null;
  let shown: TextRange | null = null;
  const show = (range: TextRange | null, at?: DOMRect) => {
    if (range?.start === shown?.start && range?.end === shown?.end) return;
    shown = range;
    pointed.show(range, at);
  };
  const look = () => {
    timer = undefined;
    if (!last) return;
    const found = rangeAt(document, last.clientX, last.clientY, pointed);
    show(found?.range ?? null, found?.rect);
  };
  const options = { signal, passive: true };
  document.addEventListener(
    "pointermove",
    (event) => {
      // On the way to the card, and in it, the card stays.
      if (event.pointerType === "touch" || pointed.isOwn(event.target as Node)) return;
      last = event;
      timer ??= setTimeout(look, PACE);
    },
    options,
  );
  document.addEventListener(
    "click",
    (event) => {
      if (pointed.isOwn(event.target as Node)) return;
      const found = rangeAt(document, event.clientX, event.clientY, pointed);
      show(found?.range ?? null, found?.rect);
    },
    options,
  );
  document.addEventListener(
    "focusin",
    ({ target }) => {
      if (!(target instanceof Element) || pointed.isOwn(target)) return;
      const offset = target.matches("a,[tabindex]") ? pointed.map?.offsetIn(target) : null;
      const range = offset === null || offset === undefined ? null : pointed.at(offset);
      show(range, range ? target.getBoundingClientRect() : undefined);
    },
    options,
  );
  document.addEventListener(
    "keydown",
    ({ key }) => {
      if (key === "Escape") show(null);
    },
    options,
  );
  signal.addEventListener("abort", () => clearTimeout(timer));
}

function rangeAt(
  document: Document,
  x: number,
  y: number,
  pointed: Pointed,
): { range: TextRange; rect: DOMRect } | null {
  const { map } = pointed;
  const place = map && placeAt(document, x, y);
  if (!place) return null;
  const offset = map.offset(place.node, place.offset);
  if (offset === null) return null;
  // The nearest border may be on either side of the pointer.
  for (const at of [offset, offset - 1]) {
    const range = pointed.at(at);
    if (!range) continue;
    for (const rect of map.range(range.start, range.end)?.getClientRects() ?? [])
      if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return { range, rect };
  }
  return null;
}

function placeAt(document: Document, x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const shadowRoots: ShadowRoot[] = [];
    for (let host = document.elementFromPoint(x, y); host?.shadowRoot; ) {
      shadowRoots.push(host.shadowRoot);
      const inner = host.shadowRoot.elementFromPoint(x, y);
      host = inner === host ? null : inner;
    }
    const place = document.caretPositionFromPoint(x, y, { shadowRoots });
    return place && { node: place.offsetNode, offset: place.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
